import type { KnownLayout } from "./layout/lay-out-chunks.ts";
import type { ExpectedReading } from "./proof/expected-text.ts";
import { proveLayout } from "./proof/layout-proof.ts";
import type { PaginatedReader, PaginationOrder } from "./paginate.ts";
import { ChunksFailed } from "./print-failure.ts";
import type { ProofFailure } from "./proof/proof-failure.ts";
import type { ReadySegment } from "./segments/print-segments.ts";

/** A reader laid out and printed, what its layout lacks, and what was begun with it meanwhile. */
export interface ProvedReader<Begun> {
  readonly paginated: PaginatedReader;
  readonly failures: readonly ProofFailure[];
  readonly begun: Begun;
}

/** What is done with a reader besides, from when its first segment is printed. */
export interface Meanwhile<Begun> {
  /** Given its segments in their order, while others print. */
  readonly onSegment: (segment: ReadySegment) => void;
  /** Begins what can be done in other threads with the printed reader while its layout is proved. */
  readonly begin: (paginated: PaginatedReader) => Begun;
}

/** Lays out and prints what a file holds, as the order says. */
export type Paginate = (order: PaginationOrder) => Promise<PaginatedReader>;

/** As often as new chunks may turn out to fail; what fails then is said. */
const MOST_TRIES = 3;

/**
 * Lays a reader out, prints it in segments and proves that all of it is there. Chunks in which Paged.js fails,
 * or loses text, are set in the plainest way, with all their notes behind them: a book with a note in the
 * wrong place is better than no book. The proof is the same for all. What is done meanwhile begins
 * anew with each try; only what comes of the last is asked for.
 */
export async function layOutWhole<Begun>(
  paginate: Paginate,
  order: PaginationOrder,
  expected: readonly ExpectedReading[],
  meanwhile: () => Meanwhile<Begun>,
): Promise<ProvedReader<Begun>> {
  const plain = new Set<string>();
  const memory = new Map<string, KnownLayout>();
  for (let tries = 1; ; tries += 1) {
    const known = plain.size;
    try {
      const { onSegment, begin } = meanwhile();
      const settings = { ...order, memory, plain: new Set(plain), onSegment };
      const paginated = await paginate(settings);
      const begun = begin(paginated);
      const failures = proveLayout(paginated, expected);
      for (const { rule, chunk } of failures) {
        if (rule === "print-text" && chunk !== undefined) plain.add(chunk);
      }
      if (plain.size === known || tries === MOST_TRIES) {
        return { paginated, failures: [...failures, ...withoutFont(paginated, expected)], begun };
      }
    } catch (error) {
      if (!(error instanceof ChunksFailed) || tries === MOST_TRIES) throw error;
      for (const chunk of error.chunks) plain.add(chunk);
      if (plain.size === known) throw error;
    }
  }
}

/** Says which paragraphs and notes have letters that cannot be printed, or in which chunks such letters stand elsewhere. */
function withoutFont(
  { withoutFont: lacking }: PaginatedReader,
  expected: readonly ExpectedReading[],
): readonly ProofFailure[] {
  if (lacking.size === 0) return [];
  const all = new Set([...lacking.values()].flatMap((letters) => Array.from(letters)));
  const named = new Set<string>();
  const failures: ProofFailure[] = [];
  for (const { paragraphs, notes } of expected) {
    for (const { name, place, letters } of [...paragraphs, ...notes]) {
      const own = [...all].filter((letter) => letters.includes(letter));
      if (own.length === 0) continue;
      for (const letter of own) named.add(letter);
      failures.push({ rule: "print-font", place, message: `${name} has ${inWords(own)}` });
    }
  }
  for (const [chunk, letters] of lacking) {
    const others = Array.from(letters).filter((letter) => !named.has(letter));
    if (others.length === 0) continue;
    failures.push({ rule: "print-font", chunk, message: `“${chunk}” has ${inWords(others)}` });
  }
  return failures;
}

/** With the most that a message can hold. */
function inWords(letters: readonly string[]): string {
  const more = letters.length > 12 ? " and others" : "";
  return `letters that no font on this computer has: “${letters.slice(0, 12).join(" ")}”${more}`;
}
