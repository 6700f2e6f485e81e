/** Tags of languages by their English names, as archives give them. */
const tags: ReadonlyMap<string, string> = new Map(
  (
    "afrikaans af, albanian sq, amharic am, arabic ar, armenian hy, azerbaijani az, belarusian be, bengali bn, bosnian bs, " +
    "bulgarian bg, burmese my, catalan ca, chinese zh, croatian hr, czech cs, danish da, dutch nl, english en, estonian et, " +
    "finnish fi, french fr, georgian ka, german de, greek el, hebrew he, hindi hi, hungarian hu, icelandic is, indonesian id, " +
    "irish ga, italian it, japanese ja, kazakh kk, khmer km, korean ko, lao lo, latin la, latvian lv, lithuanian lt, " +
    "macedonian mk, malay ms, mandarin zh, mongolian mn, norwegian no, pashto ps, persian fa, farsi fa, polish pl, portuguese pt, " +
    "romanian ro, russian ru, serbian sr, serbo-croatian sh, slovak sk, slovenian sl, somali so, spanish es, swahili sw, swedish sv, " +
    "tajik tg, thai th, tibetan bo, turkish tr, turkmen tk, ukrainian uk, urdu ur, uzbek uz, vietnamese vi, welsh cy, yiddish yi"
  )
    .split(", ")
    .map((pair): readonly [string, string] => {
      const space = pair.lastIndexOf(" ");
      return [pair.slice(0, space), pair.slice(space + 1)];
    }),
);

/** The tag of a language that is named in English, or is a tag already. */
export function languageTag(name: string): string | undefined {
  const words = name.trim().toLowerCase();
  return tags.get(words) ?? (/^[a-z]{2}$/u.test(words) ? words : undefined);
}
