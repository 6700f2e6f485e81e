import { readDate } from "../../edition/date.ts";

/** A document of which only an entry is given. */
export interface Calendared {
  readonly title: string;
  readonly abstract: string;
  /** The day that the title ends with. */
  readonly date: string | undefined;
  /** The full stop between the two. */
  readonly stop: string;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** Where a title may end: a full stop before a new sentence. */
const STOP = /[.?!](?=\s+["“‘([]?\p{Lu})/gu;

/** Divides an entry: its title reaches to the date, or to the end of its first sentence. */
export function splitCalendared(entry: string): Calendared {
  const end = endOfTitle(entry);
  const whole = entry.slice(0, end);
  const stop = whole.endsWith(".") && end < entry.length ? "." : "";
  const title = stop === "" ? whole : whole.slice(0, -1);
  return { title, abstract: entry.slice(end).trim(), date: dateIn(title), stop };
}

function endOfTitle(entry: string): number {
  for (const { index } of entry.matchAll(STOP)) {
    const sentence = entry.slice(0, index + 1);
    if (endsWithYear(sentence) || !endsWithAbbreviation(sentence)) return index + 1;
  }
  return entry.length;
}

function endsWithYear(sentence: string): boolean {
  return /\b1[789]\d\d\.$/u.test(sentence);
}

function endsWithAbbreviation(sentence: string): boolean {
  return /(?:^|[\s(.“"-])(?:\p{L}|\p{Lu}\p{Ll}{0,2}|Gen|Col|Capt|Maj|Amb|Sen|Gov|Prof|Asst|Dept|Govt|Inc|Corp|Nos?|Vol|cf|et al|approx)\.$/u.test(
    sentence,
  );
}

/** The last day that a title names. */
function dateIn(title: string): string | undefined {
  const pattern = new RegExp(
    `\\b(${MONTHS.join("|")}) (\\d{1,2})(?:[–-](\\d{1,2}))?, (1[789]\\d\\d)\\b`,
    "gu",
  );
  const all = [...title.matchAll(pattern)];
  const [, month = "", first = "", last, year = ""] = all[0] ?? [];
  if (all.length !== 1) return undefined;
  const day = (number: string): string =>
    `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${number.padStart(2, "0")}`;
  const edtf = last === undefined ? day(first) : `${day(first)}/${day(last)}`;
  return readDate(edtf) ? edtf : undefined;
}
