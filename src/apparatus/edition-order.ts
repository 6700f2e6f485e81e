import type { Document, Entity, Essay, Reader, RegisterEntry } from "../edition/edition.ts";
import { compareDays } from "../edition/days.ts";
import { compareHeadings, headingOf } from "./headings.ts";

/** Documents by date, then by number; undated ones last. */
export function byDateAndNumber(a: Document, b: Document): number {
  const [dateA, dateB] = [a.matter.date, b.matter.date];
  if (dateA && dateB) {
    const days = compareDays(dateA.earliest, dateB.earliest);
    if (days !== 0) return days;
  } else if (dateA || dateB) return dateA ? -1 : 1;
  return a.number - b.number || compareIds(a, b);
}

/** Essays in the order that their editors chose, then by title. */
export function byOrderAndTitle(a: Essay, b: Essay): number {
  return (
    a.matter.order - b.matter.order ||
    compareHeadings(a.matter.title, b.matter.title) ||
    compareIds(a, b)
  );
}

/** Readers by title. */
export function byTitle(a: Reader, b: Reader): number {
  return compareHeadings(a.matter.title, b.matter.title) || compareIds(a, b);
}

/** Entries of the register by the heading under which an index lists them. */
export function byHeading(a: RegisterEntry, b: RegisterEntry): number {
  return compareHeadings(headingOf(a), headingOf(b)) || compareIds(a, b);
}

function compareIds(a: Entity, b: Entity): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
