import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyBlocks, division, paragraph, somewhere, text } from "../testing/text-trees.ts";
import { divisionNamed } from "./divisions.ts";
import { numberParagraphs } from "./paragraph-numbers.ts";
import type { Block } from "./text.ts";
import { type TextNode, childrenOf, walk } from "./walk.ts";

/** The numbers of some blocks in reading order; a dash for what could have one and has none. */
function numbersOf(blocks: readonly Block[]): readonly (number | "-")[] {
  return [...walk(blocks)].flatMap((node) =>
    node.type === "paragraph" || node.type === "table" ? [node.number ?? "-"] : [],
  );
}

describe("the numbers of paragraphs", () => {
  it("run on through lists, quotations and divisions", () => {
    const list: Block = {
      type: "list",
      ordered: true,
      tight: false,
      entries: [
        { blocks: [paragraph("two"), paragraph("three")], place: somewhere },
        { blocks: [paragraph("four")], place: somewhere },
      ],
      place: somewhere,
    };
    const quotation: Block = { type: "quotation", blocks: [paragraph("five")], place: somewhere };
    const entry = division("entry", [division("opener", [paragraph("six")]), paragraph("seven")]);
    const numbered = numberParagraphs([paragraph("one"), list, quotation, entry]);
    expect(numbersOf(numbered)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("pass over teaching parts, which may come and go", () => {
    const context = division("context", [paragraph("what was going on")]);
    const numbered = numberParagraphs([paragraph("one"), context, paragraph("two")]);
    expect(numbersOf(numbered)).toEqual([1, "-", 2]);
  });

  it("count a table once, whatever stands in it", () => {
    const table: Block = {
      type: "table",
      alignments: ["left", "left"],
      head: [[text("Name")], [text("Rank")]],
      rows: [[[text("Ivanov")], [text("Colonel General")]]],
      place: somewhere,
    };
    expect(numbersOf(numberParagraphs([paragraph("one"), table, paragraph("three")]))).toEqual([
      1, 2, 3,
    ]);
  });

  it("do not count headings, rules and figures", () => {
    const heading: Block = {
      type: "heading",
      level: 2,
      children: [text("Decision")],
      place: somewhere,
    };
    const rule: Block = { type: "rule", place: somewhere };
    const numbered = numberParagraphs([heading, paragraph("one"), rule, paragraph("two")]);
    expect(numbersOf(numbered)).toEqual([1, 2]);
  });

  it("are 1 to n, each once and in order, whatever the text is", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const numbers = numbersOf(numberParagraphs(blocks)).filter((number) => number !== "-");
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });

  it("are given to all paragraphs and tables but those of teaching parts", () => {
    const counted = (nodes: readonly TextNode[]): number =>
      nodes.reduce((count, node) => {
        if (node.type === "division" && divisionNamed(node.name)?.side === "teaching") return count;
        const own = node.type === "paragraph" || node.type === "table" ? 1 : 0;
        return count + own + counted(childrenOf(node));
      }, 0);
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const numbers = numbersOf(numberParagraphs(blocks)).filter((number) => number !== "-");
        expect(numbers).toHaveLength(counted(blocks));
      }),
    );
  });

  it("change nothing else", () => {
    const withoutNumbers = (blocks: readonly Block[]): string =>
      JSON.stringify(blocks, (key, value: unknown) => (key === "number" ? undefined : value));
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(withoutNumbers(numberParagraphs(blocks))).toBe(withoutNumbers(blocks));
      }),
    );
  });
});
