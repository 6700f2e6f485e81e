import type { IndexLine } from "../../apparatus/apparatus.ts";
import type { RegisterEntry, RegisterName } from "../../edition/edition.ts";
import type { ApparatusPart } from "../../edition/reader-matter.ts";
import { type Desk, registerNames } from "../desk.ts";
import { registerTitles } from "./titles.ts";

/** People, places, organizations or terms that this reader mentions. */
export interface PrintRegister {
  readonly name: RegisterName;
  readonly title: string;
  readonly entries: readonly PrintRegisterEntry[];
}

/** An entry of a register in print. */
export interface PrintRegisterEntry {
  readonly id: string;
  readonly heading: string;
  readonly abbreviation: string | undefined;
  readonly also: readonly string[];
  readonly dates: string | undefined;
  readonly role: string | undefined;
  readonly description: string;
}

/** A letter of the index with its lines. */
export interface PrintIndexLetter {
  readonly letter: string;
  readonly lines: readonly PrintIndexLine[];
}

/** An entry in the index. */
export interface PrintIndexLine {
  /** What its mentions lead to: the entry in its register, or this line where no register is printed. */
  readonly target: string;
  readonly heading: string;
  /** Whether its mentions lead to this line. */
  readonly own: boolean;
}

/** Registers, abbreviations and index of a printed file. */
export interface PrintRegisters {
  readonly registers: readonly PrintRegister[];
  readonly abbreviations: readonly PrintRegisterEntry[];
  readonly index: readonly PrintIndexLetter[];
}

/** Whether a printed file contains a part of the apparatus. */
export type Contains = (part: ApparatusPart) => boolean;

/** The id to which mentions of an entry lead in a printed file; nothing where neither a register nor an index has it. */
export function targetOfEntry(entry: RegisterEntry, has: Contains): string | undefined {
  if (has(partOf(entry))) return entry.id;
  return has("index") ? `index--${entry.id}` : undefined;
}

/** Registers, abbreviations and index with the entries that a file mentions. */
export function printRegisters(
  { apparatus }: Pick<Desk, "apparatus">,
  mentioned: ReadonlySet<RegisterEntry>,
  has: Contains,
  describe: (entry: RegisterEntry) => string,
): PrintRegisters {
  const lines = registerNames
    .flatMap((name) => apparatus.indexes[name])
    .filter(({ entry }) => mentioned.has(entry));
  const listed = lines.filter(({ entry }) => has(partOf(entry)));
  const view = (entry: RegisterEntry): PrintRegisterEntry => ({
    id: entry.id,
    heading: entry.matter.sort ?? entry.matter.name,
    abbreviation: entry.matter.abbreviation,
    also: entry.matter.also,
    dates: entry.matter.dates,
    role: entry.matter.role,
    description: describe(entry),
  });
  return {
    registers: registerNames
      .map((name) => ({
        name,
        title: registerTitles[name],
        entries: listed
          .filter(({ entry }) => entry.register === name && !isAbbreviation(entry))
          .map(({ entry }) => view(entry)),
      }))
      .filter((register) => register.entries.length > 0),
    abbreviations: listed
      .filter(({ entry }) => isAbbreviation(entry))
      .map(({ entry }) => view(entry))
      .sort((one, other) => byLetters(one.abbreviation ?? "", other.abbreviation ?? "")),
    index: has("index") ? indexLetters(lines, has) : [],
  };
}

/** By which name a reader chooses whether it lists an entry. */
function partOf(entry: RegisterEntry): ApparatusPart {
  return isAbbreviation(entry) ? "abbreviations" : entry.register;
}

function isAbbreviation({ register, matter }: RegisterEntry): boolean {
  return register === "terms" && matter.abbreviation !== undefined;
}

function indexLetters(lines: readonly IndexLine[], has: Contains): readonly PrintIndexLetter[] {
  const letters = new Map<string, PrintIndexLine[]>();
  const sorted = lines
    .map(({ entry, heading }) => ({
      target: targetOfEntry(entry, has) ?? entry.id,
      heading,
      own: !has(partOf(entry)),
    }))
    .sort((one, other) => byLetters(one.heading, other.heading));
  for (const line of sorted) {
    const letter = line.heading.normalize("NFD").charAt(0).toUpperCase();
    const same = letters.get(letter);
    if (same) same.push(line);
    else letters.set(letter, [line]);
  }
  return [...letters].map(([letter, same]) => ({ letter, lines: same }));
}

function byLetters(one: string, other: string): number {
  return one.localeCompare(other, "en");
}
