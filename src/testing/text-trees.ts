import * as fc from "fast-check";
import type { DivisionName } from "../edition/divisions.ts";
import { divisions } from "../edition/divisions.ts";
import type { Block, Inline, Paragraph, Text } from "../edition/text.ts";

/* Text trees for tests: a few by hand, any number by chance. */

/** Somewhere, where it does not matter. */
export const somewhere = { file: "documents/texts/any.md", line: 1, column: 1 } as const;

/** Words. */
export function text(value: string): Text {
  return { type: "text", value, place: somewhere };
}

/** A paragraph. */
export function paragraph(...children: readonly (Inline | string)[]): Paragraph {
  return {
    type: "paragraph",
    children: children.map((child) => (typeof child === "string" ? text(child) : child)),
    place: somewhere,
  };
}

/** Any division about some blocks. */
export function division(name: DivisionName, blocks: readonly Block[]): Block {
  return { type: "division", name, blocks, place: somewhere };
}

/** Any tree of blocks. */
export const anyBlocks: fc.Arbitrary<readonly Block[]> = fc.letrec<{
  block: Block;
  blocks: readonly Block[];
}>((tie) => ({
  blocks: fc.array(tie("block"), { maxLength: 4 }),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string({ minLength: 1 }).map((words) => paragraph(words)),
    fc.constant<Block>({ type: "rule", place: somewhere }),
    fc.constant<Block>({
      type: "heading",
      level: 2,
      children: [text("Heading")],
      place: somewhere,
    }),
    fc.constant<Block>({
      type: "table",
      alignments: ["none"],
      head: [[text("head")]],
      rows: [[[text("cell")]]],
      place: somewhere,
    }),
    tie("blocks").map((blocks): Block => ({ type: "quotation", blocks, place: somewhere })),
    fc
      .tuple(fc.constantFrom(...divisions.map(({ name }) => name)), tie("blocks"))
      .map(([name, blocks]) => division(name, blocks)),
    fc.array(tie("blocks"), { maxLength: 3 }).map((entries): Block => ({
      type: "list",
      ordered: false,
      tight: true,
      entries: entries.map((blocks) => ({ blocks, place: somewhere })),
      place: somewhere,
    })),
    tie("blocks").map((blocks): Block => ({
      type: "definitions",
      entries: [{ terms: [[text("word")]], meanings: [blocks] }],
      place: somewhere,
    })),
  ),
})).blocks;
