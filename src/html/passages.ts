import { divisionNamed } from "../edition/divisions.ts";
import type { Block, Division } from "../edition/text.ts";
import { division, insideDivision } from "./divisions.ts";
import { element } from "./element.ts";
import { note, notesCalledIn } from "./notes.ts";
import type { Writer } from "./writer.ts";

/** Divisions that run with the text: their blocks get notes one by one. Others (a stamp, a box) are taken as a whole. */
const RUNNING = new Set(["entry", "opener", "closer", "postscript", "attachment"]);

/**
 * Blocks for the screen with their notes. A block that calls notes is followed at once by them, which
 * is the order of reading; a passage holds both and what follows until the next such block, so that
 * styles can set the notes beside it.
 */
export function passages(blocks: readonly Block[], writer: Writer): string {
  let written = "";
  let annotated: string | undefined;
  let rest = "";
  const closePassage = () => {
    if (annotated === undefined) written += rest;
    else written += passage(annotated, rest);
    annotated = undefined;
    rest = "";
  };
  for (const one of blocks) {
    if (one.type === "division" && runs(one)) {
      closePassage();
      const inside = insideDivision(one, writer);
      written += division(one, writer, passages(one.blocks, inside));
      continue;
    }
    const notes = notesCalledIn([one], writer);
    const html = writer.blocks([one], writer);
    if (notes.length === 0) {
      rest += html;
      continue;
    }
    closePassage();
    const list = notes.map((numbered) => note(numbered, writer)).join("");
    annotated = html + element("aside", { class: "notes" }, list);
  }
  closePassage();
  return written;
}

function runs({ name }: Division): boolean {
  return RUNNING.has(name) || divisionNamed(name)?.stands !== "in-place";
}

function passage(annotated: string, rest: string): string {
  const following = rest === "" ? "" : element("div", { class: "passage-rest" }, rest);
  return element("div", { class: "passage" }, annotated + following);
}
