import { divisionNamed } from "../edition/divisions.ts";
import type { Block, Division } from "../edition/text.ts";
import { plainText, walk } from "../edition/walk.ts";
import { division, insideDivision } from "./divisions.ts";
import { element } from "./element.ts";
import { type MarginRow, fitsMargin, planMargin } from "./margin-plan.ts";
import { note, notesCalledIn } from "./notes.ts";
import type { Writer } from "./writer.ts";

/** Divisions that run with the text: their blocks get notes one by one. Others (a stamp, a box) are taken as a whole. */
const RUNNING = new Set(["entry", "opener", "closer", "postscript", "attachment"]);

/**
 * Blocks for the screen with their notes. A block that calls notes is followed at once by them, which
 * is the order of reading. A passage holds a run of such blocks; styles set its notes beside the text
 * where the screen has a margin, unless there are so many that they would leave the text torn apart.
 */
export function passages(blocks: readonly Block[], writer: Writer): string {
  const beside = fitsMargin(blocks.map((block) => marginRow(block, writer)));
  return running(blocks, writer, beside);
}

function running(blocks: readonly Block[], writer: Writer, beside: boolean): string {
  let written = "";
  let run: Block[] = [];
  for (const block of blocks) {
    if (block.type !== "division" || !runs(block)) {
      run.push(block);
      continue;
    }
    const inside = insideDivision(block, writer);
    written += passage(run, writer, beside);
    written += division(block, writer, running(block.blocks, inside, beside));
    run = [];
  }
  return written + passage(run, writer, beside);
}

function runs({ name }: Division): boolean {
  return RUNNING.has(name) || divisionNamed(name)?.stands !== "in-place";
}

function passage(blocks: readonly Block[], writer: Writer, beside: boolean): string {
  const rows = blocks.map((block) => marginRow(block, writer));
  if (rows.every(({ notes }) => notes.length === 0)) return writer.blocks(blocks, writer);
  const plan = beside ? planMargin(rows) : undefined;
  const inside = blocks.map((block, row) => {
    const notes = notesCalledIn([block], writer).map((numbered) => note(numbered, writer));
    const place = plan?.get(row);
    const style = place ? `--from: ${place.from}; --span: ${place.span}` : undefined;
    const list =
      notes.length === 0 ? "" : element("aside", { class: "notes", style }, notes.join(""));
    return writer.blocks([block], writer) + list;
  });
  const attributes = beside
    ? { class: "passage passage-beside", style: `--rows: ${rows.length}` }
    : { class: "passage passage-beneath" };
  return element("div", attributes, inside.join(""));
}

function marginRow(block: Block, writer: Writer): MarginRow {
  return {
    letters: lettersOf([block], writer),
    notes: notesCalledIn([block], writer).map(({ note: { blocks } }) => lettersOf(blocks, writer)),
  };
}

/** How many letters some blocks show, citations as they are written out. */
function lettersOf(blocks: readonly Block[], { works }: Writer): number {
  let letters = plainText(blocks).length;
  if (!works || works.citations.size === 0) return letters;
  for (const node of walk(blocks))
    if (node.type === "citation") letters += works.citations.get(node)?.text.length ?? 0;
  return letters;
}
