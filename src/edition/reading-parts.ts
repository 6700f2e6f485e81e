import { divisionNamed } from "./divisions.ts";
import type { Block, Division } from "./text.ts";

/** What a reader says of a reading: what stands before it, and what is asked behind it, wherever its file has them. */
export function readingParts(blocks: readonly Block[]): {
  readonly before: readonly Block[];
  readonly behind: readonly Division[];
} {
  return {
    before: blocks.filter((block) => !standsBehind(block)),
    behind: blocks.filter(standsBehind),
  };
}

function standsBehind(block: Block): block is Division {
  return block.type === "division" && divisionNamed(block.name)?.stands === "after";
}
