import { divisionNamed } from "../edition/divisions.ts";
import type { Heading } from "../edition/text.ts";
import { type TextNode, childrenOf } from "../edition/walk.ts";
import type { Report } from "./markdown/reading.ts";

/** Reports headings that skip a level or are the title's. Teaching parts have their own order of headings. */
export function checkHeadings(nodes: readonly TextNode[], report: Report): void {
  let last = 1;
  const check = (node: TextNode): void => {
    if (node.type === "heading") {
      checkLevel(node, last, report);
      last = node.level;
    } else if (node.type === "division" && divisionNamed(node.name)?.side === "teaching")
      checkHeadings(node.blocks, report);
    else childrenOf(node).forEach(check);
  };
  nodes.forEach(check);
}

function checkLevel({ level, place }: Heading, last: number, report: Report): void {
  if (level === 1)
    report(
      "heading-level",
      place,
      "a heading of the first level, which is the title’s",
      "write ##; or a backslash before the # if it belongs to the text",
    );
  else if (level > last + 1)
    report(
      "heading-level",
      place,
      `a heading of level ${level} without one of level ${last + 1} above it`,
      `write ${"#".repeat(last + 1)}`,
    );
}
