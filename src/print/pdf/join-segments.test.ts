import { PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { browserPdf, streamObject } from "../testing/browser-pdf.ts";
import { elementsOf, readTaggedPdf } from "../testing/tagged-pdf.ts";
import { readPdf } from "../proof/read-pdf.ts";
import { INNER_LINK } from "./inner-links.ts";
import { joinSegments } from "./join-segments.ts";
import { type SegmentToMend, mendSegment } from "./mend-segment.ts";
import { packSegment, unpackSegment } from "./mended-segment.ts";

/** A page with a heading and a link, behind the page of letters. */
function segment(id: string, leadsTo: string, level = 1, font = "Helvetica"): SegmentToMend {
  const text = [
    "/H1 <</MCID 0 >>BDC",
    "BT",
    "/F7 12 Tf",
    "1 0 0 1 72 600 Tm",
    `(Heading ${id}) Tj`,
    "ET",
    "EMC",
    "/Link <</MCID 1 >>BDC",
    "BT",
    "/F7 12 Tf",
    "1 0 0 1 72 500 Tm",
    `(to ${leadsTo}) Tj`,
    "ET",
    "EMC",
  ].join("\n");
  const page = (content: number, more: string): string =>
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F7 1 0 R>>>> /Contents ${content} 0 R ${more}>>`;
  const pdf = browserPdf([
    `<</Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding>>`,
    "<</Type /Pages /Kids [3 0 R 4 0 R] /Count 2>>",
    page(5, "/StructParents 0"),
    page(6, "/StructParents 1 /Annots [7 0 R]"),
    streamObject("BT /F7 9 Tf 1 0 0 1 9 9 Tm (abc) Tj ET"),
    streamObject(text),
    `<</Type /Annot /Subtype /Link /Rect [72 500 90 512] /A <</S /URI /URI (${INNER_LINK}${leadsTo})>> /StructParent 2>>`,
    "<</Type /StructTreeRoot /K 9 0 R>>",
    "<</Type /StructElem /S /Document /Lang (en) /P 8 0 R /K [10 0 R 11 0 R]>>",
    "<</Type /StructElem /S /H1 /P 9 0 R /K 0 /Pg 4 0 R>>",
    "<</Type /StructElem /S /P /P 9 0 R /K 12 0 R>>",
    "<</Type /StructElem /S /Link /P 11 0 R /Pg 4 0 R /K [1 <</Type /OBJR /Obj 7 0 R>>]>>",
    "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R>>",
  ]);
  const headings = [
    { text: `Heading ${id}`, bookmark: `Heading ${id} – ${level}`, level, left: 96, top: 240 },
  ];
  return {
    pdf,
    pages: [{ headings }],
    targets: [{ id, page: 0, left: 96, top: 240 }],
    tagged: [],
  };
}

const matter = {
  title: "A Reader – of “Tests”",
  author: "A. Editor",
  subject: "",
  language: "en",
  date: "2026-01-31",
  labels: [{ first: 0, style: "D", start: 1 }],
} as const;

const mended = (...segments: readonly SegmentToMend[]) =>
  segments.map((each) => mendSegment(each, "en"));

it("leads links into other segments, and bookmarks to their pages", async () => {
  const pdf = joinSegments(
    mended(segment("one", "three"), segment("two", "one", 2), segment("three", "two")),
    matter,
  );
  const read = await readPdf(pdf);
  expect(read.pages.map(({ links }) => links.map(({ name }) => name))).toEqual([
    ["three"],
    ["one"],
    ["two"],
  ]);
  expect(["one", "two", "three"].map((name) => read.places.get(name)?.page)).toEqual([0, 1, 2]);
  expect(read.bookmarks).toMatchObject([
    { title: "Heading one – 1", page: 0 },
    { title: "Heading two – 2", page: 1 },
    { title: "Heading three – 1", page: 2 },
  ]);
  expect(read.labels).toEqual(["1", "2", "3"]);
});

it("has one tree of structure, in which every part knows its place", async () => {
  const ids = ["a", "b", "c", "d"];
  const pdf = joinSegments(mended(...ids.map((id) => segment(id, "a"))), matter);
  const { document, faults, title, language } = await readTaggedPdf(pdf);
  expect(faults.filter((fault) => !fault.endsWith("says nothing"))).toEqual([]);
  expect(elementsOf(document, /^H1$/).map(({ text }) => text)).toEqual(
    ids.map((id) => `Heading ${id}`),
  );
  expect(elementsOf(document, /^Link$/).map(({ links }) => links)).toEqual(ids.map(() => ["a"]));
  expect(title).toEqual({ shown: true, words: matter.title });
  expect(language).toBe("en");
});

it("keeps what segments have in common once, and what differs in each", async () => {
  const fontsIn = async (...fonts: readonly string[]): Promise<number> => {
    const segments = fonts.map((font, at) => segment(`s${at}`, "s0", 1, font));
    const file = await PDFDocument.load(joinSegments(mended(...segments), matter));
    return file.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && object.has(PDFName.of("BaseFont")))
      .length;
  };
  expect(await fontsIn("Helvetica", "Helvetica", "Helvetica")).toBe(1);
  expect(await fontsIn("Helvetica", "Courier", "Helvetica")).toBe(2);
});

it("leaves the page of letters out", async () => {
  const file = await PDFDocument.load(joinSegments(mended(segment("one", "one")), matter));
  expect(file.getPageCount()).toBe(1);
  const streams = file.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFRawStream && !object.dict.has(PDFName.of("Type")));
  expect(streams).toHaveLength(1);
});

it("gives the same bytes for the same segments, also when they were kept", () => {
  const segments = mended(segment("one", "two"), segment("two", "one"));
  const once = Buffer.from(joinSegments(segments, matter));
  const kept = segments.map((each) => unpackSegment(packSegment(each)));
  expect(kept).toEqual(segments.map((each) => unpackSegment(packSegment(each))));
  expect(once.equals(joinSegments(kept, matter))).toBe(true);
  expect(
    once.equals(joinSegments(mended(segment("one", "two"), segment("two", "one")), matter)),
  ).toBe(true);
  expect(once.equals(joinSegments(segments, { ...matter, title: "Another" }))).toBe(false);
});

it("nests bookmarks by the level of their headings, and shows the highest", async () => {
  const levels = [1, 3, 2, 3, 1];
  const pdf = joinSegments(
    mended(...levels.map((level, at) => segment(`s${at}`, "s0", level))),
    matter,
  );
  const file = await PDFDocument.load(pdf);
  const drawn = (parent: PDFDict): string => {
    const titles: string[] = [];
    let item = parent.lookupMaybe(PDFName.of("First"), PDFDict);
    for (; item; item = item.lookupMaybe(PDFName.of("Next"), PDFDict)) {
      titles.push(`${String(item.get(PDFName.of("Count")) ?? "")}(${drawn(item)})`);
    }
    return titles.join(" ");
  };
  const root = file.catalog.lookup(PDFName.of("Outlines"), PDFDict);
  expect(root.get(PDFName.of("Count"))?.toString()).toBe("2");
  expect(drawn(root)).toBe("-2(() -1(())) ()");
});
