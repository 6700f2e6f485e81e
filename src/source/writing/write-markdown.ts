import type { Block, Note } from "../../edition/text.ts";
import { writeBlocks } from "./blocks.ts";
import { normalBlocks, normalNotes } from "./normal-form.ts";
import { writeNote } from "./notes.ts";
import { LINE_WIDTH } from "./wrap.ts";

/**
 * Text as Markdown, as a careful editor would have typed it: read again it is the same tree, but for
 * what `normal-form.ts` says. Its lines have no end of their own: each paragraph is one line, so that
 * a field's file can wrap it.
 */
export function writeMarkdown(blocks: readonly Block[], notes: readonly Note[] = []): string {
  return linesOf(blocks, notes, Number.POSITIVE_INFINITY).join("\n");
}

/** The same as lines that are wrapped, as a file has them below its front matter. */
export function writeWrapped(blocks: readonly Block[], notes: readonly Note[]): string {
  return linesOf(blocks, notes, LINE_WIDTH).join("\n");
}

function linesOf(
  blocks: readonly Block[],
  notes: readonly Note[],
  width: number,
): readonly string[] {
  const parts = [
    writeBlocks(normalBlocks(blocks), width),
    ...normalNotes(notes).map((note) => writeNote(note, width)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
}
