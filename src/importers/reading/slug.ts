import { ID, PAGE_NAME, RESERVED_ID } from "../../edition/fields.ts";

/** Words that an id can do without. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  "a an and as at by for from in into of on or the to with".split(" "),
);

/** Letters that are not plain when their accents are taken off, each with what is written for it. */
const plain: ReadonlyMap<string, string> = new Map(
  (
    "ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i " +
    "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts " +
    "ч ch ш sh щ shch ы y э e ю iu я ia і i є ie"
  )
    .match(/\S+ \S+/gu)
    ?.map((pair): [string, string] => [
      pair.slice(0, pair.indexOf(" ")),
      pair.slice(pair.indexOf(" ") + 1),
    ]),
);

const LONGEST = 60;

/** An id made of a title: its words without small ones. `otherwise` where the title has no letters that an id can have. */
export function idOf(title: string, otherwise = "document"): string {
  const words = spelled(title.slice(0, 400));
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  let id = shortened(telling.length > 0 ? telling : words);
  if (!ID.test(id)) id = id === "" ? otherwise : `${otherwise}-${id}`;
  return RESERVED_ID.test(id) || PAGE_NAME.test(id) ? `${otherwise}-${id}` : id;
}

/** Of a long title its first and its last words: archives tell papers of a row apart at the end. */
function shortened(words: readonly string[]): string {
  const whole = words.join("-");
  if (whole.length <= LONGEST) return whole;
  const half = LONGEST / 2;
  const first = firstWords(words, half);
  const last = firstWords(words.slice(first.length).toReversed(), half).toReversed();
  return [...first, ...last].join("-").slice(0, LONGEST).replace(/-$/u, "");
}

/** As many words as have so many letters together, but one at least. */
function firstWords(words: readonly string[], letters: number): readonly string[] {
  let length = 0;
  const count = words.findIndex((word) => (length += word.length + 1) > letters);
  return count < 0 ? words : words.slice(0, Math.max(1, count));
}

/** An id from a title and its date, since archives give one title to many papers. */
export function datedIdOf(title: string, date: string | undefined, otherwise = "document"): string {
  const id = idOf(title, otherwise);
  const day = /^\d{4}(?:-\d{2}){0,2}/.exec(date ?? "")?.[0];
  // A title that says the year tells the papers apart by itself.
  const saysIt = day === undefined || title.includes(day.slice(0, 4));
  return saysIt ? id : `${id}-${day}`;
}

/** An id from the name of a file or `otherwise` for what came without one. */
export function idOfFile(name: string, otherwise = "document"): string {
  const file = name.split(/[/\\]/u).at(-1) ?? name;
  return idOf(file.replace(/\.[A-Za-z0-9]{1,8}$/u, ""), otherwise);
}

/** Gives ids of a row each their own: the second `protocol` is `protocol-2`. */
export function eachItsOwn(ids: readonly string[]): readonly string[] {
  const taken = new Set(ids);
  const seen = new Map<string, number>();
  return ids.map((id) => {
    let count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    if (count === 1) return id;
    while (taken.has(`${id}-${count}`)) count += 1;
    seen.set(id, count);
    taken.add(`${id}-${count}`);
    return `${id}-${count}`;
  });
}

function spelled(text: string): readonly string[] {
  const letters = text
    .toLowerCase()
    .replaceAll(/['’ʼ]s(?![\p{L}])/gu, "s")
    .replaceAll(/['’ʼ]/gu, "")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[ъь]/gu, "")
    .replaceAll(/[^a-z0-9]/gu, (letter) => plain.get(letter) ?? "-");
  return letters.split("-").filter((word) => word !== "");
}
