import type { ImportedWork } from "../importer.ts";
import { lettersOf } from "../ledger.ts";
import { type Discrepancy, type DraftWords, proveOriginals } from "./prove-originals.ts";

/** What a work's drafts do not say as the input says it. */
export interface WorkProof {
  /** By draft. */
  readonly drafts: ReadonlyMap<object, readonly Discrepancy[]>;
  /** Letters that the importer counted in the input, less those that it accounts for: 0 where nothing is lost. */
  readonly unaccounted: number;
}

/** Compares all drafts of a work with the pieces of the input that they were made of, and the pieces with the whole. */
export function proveWork(work: ImportedWork): WorkProof {
  const drafts = new Map<object, readonly Discrepancy[]>();
  let accounted = 0;
  for (const { draft, words } of draftsOf(work)) {
    const found = proveOriginals(draft.originals, words);
    if (found.length > 0) drafts.set(draft, found);
    for (const { text } of draft.originals) accounted += lettersOf(text).length;
  }
  for (const { text } of work.left) accounted += lettersOf(text).length;
  return { drafts, unaccounted: work.counted.letters - accounted };
}

/** The drafts that are made of pieces of the input. */
export function draftsWithOriginals(
  work: ImportedWork,
): readonly (object & Pick<ImportedWork["essays"][number], "originals">)[] {
  return [...work.documents, ...work.essays, ...work.registers, ...work.volumes];
}

const NOTHING = { blocks: [], notes: [] } as const;

function draftsOf(work: ImportedWork): readonly {
  readonly draft: object & Pick<ImportedWork["essays"][number], "originals">;
  readonly words: DraftWords;
}[] {
  return [
    ...work.documents.map((draft) => ({
      draft,
      words: { ...draft, markdownFields: ["abstract"] },
    })),
    ...work.essays.map((draft) => ({ draft, words: { ...draft, markdownFields: [] } })),
    ...work.registers.map((draft) => ({
      draft,
      words: {
        ...NOTHING,
        matter: Object.fromEntries(draft.entries.map(({ id, matter }) => [id, matter])),
        markdownFields: ["description"],
      },
    })),
    ...work.volumes.map((draft) => ({
      draft,
      words: { ...NOTHING, matter: draft.matter, markdownFields: [] },
    })),
  ];
}
