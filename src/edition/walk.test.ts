import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyBlocks, division, paragraph, somewhere, text } from "../testing/text-trees.ts";
import type { Block, Inline } from "./text.ts";
import { childrenOf, plainText, walk } from "./walk.ts";

const emphasis = (...children: readonly Inline[]): Inline => ({
  type: "emphasis",
  children,
  place: somewhere,
});

describe("walk", () => {
  it("comes to parents before their children, in reading order", () => {
    const blocks = [paragraph("a ", emphasis(text("b"))), division("entry", [paragraph("c")])];
    expect([...walk(blocks)].map((node) => node.type)).toEqual([
      "paragraph",
      "text",
      "emphasis",
      "text",
      "division",
      "paragraph",
      "text",
    ]);
  });

  it("comes to the head of a table before its rows, and to words before what they mean", () => {
    const blocks: readonly Block[] = [
      {
        type: "table",
        alignments: ["none"],
        head: [[text("head")]],
        rows: [[[text("first")]], [[text("second")]]],
        place: somewhere,
      },
      {
        type: "definitions",
        entries: [{ terms: [[text("word")]], meanings: [[paragraph("meaning")]] }],
        place: somewhere,
      },
    ];
    const words = [...walk(blocks)].flatMap((node) => (node.type === "text" ? [node.value] : []));
    expect(words).toEqual(["head", "first", "second", "word", "meaning"]);
  });

  it("comes to every node once", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const nodes = [...walk(blocks)];
        const below = nodes.reduce((count, node) => count + childrenOf(node).length, 0);
        expect(nodes).toHaveLength(blocks.length + below);
      }),
    );
  });
});

describe("plainText", () => {
  it("leaves out citations in brackets with the space before them, and keeps those in a sentence", () => {
    const citation = { type: "citation", cites: [], place: somewhere } as const;
    const bracket: Inline = { ...citation, inSentence: false, written: "[@a, 3]" };
    const named: Inline = { ...citation, inSentence: true, written: "@b" };
    expect(plainText([paragraph("It failed ", bracket, ". As ", named, " says.")])).toBe(
      "It failed. As @b says.",
    );
  });

  it("gives the words without their marks, and what editors put into brackets", () => {
    const act: Inline = {
      type: "act",
      act: "supplied",
      attributes: {},
      children: [text("Castro")],
      place: somewhere,
    };
    const code: Inline = { type: "code", value: "{.gap}", place: somewhere };
    expect(
      plainText([paragraph("to ", emphasis(text("[")), act, emphasis(text("]")), " ", code)]),
    ).toBe("to [Castro] {.gap}");
  });

  it("leaves out the calls of notes and page breaks, also inside a word", () => {
    const call: Inline = { type: "note-call", label: "1", place: somewhere };
    const page: Inline = { type: "page-break", page: "187", place: somewhere };
    expect(plainText([paragraph("Ana", page, "dyr", call, ".")])).toBe("Anadyr.");
  });

  it("sets a space for a forced new line and between blocks, and no more than one", () => {
    const newLine: Inline = { type: "line-break", place: somewhere };
    expect(plainText([paragraph("Moscow", newLine, "Kremlin"), paragraph("Comrade!")])).toBe(
      "Moscow Kremlin Comrade!",
    );
    expect(plainText([paragraph("a "), division("entry", [paragraph("b")])])).toBe("a b");
  });

  it("sets a space between the cells of a table, and between words and meanings", () => {
    const blocks: readonly Block[] = [
      {
        type: "table",
        alignments: ["none", "none"],
        head: [[text("Name")], [text("Rank")]],
        rows: [[[text("Ivanov")], [text("General")]]],
        place: somewhere,
      },
      {
        type: "definitions",
        entries: [{ terms: [[text("MRBM")]], meanings: [[paragraph("a missile")]] }],
        place: somewhere,
      },
    ];
    expect(plainText(blocks)).toBe("Name Rank Ivanov General MRBM a missile");
  });

  it("does not take words from a picture", () => {
    const image: Inline = {
      type: "image",
      source: "images/map.png",
      text: "Map",
      place: somewhere,
    };
    const figure: Block = { type: "figure", image, caption: "", place: somewhere };
    expect(plainText([paragraph("before"), figure, paragraph("after")])).toBe("before after");
  });
});
