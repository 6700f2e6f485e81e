import type { Edition, RegisterName } from "../../edition/edition.ts";
import type { RegisterFields, RegisterMatter } from "../../edition/register-matter.ts";
import type { EntryNames } from "./same-entry.ts";

/**
 * What an edition holds already, files, ids and numbers, as far as an import must know it. What is
 * planned is added, so that two inputs of one import do not get in each other's way.
 */
export interface Holdings {
  /** Files of the edition before the import, by their path in small letters: some systems do not tell Letter.md from letter.md. */
  readonly files: Map<string, HeldFile>;
  /** The files that this import has planned, by their path in small letters. */
  readonly planned: Set<string>;
  /** By id, the path of the file in which it stands. */
  readonly ids: Map<string, string>;
  /** Documents' numbers by volume ("" for none). */
  readonly numbers: Map<string, Numbers>;
  readonly entries: Map<string, HeldEntry>;
  /** By a volume's id, the path of the file that tells of it. */
  readonly volumes: Map<string, string>;
  hasSettings: boolean;
  hasReaders: boolean;
}

/** The numbers that a volume's documents have. */
export interface Numbers {
  /** The path of the file that has a number. */
  readonly files: Map<number, string>;
  highest: number;
}

/** A Markdown file that the edition has. */
export interface HeldFile {
  readonly path: string;
  /** Absent of files that hold several things, and of pictures. */
  readonly id?: string;
  readonly number?: number;
}

/** An entry of a register that the edition has. */
export interface HeldEntry {
  readonly register: RegisterName;
  readonly names: EntryNames;
  /** All else that is said of it but for its sorted name, in one line. */
  readonly words: string;
  readonly file: string;
}

/** What a folder without an edition holds. */
export function noHoldings(): Holdings {
  return {
    files: new Map(),
    planned: new Set(),
    ids: new Map(),
    numbers: new Map(),
    entries: new Map(),
    volumes: new Map(),
    hasSettings: false,
    hasReaders: false,
  };
}

/** Numbers from here on were made up for files without one. */
const MADE_UP = 1_000_000_000;

/** What an edition holds. `paths` are all files under `documents/`, also those that could not be read. */
export function holdingsOf(edition: Edition, paths: readonly string[]): Holdings {
  const holdings = noHoldings();
  for (const path of paths) holdings.files.set(path.toLowerCase(), { path });
  for (const { id, file } of [
    ...edition.documents,
    ...edition.essays,
    ...edition.readers,
    ...edition.register,
  ])
    if (!holdings.ids.has(id)) holdings.ids.set(id, file);
  for (const { id, file } of [...edition.essays, ...edition.readers])
    holdings.files.set(file.toLowerCase(), { path: file, id });
  for (const { id, file, number, matter } of edition.documents) {
    if (number >= MADE_UP) continue;
    holdings.files.set(file.toLowerCase(), { path: file, id, number });
    takeNumber(numbersOf(holdings, matter.volume), number, file);
  }
  for (const { id, register, matter, file } of edition.register) {
    if (!holdings.entries.has(id))
      holdings.entries.set(id, { register, ...namesAndWords(matter), file });
  }
  for (const { id, file } of edition.volumes) holdings.volumes.set(id, file);
  holdings.hasSettings = paths.includes("documents/edition.yaml");
  holdings.hasReaders = edition.readers.length > 0;
  return holdings;
}

/** What an entry is called, and what else is said of it. */
export function namesAndWords(
  matter: RegisterFields | RegisterMatter,
): Pick<HeldEntry, "names" | "words"> {
  const { name, sort, ...said } = matter;
  return {
    names: { name: text(name) ?? "", sort: text(sort), abbreviation: text(matter.abbreviation) },
    words: inOneLine(said),
  };
}

/** YAML may have a number where words are meant. */
function text(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The numbers of a volume; none yet, where nothing of it is known. */
export function numbersOf(holdings: Holdings, volume: string | undefined): Numbers {
  const known = holdings.numbers.get(volume ?? "") ?? { files: new Map(), highest: 0 };
  holdings.numbers.set(volume ?? "", known);
  return known;
}

/** Notes that a file has a number. */
export function takeNumber(numbers: Numbers, number: number, file: string): void {
  numbers.files.set(number, file);
  numbers.highest = Math.max(numbers.highest, number);
}

/** All words of some fields in one line. */
export function inOneLine(fields: unknown): string {
  return wordsOf(fields).join("; ").replaceAll(/\s+/g, " ").trim();
}

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, inner]) => wordsOf(inner));
}
