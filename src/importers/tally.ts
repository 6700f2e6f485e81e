import type { Block, Note } from "../edition/text.ts";
import { walk } from "../edition/walk.ts";
import type { Counted, ImportedWork } from "./importer.ts";

/** What stands in the drafts, counted from the drafts themselves. */
export type Tally = Omit<Counted, "letters" | "words">;

/** Counts notes, references, pages and mentions of people in a work's drafts. */
export function tallyOf(work: ImportedWork): Tally {
  const entries = new Map(
    work.registers.flatMap(({ register, entries: own }) => own.map(({ id }) => [id, register])),
  );
  const tally = { notes: 0, references: 0, pages: 0, people: 0 };
  const count = (blocks: readonly Block[]): void => {
    for (const node of walk(blocks)) {
      if (node.type === "page-break") tally.pages += 1;
      if (node.type === "link") tally.references += 1;
      if (node.type !== "reference") continue;
      const register = entries.get(node.target);
      if (register === undefined) tally.references += 1;
      if (register === "people") tally.people += 1;
    }
  };
  const countText = (blocks: readonly Block[], notes: readonly Note[]): void => {
    count(blocks);
    for (const note of notes) count(note.blocks);
    tally.notes += notes.length;
  };
  for (const { blocks, notes } of [...work.documents, ...work.essays]) countText(blocks, notes);
  return tally;
}
