import type { Document, Entity, Essay, Reader, RegisterEntry } from "../edition/edition.ts";
import { compareDays } from "../edition/days.ts";
import { compareHeadings, headingOf } from "./headings.ts";
import type { RankOf } from "./volume-order.ts";

/** Documents of no volume by date, then each volume's in the order of their numbers. */
export function byVolume(rankOf: RankOf): (a: Document, b: Document) => number {
  return (a, b) => {
    const [rankA, rankB] = [rankOf(a.matter.volume), rankOf(b.matter.volume)];
    if (rankA !== rankB) return rankA - rankB;
    return rankA === 0 ? byDateAndNumber(a, b) : a.number - b.number || compareIds(a, b);
  };
}

/** Documents by date; undated ones last. */
export function byDate(a: Document, b: Document): number {
  const [dateA, dateB] = [a.matter.date, b.matter.date];
  if (dateA && dateB) return compareDays(dateA.earliest, dateB.earliest);
  if (dateA || dateB) return dateA ? -1 : 1;
  return 0;
}

function byDateAndNumber(a: Document, b: Document): number {
  return byDate(a, b) || a.number - b.number || compareIds(a, b);
}

/** Essays of no volume, then each volume's, in the order that their editors chose, then by title. */
export function byOrderAndTitle(rankOf: RankOf): (a: Essay, b: Essay) => number {
  return (a, b) =>
    rankOf(a.matter.volume) - rankOf(b.matter.volume) ||
    a.matter.order - b.matter.order ||
    compareHeadings(a.matter.title, b.matter.title) ||
    compareIds(a, b);
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
