import { readDate } from "../../edition/date.ts";
import { MONTH, monthNumbered } from "./months.ts";

/** A date that was found in words. */
export interface FoundDate {
  /** In EDTF: `1962-10-25`. */
  readonly edtf: string;
  /** The words that give it. */
  readonly words: string;
  /** Where they begin. */
  readonly at: number;
}

/** A form in which a date is written, and the parts of it that its groups are. */
interface DateForm {
  readonly form: RegExp;
  readonly edtf: (groups: readonly string[]) => string | undefined;
}

const DAY = "(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?";
const YEAR = "(\\d{4})(?!\\d)";
const TO = "\\s?(?:[-–—]|to|bis|and|&)\\s?";
const BEFORE = "(?<![\\p{L}\\d])";

const forms: readonly DateForm[] = [
  // October 22, 1962–October 28, 1962; October 22–November 3, 1962; October 22–28, 1962
  row(`${MONTH} ${DAY}(?:,? ${YEAR})?${TO}${MONTH} ${DAY},? ${YEAR}`, ([m, d, y, n, e, z]) =>
    stretch(day(y === "" ? z : y, m, d), day(z, n, e)),
  ),
  row(`${MONTH} ${DAY}${TO}${DAY},? ${YEAR}`, ([m, d, e, y]) =>
    stretch(day(y, m, d), day(y, m, e)),
  ),
  // October 25, 1962
  row(`${MONTH} ${DAY},? ?${YEAR}`, ([m, d, y]) => day(y, m, d)),
  // 22 October–3 November 1962; 22–28 October 1962
  row(
    `${DAY} (?:de )?${MONTH}(?: ${YEAR})?${TO}${DAY} (?:de )?${MONTH},? (?:de )?${YEAR}`,
    ([d, m, y, e, n, z]) => stretch(day(y === "" ? z : y, m, d), day(z, n, e)),
  ),
  row(`${DAY}${TO}${DAY} (?:de )?${MONTH},? (?:de )?${YEAR}`, ([d, e, m, y]) =>
    stretch(day(y, m, d), day(y, m, e)),
  ),
  // 25 October 1962
  row(`${DAY} (?:de )?${MONTH},? (?:de )?${YEAR}`, ([d, m, y]) => day(y, m, d)),
  // 1962-10-25
  row("(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)", ([y, m, d]) => valid(`${y}-${m}-${d}`)),
  // October–November 1962; October 1962
  row(`${MONTH}${TO}${MONTH},? ${YEAR}`, ([m, n, y]) => stretch(month(y, m), month(y, n))),
  row(`${MONTH},? (?:de )?${YEAR}`, ([m, y]) => month(y, m)),
];

const YEARS = /^(?:(\d{4})|(\d{4})\s?[-–—/]\s?(\d{4}))$/u;
const ABOUT = /^(?:c\.|ca\.?|circa|about|approx\.|around|um)\s+/iu;

/** The date that words are, as a label or a heading gives it: `October 25, 1962`, `October 1964`, `circa 1962`, `1962–1964`. */
export function dateOf(words: string): string | undefined {
  const trimmed = words.trim().replaceAll(/\s+/gu, " ");
  if (trimmed.length > LONGEST) return undefined;
  const bare = trimmed.replace(/^\[(.*)\]$/u, "$1").replace(/\.$/u, "");
  const about = ABOUT.exec(bare)?.[0] ?? "";
  const edtf = dateItself(bare.slice(about.length));
  if (edtf === undefined || about === "") return edtf;
  return edtf.includes("/") ? undefined : valid(`${edtf}~`);
}

/** The first date with a month in a line, and where it stands. */
export function findDate(line: string): FoundDate | undefined {
  if (line.length > LONGEST) return undefined;
  const found = forms.flatMap(({ form, edtf }, index) => {
    const match = form.exec(line);
    const date =
      match === null
        ? undefined
        : edtf(match.slice(1).map((group: string | undefined) => group ?? ""));
    return match !== null && date !== undefined
      ? [{ edtf: date, words: match[0], at: match.index, index }]
      : [];
  });
  // The form that begins first; of those the fullest, which stands first in the table.
  const [first] = found.toSorted((a, b) => a.at - b.at || a.index - b.index);
  return first && { edtf: first.edtf, words: first.words, at: first.at };
}

/** Longer lines are no dates: what is looked at stays bounded. */
const LONGEST = 300;

function dateItself(words: string): string | undefined {
  const years = YEARS.exec(words);
  if (years) {
    const [, only, from, to] = years;
    return only ?? valid(`${from}/${to}`);
  }
  const found = findDate(words);
  return found?.words === words ? found.edtf : undefined;
}

function row(form: string, edtf: DateForm["edtf"]): DateForm {
  return { form: new RegExp(`${BEFORE}${form}`, "iu"), edtf };
}

function month(year = "", name = ""): string | undefined {
  const number = monthNumbered(name);
  return number === undefined ? undefined : valid(`${year}-${twoDigits(String(number))}`);
}

function day(year = "", name = "", number = ""): string | undefined {
  const whole = month(year, name);
  return whole === undefined ? undefined : valid(`${whole}-${twoDigits(number)}`);
}

function stretch(from: string | undefined, to: string | undefined): string | undefined {
  return from === undefined || to === undefined ? undefined : valid(`${from}/${to}`);
}

function valid(edtf: string): string | undefined {
  return readDate(edtf)?.edtf;
}

function twoDigits(number: string): string {
  return number.padStart(2, "0");
}
