import { describe, expect, it } from "vitest";
import type { SurveyedPage, SurveyedSpan } from "../page/survey.ts";
import type { ReaderLayout } from "../paginate.ts";
import { arrangeSheets, findWhereabouts } from "../numbering/sheets.ts";
import { barePage, head, laidOut, layoutsOf } from "../testing/reader-of.ts";
import { provePdf } from "./pdf-proof.ts";
import type { ReadPdf, ReadPdfPage, TaggedRun } from "./read-pdf.ts";

/** A region of a page that is surveyed: its parts each on a line of its own, 20 px high, from some line on. */
function regionOf(
  line: number,
  ...parts: readonly (readonly [SurveyedSpan["kind"], id: string, words: string])[]
) {
  let text = "";
  const spans = parts.flatMap(([kind, id, words], at) => {
    const from = text.length;
    text += `${words} `;
    const top = 20 * (line + at);
    const box = { left: 40, top, right: 400, bottom: top + 20 };
    const span = { kind, id, from, to: text.length - 1, box };
    const { box: _, ...inline } = span;
    if (kind === "number" || kind === "link") return [inline];
    return [span, { ...span, kind: "target" as const }];
  });
  return { text, spans };
}

/** The same region as it is read in a PDF. */
function runsOf(line: number, block: string, ...lines: readonly string[]): TaggedRun[] {
  return lines.map((text, at) => ({
    text,
    left: 30,
    right: 30 + 5 * text.length,
    base: 15 * (line + at) + 12,
    size: 10,
    block,
  }));
}

const layouts = layoutsOf(laidOut("one", ["one", "one--p1", "one--n1"], ["one--p2"]));
const heads = [head("one")];
const sheets = arrangeSheets(heads, layouts);
const surveyed: readonly SurveyedPage[] = [
  {
    ...barePage,
    area: regionOf(
      0,
      ["heading", "one", "A title"],
      ["paragraph", "one--p1", "The first paragraph."],
      ["paragraph", "one--p2", "The second is longer,"],
    ),
    feet: regionOf(30, ["note", "one--n1", "1 A note."]),
    dress: "1",
    headings: [{ text: "A title", bookmark: "A title", level: 1, left: 40, top: 0 }],
  },
  {
    ...barePage,
    area: regionOf(
      0,
      ["paragraph", "one--p2", "and goes over the page."],
      ["link", "one", "Doc. 1"],
      ["number", "one", ", p. 1"],
      ["paragraph", "one--p3", "TopSecret"],
    ),
    dress: "Title words 2",
  },
];

const reader: ReaderLayout = {
  heads,
  numbered: {
    sheets,
    layouts,
    whereabouts: findWhereabouts(sheets, layouts),
    filled: new Map(),
    passes: 1,
  },
  pages: surveyed,
  sources: new Map(),
  plain: new Set(),
};

function pageOf(changes: Partial<ReadPdfPage>): ReadPdfPage {
  const page = { text: "", width: 400, height: 600, tagged: [], artifacts: [], untagged: [] };
  return { ...page, links: [], ...changes };
}

const [first, second] = [
  pageOf({
    tagged: [
      ...runsOf(0, "H1", "A title"),
      ...runsOf(1, "P", "The first para- graph."),
      ...runsOf(30, "P", "1 A note.").map((run) => ({ ...run, note: 0 })),
      ...runsOf(2, "P", "The second is longer,"),
    ],
    artifacts: runsOf(38, "", "1"),
  }),
  pageOf({
    tagged: [...runsOf(0, "P", "and goes over the page.", "Doc. 1", ", p. 1", "TOPSECRET")],
    artifacts: runsOf(38, "", "Title words", "2"),
    links: [{ name: "one", words: "Doc. 1" }],
  }),
];

const good: ReadPdf = {
  pages: [first, second],
  bookmarks: [{ title: "A title", level: 1, page: 0, left: 30, top: 0 }],
  labels: ["1", "2"],
  places: new Map([["one", { page: 0, left: 30, top: 0 }]]),
  title: "Title words",
  language: "en",
};

const readings = [
  {
    paragraphs: [1, 2, 3].map((number) => ({
      id: `one--p${number}`,
      name: `Doc. 1 ¶${number}`,
      letters: "",
      place: { file: "documents/texts/one.md", line: number, column: 1 },
    })),
    notes: [
      {
        id: "one--n1",
        name: "Doc. 1, note 1",
        letters: "",
        place: { file: "documents/texts/one.md", line: 9, column: 1 },
      },
    ],
  },
];

function messagesFor(changes: Partial<ReadPdf>): readonly string[] {
  return provePdf(reader, { ...good, ...changes }, readings).map(({ message }) => message);
}

/** What is said when the words of the first page are others. */
function messagesForText(change: (runs: TaggedRun[]) => readonly TaggedRun[]): readonly string[] {
  return messagesFor({ pages: [{ ...first, tagged: change([...first.tagged]) }, second] });
}

describe("a PDF against the pages that it was printed from", () => {
  it("is proved when all is there, notes read where they are called, small capitals as large ones", () => {
    expect(messagesFor({})).toEqual([]);
  });

  it("lacks a page, or has one too many", () => {
    expect(messagesFor({ pages: [second] })).toEqual([
      "the PDF has 1 pages, not 2",
      "page 1 is not whole in the PDF",
    ]);
    expect(messagesFor({ pages: [first, second, second] })).toEqual(["the PDF has 3 pages, not 2"]);
  });

  it("has pages at each other's place", () => {
    const messages = messagesFor({ pages: [second, first] });
    expect(messages).toContain("page 1 stands at the place of page 2 in the PDF");
    expect(messages).toContain("page 2 stands at the place of page 1 in the PDF");
  });

  it("names the paragraph that is changed, lost or doubled, and its place in the file", () => {
    const changed = messagesForText(([title, , ...rest]) => [
      ...(title ? [title] : []),
      ...runsOf(1, "P", "The first monograph."),
      ...rest,
    ]);
    expect(changed).toEqual([
      "Doc. 1 ¶1 is not whole on page 1 of the PDF: “Thefirstparagraph” became “Thefirstmonograph”",
    ]);
    expect(messagesForText(([title, , ...rest]) => [...(title ? [title] : []), ...rest])).toEqual([
      "Doc. 1 ¶1 is lost on page 1 of the PDF",
    ]);
    const [lost] = provePdf(reader, { ...good, pages: [pageOf({}), second] }, readings);
    expect(lost).toMatchObject({ rule: "print-text", chunk: "one" });
    const doubled = provePdf(
      reader,
      {
        ...good,
        pages: [
          { ...first, tagged: [...first.tagged, ...runsOf(3, "P", "The first paragraph.")] },
          second,
        ],
      },
      readings,
    );
    expect(doubled).toEqual([
      {
        rule: "print-text",
        chunk: "one",
        message: "Doc. 1 ¶1 stands 2 times, not 1, on page 1 of the PDF",
        place: { file: "documents/texts/one.md", line: 1, column: 1 },
      },
    ]);
  });

  it("has paragraphs in another order, in its tags or on the paper", () => {
    expect(
      messagesForText(([title, one, note, two]) =>
        [title, two, note, one].filter((run) => run !== undefined),
      ),
    ).toEqual(["Doc. 1 ¶2 is not in its order on page 1 of the PDF"]);
    const [, one, , two] = first.tagged;
    expect(
      messagesForText((runs) =>
        runs.map((run) => {
          const other = run === one ? two : run === two ? one : undefined;
          return other ? { ...run, base: other.base } : run;
        }),
      ),
    ).toEqual([
      "Doc. 1 ¶1 does not stand at its place on page 1 of the PDF",
      "Doc. 1 ¶2 does not stand at its place on page 1 of the PDF",
    ]);
  });

  it("has lines of a paragraph in another order", () => {
    const lines = (one: number, other: number): readonly TaggedRun[] => [
      ...runsOf(one, "P", "The first").map((run) => ({ ...run, size: 2 })),
      ...runsOf(other, "P", "paragraph.").map((run) => ({ ...run, size: 2 })),
    ];
    const messages = (one: number, other: number): readonly string[] =>
      messagesForText(([title, , ...rest]) => [
        ...(title ? [title] : []),
        ...lines(one, other),
        ...rest,
      ]);
    expect(messages(0.9, 1.1)).toEqual([]);
    expect(messages(1.1, 0.9)).toEqual([
      "Doc. 1 ¶1 does not stand at its place on page 1 of the PDF",
    ]);
  });

  it("cuts a note, or loses it", () => {
    const noteOf = (words: string): readonly string[] =>
      messagesForText((runs) =>
        runs.map((run) => (run.note === undefined ? run : { ...run, text: words })),
      );
    expect(noteOf("1 A no")).toEqual([
      "Doc. 1, note 1 is not whole on page 1 of the PDF: “1Anote” became “1Ano”",
    ]);
    expect(messagesForText((runs) => runs.filter(({ note }) => note === undefined))).toEqual([
      "Doc. 1, note 1 is lost on page 1 of the PDF",
    ]);
  });

  it("lacks letters for which there may be no font", () => {
    const [page, ...rest] = surveyed;
    const area = regionOf(0, ["paragraph", "one--p1", "ह"]);
    const lacking = {
      ...reader,
      pages: [...(page ? [{ ...page, area, feet: barePage.feet }] : []), ...rest],
    };
    expect(
      provePdf(lacking, { ...good, pages: [{ ...first, tagged: [] }, second] })[0]?.message,
    ).toBe(
      "page 1 of the PDF lacks letters of the page: ह; is there a font for them on this computer?",
    );
  });

  it("has another number at the foot", () => {
    const pages = [{ ...first, artifacts: runsOf(38, "", "7") }, second];
    expect(messagesFor({ pages })).toEqual([
      "page 1 of the PDF: its head and number are not whole: “1” became “7”",
    ]);
  });

  it("has another order on a line with words from right to left, and each at its place", () => {
    const [, page] = surveyed;
    const area = regionOf(0, ["paragraph", "one--p1", "שלום 1962 עולם in מים"]);
    // As they stand from left to right, each 20 points from the one before.
    const onLine = ["מים", "in", "עולם", "1962", "שלום"];
    const words = onLine.map((text, at) => {
      const left = 40 + (80 / 3) * at;
      return { text, left, right: left + 24, top: 0, bottom: 20 };
    });
    const inOrder = ["שלום", "1962", "עולם", "in", "מים"].map(
      (text) => words.find((word) => word.text === text) ?? words[0],
    );
    const turned = { ...barePage, area, words: inOrder.filter((word) => word !== undefined) };
    const pages = [turned, ...(page ? [page] : [])];
    const said = (...texts: readonly string[]): readonly string[] => {
      const tagged = texts.map((text, at) => {
        const left = 30 + 20 * at;
        return { text, left, right: left + 18, base: 12, size: 10, block: "P" };
      });
      const read = pageOf({ tagged: tagged.filter(({ text }) => text !== "") });
      return provePdf({ ...reader, pages }, { ...good, pages: [read, second], bookmarks: [] })
        .map(({ message }) => message)
        .filter((message) => message.includes("on page 1 "));
    };
    expect(said(...onLine)).toEqual([]);
    expect(said("מים", "in", "", "1962", "שלום")).toEqual([
      "“שלום1962עולםinמים” is not whole on page 1 of the PDF: “שלום1962עולםinמים” became “שלום1962inמים”",
    ]);
    expect(said("שלום", "in", "עולם", "1962", "מים")).not.toEqual([]);
    expect(said("מים", "in", "עולם", "1963", "שלום")).not.toEqual([]);
    expect(said("מים", "in", "עלום", "1962", "שלום")).not.toEqual([]);
    expect(said("מים", "in", "עולם", "1962", "", "", "שלום")).toEqual([
      "“שלום1962עולםinמים” does not stand at its place on page 1 of the PDF",
    ]);
  });

  it("has words that are nobody's", () => {
    expect(messagesForText((runs) => [...runs, ...runsOf(4, "P", "Something else.")])).toEqual([
      "Doc. 1 ¶2 is followed by what is not there on the page, “Somethingelse”, on page 1 of the PDF",
    ]);
  });

  it("has words that no tag knows, and a heading that is tagged as none", () => {
    const pages = [{ ...first, artifacts: [], untagged: first.artifacts }, second];
    expect(messagesFor({ pages })).toEqual([
      "“1” on page 1 of the PDF is neither part of the text nor marked as none",
    ]);
    expect(messagesForText((runs) => runs.map((run) => ({ ...run, block: "P" })))).toEqual([
      "“Atitle” is not tagged as a heading on page 1 of the PDF",
    ]);
  });

  it("shows words outside of the page", () => {
    expect(
      messagesForText((runs) =>
        runs.map((run) => (run.note === undefined ? run : { ...run, right: 500 })),
      ),
    ).toEqual(["“1 A note.” runs out of page 1 of the PDF"]);
  });

  it("has a dead link, one that misses its target, and one too many", () => {
    const links = (...some: ReadPdfPage["links"]): readonly string[] =>
      messagesFor({ pages: [first, { ...second, links: some }] });
    expect(links()).toEqual(["the link “Doc. 1” to “one” on page 2 is dead in the PDF"]);
    expect(links({ name: "one", words: "Doc. 1" }, { name: "one", words: "Doc. 1" })).toEqual([
      "page 2 of the PDF has a link “DOC1” to “one” that the page lacks",
    ]);
    expect(messagesFor({ places: new Map([["one", { page: 0, left: 30, top: 300 }]]) })).toEqual([
      "the link to “one” on page 2 misses its target in the PDF",
    ]);
    expect(messagesFor({ places: new Map([["one", { page: 1, left: 30, top: 0 }]]) })).toEqual([
      "page 2 says that “one” begins on page 1; it is page 2",
      "the link to “one” on page 2 misses its target in the PDF",
    ]);
  });

  it("misses a link's target also on a page whose text an earlier build has proved", () => {
    const pages = [first, { ...second, tagged: [], artifacts: [] }];
    const known = new Set([1]);
    const messagesOf = (changes: Partial<ReadPdf>): readonly string[] =>
      provePdf(reader, { ...good, pages, ...changes }, readings, known).map(
        ({ message }) => message,
      );
    expect(messagesOf({})).toEqual([]);
    expect(messagesOf({ places: new Map([["one", { page: 0, left: 30, top: 300 }]]) })).toEqual([
      "the link to “one” on page 2 misses its target in the PDF",
    ]);
    expect(messagesOf({ labels: ["1", "3"] })).toEqual(["page 2 is named 3 in the PDF"]);
  });

  it("names pages otherwise than they are numbered", () => {
    expect(messagesFor({ labels: ["1", "3"] })).toEqual(["page 2 is named 3 in the PDF"]);
  });

  it("has a bookmark that leads elsewhere, none, or one too many", () => {
    const [bookmark] = good.bookmarks;
    if (!bookmark) throw new Error("no bookmark");
    expect(messagesFor({ bookmarks: [{ ...bookmark, page: 1 }] })).toEqual([
      "the bookmark “A title” leads to page 2 of the PDF, not to its heading’s",
    ]);
    expect(messagesFor({ bookmarks: [{ ...bookmark, level: 2 }] })).toEqual([
      "the bookmark “A title” stands 2 deep among the bookmarks of the PDF, not 1",
    ]);
    expect(messagesFor({ bookmarks: [{ ...bookmark, top: 300 }] })).toEqual([
      "the bookmark “A title” does not lead to its heading’s place on the page",
    ]);
    expect(messagesFor({ bookmarks: [] })).toEqual([
      "the bookmark “A title” is missing in the PDF",
    ]);
    expect(messagesFor({ bookmarks: [bookmark, bookmark] })).toEqual([
      "the PDF has a bookmark “A title” too many",
    ]);
  });
});
