import type { Block, Note } from "../../edition/text.ts";
import { writeBlocks } from "./blocks.ts";

/** What follows the first line of a note is indented by four spaces. */
const INDENTATION = "    ";

/** A note as it is defined: `[^1]: Its text.` */
export function writeNote({ label, blocks }: Note, width: number): readonly string[] {
  const mark = `[^${label}]:`;
  const [first = "", ...others] = [
    ...(standsBesideItsLabel(blocks[0]) ? [] : [""]),
    ...writeBlocks(blocks, width - INDENTATION.length),
  ];
  return [
    first === "" ? mark : `${mark} ${first}`,
    ...others.map((line) => (line === "" ? "" : INDENTATION + line)),
  ];
}

function standsBesideItsLabel(first: Block | undefined): boolean {
  return first?.type === "paragraph" || first?.type === "figure";
}
