import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { forms } from "./forms.ts";
import { frusTei } from "./frus-tei.ts";

/** Every element that the importer knows, some that it does not, and those that divide a volume. */
const names = [
  ...forms.keys(),
  "unknown",
  "frus:attachment",
  "frus:unknown",
  "head",
  "p",
  "note",
  "pb",
  "hi",
  "persName",
  "ref",
  "list",
  "item",
  "label",
  "table",
  "row",
  "cell",
  "div",
  "signed",
];

const attributes: readonly string[] = [
  "",
  "",
  "",
  ' rend="italic"',
  ' rend="strong smallcaps"',
  ' rend="sectiontitleital"',
  ' rendition="#center"',
  ' type="document"',
  ' type="source"',
  ' type="summary"',
  ' type="participants"',
  ' n="1"',
  ' n="0"',
  ' n="[21]"',
  ' n="*"',
  ' xml:id="d1"',
  ' xml:id="d2"',
  ' xml:id="d2fn1"',
  ' xml:id="pg_5"',
  ' xml:id="persons"',
  ' xml:id="p_A1"',
  ' xml:id="index"',
  ' target="#d1"',
  ' target="#d2fn1 #pg_5"',
  ' target="frus1961-63v05#d87"',
  ' target="nowhere"',
  ' corresp="#p_A1"',
  ' type="from"',
  ' cols="3" rows="2"',
  ' role="label"',
  ' when="1962-10-27T10:00:00"',
  ' when="soon"',
  ' frus:doc-dateTime-min="1962-10-27T00:00:00-05:00"',
];

const words = fc.constantFrom(
  " ",
  "\n    ",
  "one",
  " two ",
  "Mr.",
  "Kennedy",
  "12. ",
  "1.",
  "[illegible]",
  "[",
  "]",
  "*",
  "_under_",
  "[in] ",
  "a-b",
  "—",
  "é",
  "# ",
  "- ",
  "&gt; ",
  ":",
  "::: x",
  "|",
  "&lt;b&gt;",
  "&amp;amp;",
  "[^1]",
  "\\",
  "`",
  "3. 4. 5",
  "vol. XI, Document 96",
);

const element = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...attributes));

const { content } = fc.letrec<{ content: string; node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    fc
      .tuple(element, tie("content"))
      .map(([[name, attribute], inside]) => `<${name}${attribute}>${inside}</${name}>`),
  ),
  content: fc.array(tie("node"), { maxLength: 6 }).map((nodes) => nodes.join("")),
}));

function volume(body: string): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><teiHeader><fileDesc><publicationStmt><idno type="frus">frus1961-63v06</idno></publicationStmt></fileDesc></teiHeader><text>${body}</text></TEI>`;
}

const SAMPLE = { numRuns: Number(process.env["TEI_RUNS"] ?? 300) };

async function owed(body: string): Promise<void> {
  const work = await expectOwed(frusTei, { name: "volume.xml", content: volume(body) });
  expect(work).not.toBeInstanceOf(Refusal);
}

describe("any TEI, nested as it may be", () => {
  it("loses no letter as a document", async () => {
    await fc.assert(
      fc.asyncProperty(content, async (inside) => {
        await owed(
          `<body><div type="document" n="1" xml:id="d9"><head>9. Letter</head>${inside}</div></body>`,
        );
      }),
      SAMPLE,
    );
  });

  it("gives an xml:id that two papers have to the first of them", async () => {
    const twice = `<frus:attachment xml:id="d9a1"><p>One</p></frus:attachment>`.repeat(2);
    const body = `<body><div type="document" n="1" xml:id="d9"><head>9. Letter</head>${twice}</div></body>`;
    const work = await expectOwed(frusTei, { name: "volume.xml", content: volume(body) });
    expect(work).toMatchObject({
      remarks: [{ message: expect.stringContaining("an xml:id stands on two papers") }],
    });
  });

  it("loses no letter as a whole text", async () => {
    await fc.assert(
      fc.asyncProperty(content, async (inside) => owed(inside)),
      SAMPLE,
    );
  });

  it("loses no letter as a list of people", async () => {
    await fc.assert(
      fc.asyncProperty(content, async (inside) => {
        await owed(
          `<front><div xml:id="persons"><list><item><persName xml:id="p_A1">A, B</persName>, c</item>${inside}</list></div></front><body>${inside}</body>`,
        );
      }),
      SAMPLE,
    );
  });
});
