import type { LeftBehind } from "../ledger.ts";
import { leaving } from "../reading/account.ts";
import type { Passage } from "../reading/passage.ts";
import type { RawBlock } from "../reading/raw-blocks.ts";

const OVER_NOTES =
  /^\s*\[?(?:foot|end)?notes?(?: and references| by .{1,60})?\]?\s*:?\s*$|^\s*references\s*$/iu;

/** A heading over notes, which stand apart now, and a rule before them. */
export function withoutNotesHeading(
  blocks: readonly RawBlock[],
  hasNotes: boolean,
): { readonly blocks: readonly RawBlock[]; readonly left: readonly LeftBehind[] } {
  if (!hasNotes) return { blocks, left: [] };
  const over: Passage[] = [];
  const kept = blocks.filter((block, index) => {
    const next = blocks[index + 1];
    const isBare = next === undefined || next.type === "heading" || next.type === "rule";
    if (block.type === "rule") return next !== undefined;
    if (
      (block.type !== "heading" && block.type !== "paragraph") ||
      !isBare ||
      !OVER_NOTES.test(block.passage.letters)
    )
      return true;
    over.push(block.passage);
    return false;
  });
  while (kept.at(-1)?.type === "rule") kept.pop();
  return { blocks: kept, left: leaving("heading over the notes", "the notes stand apart", over) };
}
