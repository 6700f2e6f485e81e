import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParagraphRange } from "../edition/paragraph-ranges.ts";
import { readRanges } from "../edition/paragraph-ranges.ts";
import type { Block } from "../edition/text.ts";
import { childrenOf, plainText, walk } from "../edition/walk.ts";
import { readDocument } from "../source/read-document.ts";
import { readText } from "../source/text-file.ts";
import { excerptOf, paragraphsIn } from "./excerpt.ts";

function documentOf(body: string) {
  const source = `---\nid: letter\nnumber: 1\ntitle: A Letter\n---\n\n${body}\n`;
  const text = readText("documents/texts/letter.md", Buffer.from(source));
  if ("rule" in text) throw new Error(text.message);
  const document = readDocument(text, new Set(), () => {});
  if (!document) throw new Error("no document");
  return document;
}

function ranges(written: string): readonly ParagraphRange[] {
  const read = readRanges(written);
  if (!("ranges" in read)) throw new Error(read.unreadable);
  return read.ranges;
}

/** An excerpt in few signs: paragraphs by number, omissions in brackets, headings as they are. */
function shown(body: string, written: string): readonly string[] {
  return lines(excerptOf(documentOf(body), ranges(written)).transcription);
}

function lines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case "paragraph":
      case "table":
        return [`¶${block.number}`];
      case "omission":
        return [`[${block.from}–${block.to}${block.page ? `, p. ${block.page.page}` : ""}]`];
      case "heading":
        return [`# ${plainText(block.children)}`];
      case "list":
        return block.entries.flatMap(({ marker = "-", blocks: inner }) =>
          lines(inner).map((line) => `${marker} ${line}`),
        );
      case "division":
        return lines(block.blocks).map((line) => `${block.name}: ${line}`);
      case "quotation":
        return lines(block.blocks).map((line) => `> ${line}`);
      case "figure":
      case "rule":
      case "definitions":
      case "code-block":
      case "doubt":
        return [block.type];
    }
  });
}

const FIVE = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.";

describe("an excerpt", () => {
  it("keeps the numbers of the paragraphs and says what is left out", () => {
    expect(shown(FIVE, "p1-p2, p5")).toEqual(["¶1", "¶2", "[3–4]", "¶5"]);
    expect(shown(FIVE, "p3")).toEqual(["[1–2]", "¶3", "[4–5]"]);
    expect(shown(FIVE, "p1-p5")).toEqual(["¶1", "¶2", "¶3", "¶4", "¶5"]);
  });

  it("keeps a heading with what stands under it, and no other", () => {
    const body = "## First\n\nOne.\n\n## Second\n\nTwo.\n\n### Part\n\nThree.";
    expect(shown(body, "p1")).toEqual(["# First", "¶1", "[2–3]"]);
    expect(shown(body, "p3")).toEqual(["[1–2]", "# Part", "¶3"]);
    expect(shown(body, "p2")).toEqual(["[1–1]", "# Second", "¶2", "[3–3]"]);
  });

  it("tells of one omission where what is left out ends in another division", () => {
    const body = "::: entry\nOne.\n\nTwo.\n:::\n\n::: entry\nThree.\n\nFour.\n:::";
    expect(shown(body, "p1, p4")).toEqual(["entry: ¶1", "entry: [2–3]", "entry: ¶4"]);
    expect(shown(body, "p1, p3")).toEqual(["entry: ¶1", "[2–2]", "entry: ¶3", "[4–4]"]);
  });

  it("divides a list and leaves its numbers", () => {
    const body = "1. One.\n\n2. Two.\n\n3. Three.\n\n4. Four.";
    expect(shown(body, "p1, p4")).toEqual(["1. ¶1", "[2–3]", "4. ¶4"]);
  });

  it("tells on which page of the original it goes on", () => {
    const body = "One.\n\nTwo []{.pb n=8} and more.\n\nThree []{.pb n=9} end.\n\nFour.";
    expect(shown(body, "p1, p4")).toEqual(["¶1", "[2–3, p. 9]", "¶4"]);
  });

  it("has the notes of what it keeps and of what stands around it, and no others", () => {
    const body =
      "::: headnote\nBefore.[^0]\n:::\n\nOne.[^1]\n\nTwo.[^2]\n\n[^0]: zero\n\n[^1]: one\n\n[^2]: two\n\n[^src]: head";
    const { notes } = excerptOf(documentOf(body), ranges("p2"));
    expect(notes.map(({ label }) => label)).toEqual(["0", "2", "src"]);
  });
});

const paragraph = fc.constantFrom("Words.", "More *words* here.", "Last[]{.pb n=3} words.");
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small" },
    paragraph,
    fc.constantFrom("## Heading", "---", "| a | b |\n|---|---|\n| 1 | 2 |"),
    fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((inner) =>
      inner
        .join("\n\n")
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n"),
    ),
    fc
      .array(tie("block"), { minLength: 1, maxLength: 3 })
      .map((inner) => inner.map((one) => `- ${one.split("\n").join("\n  ")}`).join("\n\n")),
    fc
      .array(tie("block"), { minLength: 1, maxLength: 3 })
      .map((inner) => `::: entry\n${inner.join("\n\n")}\n:::`),
  ),
}));
const bodies = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join("\n\n"));

const HOLDERS: ReadonlySet<string> = new Set(["division", "list", "quotation"]);

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe("any excerpt of any document", () => {
  it("has each paragraph either once, as the same object, or in one omission, in order", () => {
    fc.assert(
      fc.property(bodies, fc.infiniteStream(fc.boolean()), (body, chances) => {
        const document = documentOf(body);
        const all = paragraphsIn(document.transcription);
        const chosen = all.filter(() => chances.next().value === true);
        fc.pre(chosen.length > 0);
        const of = chosen.map((number) => ({ from: number, to: number }));
        const excerpt = excerptOf(document, of);
        const wholes = new Set(walk(document.transcription));
        const nodes = [...walk(excerpt.transcription)];
        const order = nodes.flatMap((node) => {
          if (node.type === "omission") return range(node.from, node.to);
          return "number" in node && node.number !== undefined ? [node.number] : [];
        });
        const kept = nodes.filter((node) => "number" in node && node.number !== undefined);
        expect(kept.every((node) => wholes.has(node))).toBe(true);
        expect(kept.map((node) => "number" in node && node.number)).toEqual(chosen);
        expect(
          nodes.filter((node) => HOLDERS.has(node.type) && childrenOf(node).length === 0),
        ).toEqual([]);
        expect(order).toEqual(all);
      }),
    );
  });
});
