/** Languages written from right to left, and scripts that are, whatever the language. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|syr|ug|ur|yi)$/;
const RIGHT_TO_LEFT_SCRIPT = /^(?:arab|hebr|nkoo|rohg|syrc|thaa)$/;

/** The direction in which a language is written, for `dir`; nothing where it is the usual one. */
export function directionOf(language: string): "rtl" | undefined {
  const [name = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const turned = script ? RIGHT_TO_LEFT_SCRIPT.test(script) : RIGHT_TO_LEFT.test(name);
  return turned ? "rtl" : undefined;
}
