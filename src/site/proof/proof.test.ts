import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Apparatus, NumberedNote } from "../../apparatus/apparatus.ts";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import { readDate } from "../../edition/date.ts";
import { streamNamed } from "../../edition/streams.ts";
import type { Block, Inline, Note, NoteCall, Paragraph } from "../../edition/text.ts";
import { numberParagraphs } from "../../edition/paragraph-numbers.ts";
import { renderPassages } from "../../html/render.ts";
import type { HtmlContext } from "../../html/writer.ts";
import { anyBlocks } from "../../testing/text-trees.ts";
import { brokenLinks } from "./check-links.ts";
import { compareWords } from "./compare.ts";
import { type ExpectedWords, expectedWords } from "./expected-words.ts";
import { type ReadPage, readPage } from "./read-page.ts";

const place = { file: "documents/texts/a.md", line: 7, column: 1 };
const text = (value: string): Inline => ({ type: "text", value, place });
const paragraph = (number: number, ...children: Inline[]): Paragraph => ({
  type: "paragraph",
  number,
  children,
  place: { ...place, line: number },
});

const apparatus: Apparatus = {
  documents: [],
  numberOf: ({ number }) => String(number),
  byId: new Map(),
  references: new Map(),
  citations: new Map(),
  pages: new Map(),
  calls: new Map(),
  notes: new Map(),
  backlinks: new Map(),
  mentioned: new Map(),
  firstMentions: new Set(),
  indexes: { people: [], places: [], organizations: [], terms: [] },
  chronology: [],
  acts: new Map(),
  streams: new Map(),
};

function render(blocks: readonly Block[], calls: Apparatus["calls"] = new Map()): string {
  const context: HtmlContext = {
    apparatus: { ...apparatus, calls },
    owner: {
      kind: "register-entry",
      register: "people",
      id: "a",
      file: place.file,
      places: new Map(),
      place,
      matter: { name: "A", also: [] },
      description: [],
    },
    medium: "screen",
    voice: "document",
    href: () => undefined,
    image: (source) => source,
    headingShift: 0,
    idPrefix: "",
  };
  return `<!doctype html><html><head><title>A</title></head><body><main>${renderPassages(blocks, context)}</main></body></html>`;
}

function problems(html: string, ...regions: readonly (readonly Block[])[]): readonly string[] {
  const expected = regions.map((blocks) => expectedWords(blocks, apparatus));
  return compareWords(readPage(html), expected, "documents/a.html").map(formatDiagnostic);
}

const letter: readonly Block[] = [
  paragraph(1, text("The question of aid to Cuba was discussed.")),
  paragraph(2, text("Statements were made by "), {
    type: "act",
    act: "supplied",
    attributes: { cert: "low" },
    children: [text("Kozlov")],
    place,
  }),
  {
    type: "list",
    ordered: true,
    tight: true,
    place,
    entries: [
      {
        marker: "3.",
        place,
        blocks: [
          paragraph(3, text("A commission"), { type: "line-break", place }, text("is sent.")),
        ],
      },
    ],
  },
  {
    type: "table",
    number: 4,
    alignments: ["left", "right"],
    head: [[text("Unit")], [text("Men")]],
    rows: [[[text("51st")], [text("8,000")]]],
    place,
  },
];

describe("a page that shows everything", () => {
  test("is proved, whatever marks and numbers the apparatus sets between the words", () => {
    expect(problems(render(letter), letter)).toEqual([]);
  });

  test("is proved with notes beside the text, each by its own id", () => {
    const call: NoteCall = { type: "note-call", label: "1", place };
    const note: Note = {
      label: "1",
      stream: "translator",
      blocks: [
        { type: "paragraph", children: [text("Partly missing.")], place },
        { type: "paragraph", children: [text("See the other copy.")], place },
      ],
      place,
    };
    const numbered: NumberedNote = {
      note,
      stream: streamNamed("translator"),
      number: 1,
      id: "tr1",
      mark: "T1",
    };
    const blocks = [paragraph(1, text("Present: Gromyko"), call, text(" and others."))];
    const html = render(blocks, new Map([[call, numbered]]));
    const regions = [
      expectedWords(blocks, apparatus),
      expectedWords(note.blocks, apparatus, undefined, "tr1"),
    ];
    expect(compareWords(readPage(html), regions, "documents/a.html")).toEqual([]);
    const without = html.replace("See the other copy.", "");
    expect(compareWords(readPage(without), regions, "documents/a.html")).toHaveLength(1);
  });

  test("is proved with the heading of a dated entry", () => {
    const date = readDate("1962-06-10");
    expect(date).toBeDefined();
    if (!date) return;
    const entry: Block = {
      type: "division",
      name: "entry",
      date,
      title: "Third notation",
      blocks: [paragraph(1, text("Rashidov reported."))],
      place,
    };
    expect(problems(render([entry]), [entry])).toEqual([]);
  });

  test("may show its parts in any order, if each part is in its own", () => {
    const abstract: Block[] = [{ type: "paragraph", children: [text("Notes.")], place }];
    const html = render([...letter, ...abstract]);
    expect(problems(html, abstract, letter)).toEqual([]);
  });
});

describe("a page that does not", () => {
  test("lacks a paragraph: named by its place in the source", () => {
    const html = render(letter.filter((block) => block !== letter[1]));
    expect(problems(html, letter)).toEqual([
      'documents/texts/a.md:2:1 error output-text: documents/a.html lacks "Statements were made by Kozlov"; look at templates of your own first; otherwise report it as a fault of Scholium',
    ]);
  });

  test("changes a word", () => {
    const html = render(letter).replace("8,000", "800");
    expect(problems(html, letter)).toHaveLength(1);
  });

  test("moves a paragraph", () => {
    const html = render([...letter].reverse());
    expect(problems(html, letter).join("\n")).toContain("does not show in its order");
  });

  test("shows a paragraph under another one's number", () => {
    const html = render(letter).replaceAll('id="p2"', 'id="p9"');
    expect(problems(html, letter)).toHaveLength(1);
  });

  test("shows a long paragraph twice", () => {
    const words = "The Presidium heard the report of Comrade Malinovsky and approved it in full.";
    const blocks = [paragraph(1, text(words))];
    const html = render([...blocks, { type: "paragraph", children: [text(words)], place }]);
    expect(problems(html, blocks).join("\n")).toContain("more than once");
  });

  test("hides words among the apparatus", () => {
    const html = render(letter).replace("Kozlov", '<span class="gloss">Kozlov</span>');
    expect(problems(html, letter)).toHaveLength(1);
  });
});

test("a text may say once more what its page's head says, and no oftener", () => {
  const title = "Memorandum of conversation between the Ambassador and the Foreign Minister.";
  const shown = `<h1>${title}</h1><p>${title}</p>`;
  const runs: ExpectedWords[] = [{ words: title, within: undefined, place }];
  const compare = (body: string): readonly string[] =>
    compareWords(page(body), [runs], "a.html", [title]).map(({ message }) => message);
  expect(compare(shown)).toEqual([]);
  expect(compare(`${shown}<p>${title}</p>`)).toEqual([expect.stringContaining("more than once")]);
});

const page = (body: string): ReadPage => readPage(`<body>${body}</body>`);

describe("links", () => {
  const links = (body: string): readonly string[] =>
    brokenLinks("documents/a.html", page(body), {
      files: new Set(["index.html", "documents/a.html", "people/ivanov.html", "images/map 1.png"]),
      pages: new Map([
        ["documents/a.html", page(body)],
        ["people/ivanov.html", page('<p id="p1">Ivanov</p>')],
      ]),
    });

  test("to pages, places, pictures and other hosts are sound", () => {
    expect(
      links(`<p id="p1"><a href="#p1">1</a> <a href="../index.html">Home</a>
        <a href="../people/ivanov.html#p1">Ivanov</a> <img src="../images/map%201.png">
        <a href="https://example.org/x#y">Out</a> <a href="mailto:a@example.org">Mail</a>`),
    ).toEqual([]);
  });

  test.each([
    ["a page that is not there", "../people/malinovski.html", "which is not there"],
    ["a place that is not there", "../people/ivanov.html#p2", "has no such place"],
    ["a place that is not on its own page", "#p7", "has no such place"],
    ["the root of a host", "/index.html", "root of a host"],
    ["a folder", "../people/", "which is not there"],
    ["a file outside", "../../secret.html", "outside of the site"],
    ["a script", "javascript:alert(1)", "not allowed"],
    ["a badly written address", "%zz.html", "which is not there"],
  ])("to %s are not", (_what, href, reason) => {
    expect(links(`<a href="${href}">x</a>`).join("\n")).toContain(reason);
  });
});

test("whatever is written, its page is proved", () => {
  fc.assert(
    fc.property(anyBlocks, (written) => {
      const blocks = numberParagraphs(written);
      expect(problems(render(blocks), blocks)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("whichever word is lost from whichever paragraph, its place is named", () => {
  const word = fc.stringMatching(/^[a-zа-я<&"]{1,8}$/u);
  const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(paragraphs, fc.nat(), fc.nat(), (texts, which, what) => {
      const write = (written: readonly (readonly string[])[]): Block[] =>
        written.map((words, index) => paragraph(index + 1, text(words.join(" "))));
      expect(problems(render(write(texts)), write(texts))).toEqual([]);

      const victim = which % texts.length;
      const cut = texts.map((words, index) =>
        index === victim ? words.filter((_, at) => at !== what % words.length) : words,
      );
      const html = render(write(cut).filter((_, index) => (cut[index]?.length ?? 0) > 0));
      expect(problems(html, write(texts)).join("\n")).toContain(`a.md:${victim + 1}:1 `);
    }),
    { numRuns: 200 },
  );
});

test("a page of two thousand equal paragraphs is proved one by one", () => {
  const blocks = Array.from({ length: 2000 }, (_, index) => paragraph(index + 1, text("Idem.")));
  expect(problems(render(blocks), blocks)).toEqual([]);
});
