import type { Block, List } from "../../edition/text.ts";
import { behindMark, writeBlocks } from "./blocks.ts";
import { needsNoEmptyLine } from "./tightness.ts";

/** The sign before the entries of a list without numbers. An asterisk would be a trap in a transcription. */
export type Bullet = "-" | "+";

/** A list, its numbers as the tree has them. */
export function writeList(list: List, width: number, bullet: Bullet): readonly string[] {
  const between = list.tight && list.entries.every((entry) => needsNoEmptyLine(entry.blocks));
  return list.entries.flatMap(({ marker, blocks }, index) => {
    const mark = `${marker ?? bullet} `;
    const lines = behindMark(mark, [
      ...(standsBelowItsMark(blocks[0]) ? [""] : []),
      ...writeBlocks(blocks, width - mark.length, between),
    ]);
    return index === 0 || between ? lines : ["", ...lines];
  });
}

/** A list in the line of another's mark looks like a date, `25. 5. 62`, and a rule there would take the mark for its own. */
function standsBelowItsMark(first: Block | undefined): boolean {
  return first?.type === "list" || first?.type === "rule";
}
