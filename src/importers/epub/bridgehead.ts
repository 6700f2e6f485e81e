import { findDate } from "../reading/dates.ts";

/** What the line over a paper says: `Jay: For The Independent Journal, Wednesday, October 31, 1787.` */
export interface Bridgehead {
  readonly authors: readonly string[];
  /** EDTF. */
  readonly date?: string;
  readonly dateDoubt?: string;
}

const BY = /^([\p{L}.’' ,&-]{1,120}?):\s/u;

/** Reads such a line. Only names whose owners are among the book's authors are taken, and only where it leaves no choice. */
export function readBridgehead(words: string, bookAuthors: readonly string[]): Bridgehead {
  const by = BY.exec(words)?.[1];
  const names =
    by === undefined ? [] : by.split(/\s*(?:,\s*with|,\s*and|,|&|\band\b|\bwith\b)\s+/u);
  const authors = names.map((name) => ownerOf(name.trim(), bookAuthors));
  const certain = authors.every((author) => author !== undefined);
  const date = findDate(words);
  return {
    authors: certain ? authors.filter((author) => author !== undefined) : [],
    ...(date ? { date: date.edtf } : {}),
    ...dayDoubt(words, date),
  };
}

function ownerOf(name: string, authors: readonly string[]): string | undefined {
  if (name === "") return undefined;
  const owners = authors.filter((author) => author === name || author.endsWith(` ${name}`));
  return owners.length === 1 ? owners[0] : undefined;
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** A day of the week that is not the date's: one of the two is a slip. */
function dayDoubt(words: string, date: ReturnType<typeof findDate>): Pick<Bridgehead, "dateDoubt"> {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date?.edtf ?? "");
  const said = /(\p{L}+day),?\s*$/u.exec(words.slice(0, date?.at ?? 0))?.[1];
  // Before 1753 not all calendars agreed.
  if (!day || !date || said === undefined || !DAYS.includes(said) || Number(day[1]) < 1753)
    return {};
  const weekday = DAYS[new Date(`${date.edtf}T00:00:00Z`).getUTCDay()];
  return weekday === said
    ? {}
    : { dateDoubt: `${date.words} was a ${weekday ?? "different day"}, not a ${said}` };
}
