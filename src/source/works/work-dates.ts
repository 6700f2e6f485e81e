import { type EdtfDate, readDate } from "../../edition/date.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A year, and perhaps month and day, as BibTeX has them: `1961--63`, `c. 1962`, `may`; nothing where they are no date, such as "forthcoming". */
export function dateOfYear(year: string, month = "", day = ""): EdtfDate | undefined {
  const written = year.replaceAll(/[{}[\]\s]/g, "");
  const [, from, to] = /^(\d{4})(?:-{1,3}|–|—|\/)(\d{2}|\d{4})$/u.exec(written) ?? [];
  if (from !== undefined && to !== undefined)
    return readDate(`${from}/${from.slice(0, 4 - to.length)}${to}`);
  const [, about] = /^(?:c|ca|circa)\.?(\d{4})$/iu.exec(written) ?? [];
  if (about !== undefined) return readDate(`${about}~`);
  if (!/^\d{4}$/u.test(written)) return readDate(written);
  const { number, dayOf } = monthOf(month);
  if (number === undefined) return readDate(written);
  const days = /^\d{1,2}$/u.test(day.trim()) ? day.trim() : dayOf;
  return (
    (days === undefined ? undefined : readDate(`${written}-${two(number)}-${two(days)}`)) ??
    readDate(`${written}-${two(number)}`) ??
    readDate(written)
  );
}

/** `may`, `May 24`, `24 May`, `5`: the number of the month, and the day where it is said. */
function monthOf(written: string): {
  readonly number?: string | undefined;
  readonly dayOf?: string | undefined;
} {
  const words = written
    .replaceAll(/[{}.,~#]/g, " ")
    .trim()
    .toLowerCase()
    .split(/\s+/u);
  const numbers = words.filter((word) => /^\d{1,2}$/u.test(word));
  const named = words.find((word) => MONTHS.includes(word.slice(0, 3)));
  if (named === undefined) return words.length === 1 ? { number: numbers[0] } : {};
  const number = String(MONTHS.indexOf(named.slice(0, 3)) + 1);
  return numbers.length === 1 ? { number, dayOf: numbers[0] } : { number };
}

function two(number: string): string {
  return number.padStart(2, "0");
}
