import { divisionNamed } from "../edition/divisions.ts";
import type { Block } from "../edition/text.ts";
import type { Report } from "./markdown/reading.ts";

/** Reports headings that skip a level or are the title's. Teaching parts have their own order of headings. */
export function checkHeadings(blocks: readonly Block[], report: Report): void {
  let last = 1;
  const check = (block: Block): void => {
    switch (block.type) {
      case "heading":
        if (block.level === 1)
          report(
            "heading-level",
            block.place,
            "a heading of the first level, which is the title’s",
            "write ##; or a backslash before the # if it belongs to the text",
          );
        else if (block.level > last + 1)
          report(
            "heading-level",
            block.place,
            `a heading of level ${block.level} without one of level ${last + 1} above it`,
            `write ${"#".repeat(last + 1)}`,
          );
        last = Math.max(block.level, 1);
        return;
      case "division":
        if (divisionNamed(block.name)?.side === "teaching") checkHeadings(block.blocks, report);
        else block.blocks.forEach(check);
        return;
      case "quotation":
        block.blocks.forEach(check);
        return;
      case "list":
        block.entries.forEach((entry) => entry.blocks.forEach(check));
        return;
      case "definitions":
        block.entries.forEach((entry) => entry.meanings.flat().forEach(check));
        return;
      case "paragraph":
      case "table":
      case "figure":
      case "rule":
      case "code-block":
        return;
    }
  };
  blocks.forEach(check);
}
