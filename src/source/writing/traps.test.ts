import { describe, expect, it } from "vitest";
import { paragraph, somewhere as place } from "../../testing/text-trees.ts";
import type { Block, Inline } from "../../edition/text.ts";
import { writeMarkdown, writeWrapped } from "./write-markdown.ts";

function emphasis(...words: readonly (Inline | string)[]): Inline {
  return { type: "emphasis", children: paragraph(...words).children, place };
}

function act(name: "del" | "gap", ...words: readonly (Inline | string)[]): Inline {
  const { children } = paragraph(...words);
  return { type: "act", act: name, attributes: {}, children, place };
}

function list(...entries: readonly string[]): Block {
  return {
    type: "list",
    ordered: false,
    tight: true,
    entries: entries.map((words) => ({ blocks: [paragraph(words)], place })),
    place,
  };
}

describe("words that Markdown would misread", () => {
  it.each([
    ["25. 5. 62", "25\\. 5. 62"],
    ["1962. A year", "1962\\. A year"],
    ["- a remark", "\\- a remark"],
    ["# 61", "\\# 61"],
    ["#61", "#61"],
    ["> or <", "\\> or <"],
    ["::: so", "\\::: so"],
    ["---", "\\---"],
    [": as said", "\\: as said"],
    ["[signed]: Ivanov", "\\[signed\\]: Ivanov"],
    ["Memorandum*", "Memorandum\\*"],
    ["snake_case and ____ to fill in", "snake_case and ____ to fill in"],
    ["_so_", "\\_so\\_"],
    ["C:\\temp\\*", "C:\\temp\\\\\\*"],
    ["R&D, AT&amp;T", "R&D, AT\\&amp;T"],
    ["1 < 2 <b>", "1 < 2 \\<b>"],
    ["a@b.org, @key", "a@b.org, \\@key"],
    ["~5, ~~6~~", "~5, \\~\\~6\\~\\~"],
    ["{a} {.gap}", "{a} \\{.gap}"],
    ["\u00A0a\u00A0b\u00A0", "&nbsp;a\u00A0b&nbsp;"],
  ])("%s", (words, markdown) => {
    expect(writeMarkdown([paragraph(words)])).toBe(markdown);
  });
});

describe("a sign before a bracket", () => {
  it.each([
    ["^", "[\\^[illegible]{.gap}word]{.del}"],
    ["a^", "[a\\^[illegible]{.gap}word]{.del}"],
    ["\\^", "[\\\\\\^[illegible]{.gap}word]{.del}"],
  ])("%s has one backslash, wherever it stands", (sign, markdown) => {
    const gap = act("gap", "illegible");
    expect(writeMarkdown([paragraph(act("del", sign, gap, "word"))])).toBe(markdown);
  });
});

describe("emphasis", () => {
  it("stands between asterisks, and between underscores beside or within another", () => {
    expect(writeMarkdown([paragraph(emphasis("a ", emphasis("b")), emphasis("c"))])).toBe(
      "*a _b_*_c_",
    );
  });

  it("is a span within a word, and leaves the spaces at its edges outside", () => {
    expect(writeMarkdown([paragraph("un", emphasis("der"), "line", emphasis(" so "), "on")])).toBe(
      "un[der]{.emphasis}line *so* on",
    );
  });
});

describe("blocks", () => {
  it("that Markdown would join stand apart", () => {
    expect(writeMarkdown([list("a"), list("b"), list("c")])).toBe("- a\n\n+ b\n\n- c");
  });

  it("have tables whose bars stand below each other", () => {
    const table: Block = {
      type: "table",
      alignments: ["left", "right"],
      head: [paragraph("Port").children, paragraph("Ships").children],
      rows: [[paragraph("Mariel | Cabañas").children, paragraph("7").children]],
      place,
    };
    expect(writeMarkdown([table])).toBe(
      [
        "| Port              | Ships |",
        "| :---------------- | ----: |",
        "| Mariel \\| Cabañas | 7     |",
      ].join("\n"),
    );
  });

  it("have forced lines, in a heading too", () => {
    const lines = paragraph("One", { type: "line-break", place }, "- two").children;
    expect(
      writeMarkdown([
        { type: "heading", level: 2, children: lines, place },
        { type: "paragraph", children: lines, place },
      ]),
    ).toBe("## One[]{.lb}- two\n\nOne\\\n\\- two");
  });

  it("are wrapped where the next line is read as nothing but a line", () => {
    const words = `${"word ".repeat(19)}1962. - and`;
    expect(writeWrapped([paragraph(words)], [])).toBe(`${"word ".repeat(18)}word 1962. -\nand`);
  });
});
