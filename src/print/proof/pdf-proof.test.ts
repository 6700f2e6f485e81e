import { describe, expect, it } from "vitest";
import type { ReaderLayout } from "../paginate.ts";
import { provePdf } from "./pdf-proof.ts";
import type { ReadPdf } from "./read-pdf.ts";
import { arrangeSheets, findWhereabouts } from "../numbering/sheets.ts";
import { head, laidOut, layoutsOf } from "../testing/reader-of.ts";

const layouts = layoutsOf(laidOut("one", ["one"], ["one--p2"]));
const heads = [head("one")];
const sheets = arrangeSheets(heads, layouts);
const nothing = {
  body: "",
  paragraphs: [],
  notes: [],
  calls: [],
  begun: [],
  mentions: [],
  indexed: [],
  outside: [],
};

const reader: ReaderLayout = {
  heads,
  numbered: {
    sheets,
    layouts,
    whereabouts: findWhereabouts(sheets, layouts),
    filled: new Map(),
    passes: 1,
  },
  pages: [
    {
      ...nothing,
      text: "Title words",
      headings: [{ text: "Title", bookmark: "Title", level: 1, left: 0, top: 0 }],
      links: [],
    },
    { ...nothing, text: "more words", headings: [], links: ["one"] },
  ],
  sources: new Map(),
  plain: new Set(),
};

const good: ReadPdf = {
  pages: [
    { text: "words Title", links: [] },
    { text: "more words", links: [{ name: "one", page: 0 }] },
  ],
  bookmarks: [{ title: "Title", page: 0 }],
  labels: ["1", "2"],
};

function messagesFor(changes: Partial<ReadPdf>): readonly string[] {
  return provePdf(reader, { ...good, ...changes }).map(({ message }) => message);
}

describe("a PDF against the pages that it was printed from", () => {
  it("is proved when all is there, in whatever order it was painted", () => {
    expect(messagesFor({})).toEqual([]);
  });

  it("lacks a page", () => {
    expect(messagesFor({ pages: good.pages.slice(1) })).toEqual(["the PDF has 1 pages, not 2"]);
  });

  it("lacks letters for which there may be no font", () => {
    const lacking = {
      ...reader,
      pages: reader.pages.map((page) => ({ ...page, text: `${page.text} ह` })),
    };
    expect(provePdf(lacking, good).map(({ message }) => message)).toContain(
      "page 1 of the PDF lacks letters of the page: ह; is there a font for them on this computer?",
    );
  });

  it("lacks letters, or has too many", () => {
    const [first, second] = good.pages;
    const pages =
      first && second
        ? [
            { ...first, text: "Title" },
            { ...second, text: "more words!ZZ" },
          ]
        : [];
    expect(messagesFor({ pages })).toEqual([
      "page 1 of the PDF lacks letters of the page: W O R D S",
      "page 2 of the PDF has letters that the page lacks: Z",
    ]);
  });

  it("shows small capitals as large ones, where its font has none", () => {
    const pages = good.pages.map((page) => ({ ...page, text: page.text.toUpperCase() }));
    expect(messagesFor({ pages })).toEqual([]);
  });

  it("has a dead link, and one that misses its page", () => {
    const [first] = good.pages;
    const pages = (links: ReadPdf["pages"][number]["links"]) =>
      first ? [first, { text: "more words", links }] : [];
    expect(messagesFor({ pages: pages([]) })).toEqual([
      "the link to “one” on page 2 is dead in the PDF",
    ]);
    expect(messagesFor({ pages: pages([{ name: "one", page: 1 }]) })).toEqual([
      "the link to “one” on page 2 misses its page",
    ]);
  });

  it("names pages otherwise than they are numbered", () => {
    expect(messagesFor({ labels: ["1", "3"] })).toEqual(["page 2 is named 3 in the PDF"]);
  });

  it("has a bookmark that leads elsewhere, or none", () => {
    const message = "the bookmark “Title” is missing or does not lead to its heading";
    expect(messagesFor({ bookmarks: [{ title: "Title", page: 1 }] })).toEqual([message]);
    expect(messagesFor({ bookmarks: [] })).toEqual([message]);
  });
});
