import { divisionNamed } from "../edition/divisions.ts";
import type { Block, List } from "../edition/text.ts";
import type { Report } from "./markdown/reading.ts";

/**
 * Lists of a transcription that may be none, or whose numbers jump: “25. May” alone, or 1, 2, 4.
 * A list may go on where one before it in the document ended.
 */
export function checkListNumbers(blocks: readonly Block[], report: Report): void {
  const ends = new Set<number>([0]);
  const check = (block: Block): void => {
    switch (block.type) {
      case "list":
        if (block.ordered) checkList(block, ends, report);
        for (const entry of block.entries) {
          // A list that begins in its entry's own line has been reported as what it is: a date.
          const isDate = (inner: Block) =>
            inner.type === "list" && inner.place.line === entry.place.line;
          entry.blocks.filter((inner) => !isDate(inner)).forEach(check);
        }
        return;
      case "quotation":
        block.blocks.forEach(check);
        return;
      case "division":
        if (divisionNamed(block.name)?.side !== "teaching") block.blocks.forEach(check);
        return;
      case "definitions":
        block.entries.forEach((entry) => entry.meanings.flat().forEach(check));
        return;
      case "paragraph":
      case "heading":
      case "table":
      case "figure":
      case "rule":
      case "code-block":
        return;
    }
  };
  blocks.forEach(check);
}

function checkList(list: List, ends: Set<number>, report: Report): void {
  const [first, ...others] = list.entries;
  if (!first) return;
  const start = numberOf(first.marker);
  let last = start;
  const inner = first.blocks[0];
  const isDate = inner?.type === "list" && inner.place.line === first.place.line;
  if (others.length === 0 && start !== 1 && !ends.has(start - 1) && !isDate)
    report(
      "trap-list",
      first.place,
      `“${first.marker ?? ""}” at the beginning of a line makes a list of one entry`,
      `put a backslash before the sign behind the number: ${(first.marker ?? "").replace(/(\D)$/, "\\$1")}`,
    );
  for (const entry of others) {
    const number = numberOf(entry.marker);
    if (number !== last + 1)
      report("list-number", entry.place, `the list goes from ${last} to ${number}`);
    last = number;
  }
  ends.add(last);
}

function numberOf(marker: string | undefined): number {
  return Number.parseInt(marker ?? "0", 10);
}
