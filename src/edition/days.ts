import type { Span } from "./dating.ts";

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The greatest number that a day can have in any of these months of any of these years. */
export function lastDay(year: Span, month: Span): number {
  let last = 0;
  for (let number = month.from; number <= month.to; number += 1) {
    const leap = number === 2 && hasLeapYear(year) ? 1 : 0;
    last = Math.max(last, (LENGTHS[number - 1] ?? 0) + leap);
  }
  return last;
}

function hasLeapYear(year: Span): boolean {
  for (let number = year.from; number <= year.to; number += 1) {
    if (number % 4 === 0 && (number % 100 !== 0 || number % 400 === 0)) return true;
  }
  return false;
}

/** A day in ISO 8601: `1962-05-24`, `-0044-03-15`. */
export function isoDay(year: number, month: number, day: number): string {
  return `${year < 0 ? "-" : ""}${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function digits(value: number, length: number): string {
  return String(Math.abs(value)).padStart(length, "0");
}

/** Order of two days in ISO 8601; the letters' own order would turn the years before Christ around. */
export function compareDays(a: string, b: string): number {
  return dayNumber(a) - dayNumber(b);
}

/** A number that grows with the day. */
function dayNumber(iso: string): number {
  const before = iso.startsWith("-");
  const [year = 0, month = 0, day = 0] = iso
    .slice(before ? 1 : 0)
    .split("-")
    .map(Number);
  return (before ? -year : year) * 10_000 + month * 100 + day;
}
