import type { ImportedWork } from "./importer.ts";
import { countWords, heldKinds } from "./ledger.ts";
import { type WorkProof, draftsWithOriginals } from "./proof/prove-work.ts";
import { tallyOf } from "./tally.ts";

/** How much of a kind went into an import, how much of it is in the drafts, and how much was left behind. */
export interface BalanceRow {
  readonly kind: "words" | (typeof heldKinds)[number];
  readonly in: number;
  readonly out: number;
  readonly left: number;
}

/**
 * Balances what went in against what came out. Drafts that are not written, since they could not be proved, do
 * not count as having come out.
 */
export function balanceOf(
  work: ImportedWork,
  proof: WorkProof,
  unwritten: ReadonlySet<object>,
): readonly BalanceRow[] {
  const tally = tallyOf({
    ...work,
    documents: work.documents.filter((draft) => !unwritten.has(draft)),
    essays: work.essays.filter((draft) => !unwritten.has(draft)),
  });
  return [
    balanceOfWords(work, proof, unwritten),
    ...heldKinds.map((kind) => ({
      kind,
      in: work.counted[kind],
      out: tally[kind],
      left: work.left.reduce((sum, { holds }) => sum + (holds?.[kind] ?? 0), 0),
    })),
  ];
}

/**
 * Words are counted in the pieces of the input, whose letters are proved to be all of the input's: where two
 * pieces meet within a word it counts in both. If letters are missing the input's own words are told, which are
 * then not those of the pieces.
 */
function balanceOfWords(
  work: ImportedWork,
  { unaccounted }: WorkProof,
  unwritten: ReadonlySet<object>,
): BalanceRow {
  const { compared, counted } = work;
  if (compared)
    return {
      kind: "words",
      in: compared.words,
      out: unwritten.size > 0 ? 0 : compared.words - compared.left,
      left: compared.left,
    };
  const left = wordsOf(work.left);
  let pieces = left;
  let out = 0;
  for (const draft of draftsWithOriginals(work)) {
    const words = wordsOf(draft.originals);
    pieces += words;
    if (!unwritten.has(draft)) out += words;
  }
  if (unaccounted === 0) return { kind: "words", in: pieces, out, left };
  const own =
    unaccounted > 0 ? Math.max(counted.words, pieces + 1) : Math.min(counted.words, pieces - 1);
  return { kind: "words", in: own, out, left };
}

function wordsOf(pieces: readonly { readonly text: string }[]): number {
  return pieces.reduce((sum, { text }) => sum + countWords(text), 0);
}
