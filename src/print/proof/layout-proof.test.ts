import { describe, expect, it } from "vitest";
import type { ExpectedText } from "./expected-text.ts";
import { proveLayout } from "./layout-proof.ts";
import type { Fragment, SurveyedPage } from "../page/survey.ts";
import type { ReaderLayout } from "../paginate.ts";
import { arrangeSheets, findWhereabouts } from "../numbering/sheets.ts";
import { barePage, head, laidOut, layoutsOf } from "../testing/reader-of.ts";

const place = { file: "documents/texts/one.md", line: 9, column: 1 };

function expected(id: string, name: string, letters: string): ExpectedText {
  return { id, name, letters, place };
}

const reading = {
  paragraphs: [
    expected("one--p1", "Doc. 1 ¶1", "Thefirstparagraph"),
    expected("one--p2", "Doc. 1 ¶2", "Thesecondgoesoverthepage"),
  ],
  notes: [expected("one--n1", "Doc. 1, note 1", "Anote")],
};

function fragment(id: string, words: string): Fragment {
  return { id, words, text: words };
}

/** Two pages: a paragraph, one that goes on on the second page, a note with its mark on the first. */
const good: readonly [SurveyedPage, SurveyedPage] = [
  {
    ...barePage,
    folio: "1",
    body: "The first paragraph. The second goes",
    paragraphs: [
      fragment("one--p1", "The first paragraph."),
      fragment("one--p2", "The second goes"),
    ],
    notes: [fragment("one--n1", "A note.")],
    calls: ["one--n1"],
    begun: ["one--n1"],
    links: ["one--n1"],
  },
  {
    ...barePage,
    head: "one",
    folio: "2",
    body: "over the page.",
    paragraphs: [fragment("one--p2", "over the page.")],
  },
];

/** What is said of pages that differ from the good ones. */
function messagesFor(
  first: Partial<SurveyedPage> = {},
  second: Partial<SurveyedPage> = {},
  plain: readonly string[] = [],
): readonly string[] {
  const layouts = layoutsOf(laidOut("one", ["one--p1", "one--p2", "one--n1"], []));
  const heads = [head("one")];
  const sheets = arrangeSheets(heads, layouts);
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
      { ...good[0], ...first },
      { ...good[1], ...second },
    ],
    sources: new Map([
      [
        "one",
        {
          body: "The first paragraph. The second goes over the page.",
          notes: [{ id: "one--n1", text: "A note." }],
        },
      ],
    ]),
    plain: new Set(plain),
  };
  return proveLayout(reader, [reading]).map(({ message }) => message);
}

describe("pages in the browser against the edition", () => {
  it("are proved when all is there", () => {
    expect(messagesFor()).toEqual([]);
  });

  it("lack a paragraph", () => {
    const [, split] = good[0].paragraphs;
    expect(messagesFor({ paragraphs: split ? [split] : [] })).toEqual([
      "Doc. 1 ¶1 is lost in print",
    ]);
  });

  it("lack the rest of a paragraph that goes over the page", () => {
    expect(messagesFor({}, { paragraphs: [] })).toEqual([
      "Doc. 1 ¶2 is not whole in print: “hesecondgoesoverthepage” became “hesecondgoes”",
    ]);
  });

  it("double a paragraph", () => {
    const doubled = [...good[0].paragraphs.slice(0, 1), ...good[0].paragraphs];
    expect(messagesFor({ paragraphs: doubled })).toEqual([
      "Doc. 1 ¶1 is not whole in print: “rstparagraph” became “rstparagraphThefirstparagraph”",
    ]);
  });

  it("have paragraphs in another order", () => {
    const [one, two] = good[0].paragraphs;
    const turned = one && two ? [two, one] : [];
    expect(messagesFor({ paragraphs: turned })).toEqual([
      "Doc. 1 ¶1 is not in its order in print",
      "Doc. 1 ¶2 is not in its order in print",
    ]);
  });

  it("lack a note", () => {
    expect(messagesFor({ notes: [], begun: [] })).toEqual([
      "Doc. 1, note 1 is lost in print",
      "note “one--n1” is not whole in print: “Anote” became “nothing”",
    ]);
  });

  it("have a note on another page than its mark", () => {
    const moved = { notes: good[0].notes, begun: good[0].begun };
    expect(messagesFor({ notes: [], begun: [] }, moved)).toEqual([
      "Doc. 1, note 1 does not begin on the page of its mark: its mark on page 1, the note on page 2",
    ]);
  });

  it("may have all notes of a chunk that is set plainly behind its text, but still whole", () => {
    const calls = good[0].calls;
    const behind = { notes: good[0].notes };
    expect(messagesFor({ calls, notes: [], begun: [] }, behind, ["one"])).toEqual([]);
    expect(messagesFor({ calls, notes: [], begun: [] }, behind)).toEqual([
      "Doc. 1, note 1 does not begin on the page of its mark: its mark on page 1, the note on page none",
    ]);
    expect(messagesFor({ calls, notes: [], begun: [] }, {}, ["one"])).toContain(
      "Doc. 1, note 1 is lost in print",
    );
  });

  it("lack words that are no paragraph's, such as a headnote's", () => {
    expect(messagesFor({}, { body: "over the" })).toEqual([
      "“one” is not whole in print: “dgoesoverthepage” became “dgoesoverthe”",
    ]);
  });

  it("show words outside of their box", () => {
    expect(messagesFor({ outside: ["Anadyr"] })).toEqual([
      "“Anadyr” runs out of the text area on page 1",
    ]);
  });

  it("bear another number, or another head", () => {
    expect(messagesFor({ folio: "2" }, { head: "on …" })).toEqual([
      "page 1 bears the number 2, not 1",
    ]);
    expect(messagesFor({ head: "one" }, { head: "other", folio: "" })).toEqual([
      "page 1 is headed “one”, not “”",
      "page 2 bears the number none, not 2",
      "page 2 is headed “other”, not “one”",
    ]);
  });

  it("link to what is not printed", () => {
    expect(messagesFor({ links: ["nowhere"] })).toEqual([
      "a link on page 1 leads to “nowhere”, which is not printed",
    ]);
  });
});
