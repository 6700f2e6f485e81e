import type { RegisterName } from "../../edition/edition.ts";

/** What an entry of a register is called. */
export interface EntryNames {
  readonly name: string;
  /** As it is sorted: "Dobrynin, Anatoly F.". */
  readonly sort?: string | undefined;
  readonly abbreviation?: string | undefined;
}

/**
 * Whether two entries of one register that have the same id are the same entry: their names are equal; of people the
 * family name is, and one of the given names begins alike ("Anatoly F. Dobrynin", "Anatoli F. Dobrynin"); of terms the
 * abbreviation is.
 */
export function isSameEntry(register: RegisterName, one: EntryNames, other: EntryNames): boolean {
  if (one.name === other.name) return true;
  if (register === "terms")
    return one.abbreviation !== undefined && one.abbreviation === other.abbreviation;
  if (register !== "people") return false;
  const [a, b] = [nameParts(one), nameParts(other)];
  return (
    a.family !== undefined &&
    a.family === b.family &&
    a.given.some((given) => b.given.some((same) => same[0] === given[0]))
  );
}

/** The last word of the family name, so that "Douglas-Home" and "Home" are one family; and the given names. */
function nameParts({ name, sort }: EntryNames): {
  readonly family: string | undefined;
  readonly given: readonly string[];
} {
  const comma = sort?.indexOf(",") ?? -1;
  if (sort === undefined || comma < 0) {
    const words = wordsOf(name);
    return { family: words.at(-1), given: words.slice(0, -1) };
  }
  return { family: wordsOf(sort.slice(0, comma)).at(-1), given: wordsOf(sort.slice(comma)) };
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
