import type { Block } from "../../edition/text.ts";
import { writeCodeBlock } from "./code.ts";
import { writeDefinitions } from "./definitions.ts";
import { writeDivision } from "./divisions.ts";
import { headingSetting, paragraphSetting, writeImage, writeInlines } from "./inlines.ts";
import { type Bullet, writeList } from "./lists.ts";
import { writeTable } from "./tables.ts";
import { inOneLine, wrap } from "./wrap.ts";

/** Blocks in their normal form, as lines of a width. An empty line stands between two, unless they are to be tight. */
export function writeBlocks(
  blocks: readonly Block[],
  width: number,
  isTight = false,
): readonly string[] {
  const lines: string[] = [];
  let above: Block | undefined;
  let bullet: Bullet | undefined;
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && !isTight) lines.push("");
    const follows = above?.type === "list" && !above.ordered;
    bullet = follows && bullet === "-" ? "+" : "-";
    const written = writeBlock(block, width, bullet);
    if (above && wouldJoin(above, block, written)) lines.push("<!-- -->", "");
    for (const line of written) lines.push(line);
    if (block.type !== "doubt") above = block;
  }
  return lines;
}

/**
 * Whether Markdown would make one list of two blocks. Lists with hyphens are told apart by their
 * signs; behind definitions any line is a word if the next looks like its meaning.
 */
function wouldJoin(above: Block, below: Block, written: readonly string[]): boolean {
  if (above.type === "definitions") {
    const [, second, third] = written;
    return /^\s*[:~](?:\s|$)/.test((second === "" ? third : second) ?? "");
  }
  if (above.type !== "list" || below.type !== "list" || !above.ordered || !below.ordered)
    return false;
  return above.entries.at(-1)?.marker?.slice(-1) === below.entries[0]?.marker?.slice(-1);
}

function writeBlock(block: Block, width: number, bullet: Bullet): readonly string[] {
  switch (block.type) {
    case "paragraph":
      return wrap(writeInlines(block.children, paragraphSetting), width);
    case "heading": {
      const words = inOneLine(writeInlines(block.children, headingSetting));
      const id = block.id === undefined ? "" : `{#${block.id}}`;
      return [["#".repeat(block.level), words, id].filter((part) => part !== "").join(" ")];
    }
    case "list":
      return writeList(block, width, bullet);
    case "quotation":
      return writeBlocks(block.blocks, width - 2).map((line) => (line === "" ? ">" : `> ${line}`));
    case "table":
      return writeTable(block);
    case "figure":
      return [writeImage(block.image, block.caption)];
    case "rule":
      return ["---"];
    case "division":
      return writeDivision(block, width);
    case "definitions":
      return writeDefinitions(block, width);
    case "code-block":
      return writeCodeBlock(block.language, block.value);
    // A file holds the whole; only a reader leaves out.
    case "omission":
      return [];
    case "doubt":
      return [`<!-- doubt: ${block.message} -->`];
  }
}

/** Lines below a mark: the first behind it, the others indented as far. */
export function behindMark(mark: string, lines: readonly string[]): readonly string[] {
  const [first = "", ...others] = lines;
  const indentation = " ".repeat(mark.length);
  return [
    first === "" ? mark.trimEnd() : mark + first,
    ...others.map((line) => (line === "" ? "" : indentation + line)),
  ];
}
