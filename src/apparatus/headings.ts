import type { RegisterEntry } from "../edition/edition.ts";

/** The heading under which an index lists an entry: "Biryuzov, Sergei", "CPSU". */
export function headingOf({ matter }: RegisterEntry): string {
  return matter.sort ?? matter.abbreviation ?? matter.name;
}

// One language for all machines, so that an index does not change its order with the computer it is made on.
const options = { numeric: true, ignorePunctuation: true } as const;
const letters = new Intl.Collator("en", { ...options, sensitivity: "base" });
const signs = new Intl.Collator("en", options);

/**
 * Order of two headings as an index has it: up to the first comma, then what follows (Chicago Manual of Style,
 * 18th edition, on letter-by-letter alphabetizing): "Castro, Fidel" before "Castro Ruz, Raúl". Numbers count as
 * numbers, capitals and accents only where all letters are equal; Cyrillic follows Latin.
 */
export function compareHeadings(a: string, b: string): number {
  const [[surnameA, restA], [surnameB, restB]] = [atComma(a), atComma(b)];
  return (
    letters.compare(surnameA, surnameB) ||
    letters.compare(restA, restB) ||
    signs.compare(a, b) ||
    (a < b ? -1 : a > b ? 1 : 0)
  );
}

function atComma(heading: string): readonly [string, string] {
  const comma = heading.indexOf(",");
  return comma < 0 ? [heading, ""] : [heading.slice(0, comma), heading.slice(comma + 1)];
}
