import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldReading } from "../site/views/held-texts.ts";
import { expectedReading } from "./proof/expected-text.ts";
import { letters } from "./letters.ts";
import { type ReadPdf, readPdf } from "./proof/read-pdf.ts";
import { type PrintedEdition, printEdition } from "./testing/print-edition.ts";
import { writeTrickyEdition } from "./testing/tricky-edition.ts";

let folder: string;
let printed: PrintedEdition;
let bytes: Uint8Array;
let pdf: ReadPdf;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-print-"));
  await writeTrickyEdition(folder);
  printed = await printEdition(folder, path.join(folder, "first"));
  bytes = await readFile(path.join(folder, "first/readers/all.pdf"));
  pdf = await readPdf(bytes);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The letters of all pages. A paragraph is found in them whole where it does not go over a page's end. */
function pageLetters(page: number): string {
  return letters(pdf.pages[page]?.text ?? "");
}

function pageLabelled(label: string): number {
  return pdf.labels.indexOf(label);
}

describe("a printed reader of all that is hard", () => {
  it("is printed without a complaint, and what it was printed from is taken away", async () => {
    expect(printed.messages.filter((message) => message.includes("print-"))).toEqual([]);
    expect(await readdir(path.join(folder, "first/readers"))).toEqual(["all.pdf"]);
  });

  it("tells how far it is, page by page", () => {
    const layout = printed.progress.filter(({ stage }) => stage === "layout");
    expect(layout.length).toBeGreaterThan(5);
    expect(printed.progress.at(-1)).toEqual({
      reader: "A Reader of All That Is Hard",
      file: 1,
      files: 1,
      stage: "proof",
      pages: pdf.pages.length,
      expected: pdf.pages.length,
    });
  });

  it("has every note of ten that are called on one line", () => {
    for (const label of "abcdefghij") {
      const pages = pdf.pages.filter((_, page) => pageLetters(page).includes(`Note${label}often`));
      expect([label, pages.length]).toEqual([label, 1]);
    }
  });

  it("has notes of headings, lists, quotations and tables, and those of several paragraphs", () => {
    const all = pdf.pages.map((_, page) => pageLetters(page)).join("");
    for (const words of [
      "A note of a heading.",
      "In a quotation; see",
      "The translator speaks.",
      "In a nested list.",
      "In a table, which goes over pages.",
      "A second paragraph of the note, with a list",
      "По-русски: особая важность.",
      "Anadyr".repeat(67).slice(0, 400),
    ]) {
      expect([words, all.split(letters(words)).length - 1]).toEqual([words, 1]);
    }
  });

  it("has every row of a table that goes over pages", () => {
    const all = pdf.pages.map(({ text }) => text).join(" ");
    const rows = [...all.matchAll(/\bPort\s+(\d+)\b/g)].map(([, number]) => Number(number));
    expect(rows).toEqual(Array.from({ length: 70 }, (_, row) => row + 1));
  });

  it("has every sentence of a paragraph that goes over pages, in order", () => {
    const all = pdf.pages.map(({ text }) => text).join(" ");
    const said = [...all.matchAll(/Sentence\s+(\d+)\s+of\s+2\s/g)].map(([, at]) => Number(at));
    expect(said).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  });

  it("goes on with a note that is longer than a foot at the feet of the next pages", () => {
    const sentences = pdf.pages.map(({ text }) =>
      [...text.matchAll(/Sentence\s+(\d+)\s+of\s+400\s/g)].map(([, at]) => Number(at)),
    );
    expect(sentences.flat()).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(sentences.filter((said) => said.length > 0).length).toBeGreaterThan(1);
  });

  it("shows each note on the page of its mark", () => {
    const document = printed.edition.documents.find(({ id }) => id === "tricky");
    if (!document) throw new Error("no document");
    const { notes } = expectedReading(heldReading(document, printed.apparatus), printed.apparatus);
    expect(notes).toHaveLength(44);
    // Called at the paragraph's end: both are on the page where it ends.
    const page = pdf.pages.findIndex((_, at) => pageLetters(at).includes("Inatablewhich"));
    expect(pageLetters(page)).toContain("anoteinatable");
  });

  it("prints source notes that nothing calls under the head of their document", () => {
    const opening = pdf.bookmarks.find(({ title }) => title.startsWith("2. A Second Document"));
    const head = pageLetters(opening?.page ?? -1);
    const all = pdf.pages.map((_, page) => pageLetters(page)).join("");
    for (const words of [
      "S1 Source note. The archive of the second",
      "S2 Source note. Nobody calls",
    ])
      expect(head).toContain(letters(words));
    expect(head).toContain(letters("see source note S2"));
    for (const words of [
      "The archive of the second document",
      "A second paragraph of its source note.",
      "Nobody calls this note either.",
      "Known from a list alone.",
    ])
      expect([words, all.split(letters(words)).length - 1]).toEqual([words, 1]);
  });

  it("prints true page numbers in references, contents and index", () => {
    const second = pageLetters(pageLabelled("12"));
    const opening = pdf.bookmarks.find(({ title }) => title.startsWith("2. A Second Document"));
    const secondPage = opening?.page ?? -1;
    const label = pdf.labels[secondPage] ?? "";
    expect(second).not.toBe("");
    const introduction = pdf.pages.find(({ text }) =>
      text.includes("An introduction that leads to"),
    );
    expect(introduction?.text.replaceAll(/\s+/g, " ")).toContain(`Doc. 2 , p. ${label}`);
    const contents = pageLetters(pageLabelled("iii"));
    expect(contents).toContain(letters(`A Second Document 10 June 1962 ${label}`));
    const index = pdf.bookmarks.find(({ title }) => title === "Index");
    const text = pdf.pages[index?.page ?? -1]?.text.replaceAll(/\s+/g, " ") ?? "";
    const [, pages] = /Ivanov, Semyon ([\d ,]+)/.exec(text) ?? [];
    // The index page's own number follows.
    expect(pages?.split(/[ ,]+/).filter(Boolean).slice(0, -1)).toEqual([
      pdf.labels[pdf.bookmarks.find(({ title }) => title.startsWith("1. "))?.page ?? -1],
      label,
    ]);
  });

  it("has links and bookmarks that lead to the right pages", () => {
    const links = pdf.pages.flatMap((page) => page.links);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(({ name }) => !pdf.places.has(name))).toEqual([]);
    const toSecond = pdf.places.get("second--p2");
    expect(pageLetters(toSecond?.page ?? -1)).toContain("Thesecondparagraphmentions");
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual([
      "A Reader of All That Is Hard",
      "Rights and Sources",
      "Documents 1–3",
      "Contents",
      "Documents",
      "Reference",
      "About This Reader",
      "Introduction",
      "1. Everything That Is Hard to Print, Gathered on One Sheet",
      "A heading with a note",
      "Questions for class",
      "2. A Second Document",
      "3. A Document of Which an Abstract Is Given",
      "Chronology",
      "People",
      "Abbreviations",
      "Index",
    ]);
  });

  it("numbers the front matter i, ii, the rest 1, 2, with 1 on a right-hand page", () => {
    expect(pdf.labels.slice(0, 6)).toEqual(["i", "ii", "iii", "iv", "1", "2"]);
    expect(pdf.labels.at(-1)).toBe(String(pdf.labels.length - 4));
  });

  it("is tagged, in its language, with its title and without the clock", async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const { catalog } = document;
    expect(document.getTitle()).toBe("A Reader of All That Is Hard");
    expect(document.getAuthor()).toBe("A. Editor");
    expect(document.getCreationDate()).toEqual(new Date("2026-01-31"));
    expect(catalog.lookup(PDFName.of("Lang"), PDFHexString).decodeText()).toBe("en");
    const shown = catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict);
    expect(shown.get(PDFName.of("DisplayDocTitle"))?.toString()).toBe("true");
    expect(catalog.lookup(PDFName.of("MarkInfo"), PDFDict).toString()).toContain("true");
    const kinds = new Set(structure(catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict)));
    for (const kind of ["H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "Link"]) {
      expect([...kinds]).toContain(kind);
    }
  });

  it("is the same file when printed again", async () => {
    await printEdition(folder, path.join(folder, "again"));
    const again = await readFile(path.join(folder, "again/readers/all.pdf"));
    expect(Buffer.compare(again, bytes)).toBe(0);
  });
});

/** The kinds of all elements of a PDF's structure tree. */
function* structure(element: PDFDict): Generator<string> {
  const kind = element.get(PDFName.of("S"));
  if (kind instanceof PDFName) yield kind.decodeText();
  const kids = element.lookup(PDFName.of("K"));
  const list = kids instanceof PDFArray ? kids.asArray().map((_, at) => kids.lookup(at)) : [kids];
  for (const kid of list) if (kid instanceof PDFDict) yield* structure(kid);
}
