import { deflateSync } from "node:zlib";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ReaderToProve, printToProve } from "../testing/print-to-prove.ts";
import { writeTrickyEdition } from "../testing/tricky-edition.ts";
import { proveLayout } from "./layout-proof.ts";
import { provePdf } from "./pdf-proof.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";

let folder: string;
let reader: ReaderToProve;
let good: ReadPdf;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-mutations-"));
  const edition = path.join(folder, "edition");
  await writeTrickyEdition(edition);
  reader = await printToProve(edition, path.join(folder, "out"));
  good = await readPdf(reader.pdf);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What is said of the file when something is changed in it. */
async function messagesFor(change: (document: PDFDocument) => void): Promise<readonly string[]> {
  const document = await PDFDocument.load(reader.pdf, { updateMetadata: false });
  change(document);
  return messagesOf(await readPdf(await document.save({ useObjectStreams: true })));
}

function messagesOf(read: ReadPdf, pages = reader.paginated.pages): readonly string[] {
  const failures = provePdf({ ...reader.paginated, pages }, read, reader.readings);
  return failures.map(({ message, place }) => (place ? `${place.line}: ${message}` : message));
}

/** A piece of a page's content that the tags know by a number. */
const MARKED = /\/\w+ ?<<\s*\/MCID (\d+)\s*>>\s*BDC[\s\S]*?EMC\n/g;

/** The first two glyphs of a row, two bytes each, of which any may be escaped. */
const FIRST_LETTERS = /\[\(((?:[^\\()]|\\[^]){2})(?!\1)((?:[^\\()]|\\[^]){2})/;

/** The last row of glyphs of a piece. */
const LAST_LINE = /\[(?:\((?:[^\\)]|\\[^])*\)|[^()\]])*\]TJ\n(?=ET\n(?:EMC\n)?EMC)/;

/** Changes the content of a page. What is put in for a piece comes from a function, since glyphs may look like signs of a replacement. */
function rewrite(page: PDFPage | undefined, change: (content: string) => string): void {
  const stream = page?.node.lookup(PDFName.of("Contents"));
  if (!page || !(stream instanceof PDFRawStream)) throw new Error("no content");
  const before = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  const after = change(before);
  expect(after).not.toBe(before);
  const { context } = page.doc;
  const made = context.stream(deflateSync(Buffer.from(after, "latin1")), { Filter: "FlateDecode" });
  page.node.set(PDFName.of("Contents"), context.register(made));
}

/** The longest pieces of a page's content, which are paragraphs or notes. */
function longPieces(content: string): readonly [string, string] {
  const pieces = [...content.matchAll(MARKED)].map(([piece]) => piece);
  const [one, other] = pieces.sort((left, right) => right.length - left.length);
  if (one === undefined || other === undefined) throw new Error("no two pieces");
  return [one, other];
}

/** Pages with several paragraphs. */
function fullPages(): readonly number[] {
  return reader.paginated.pages.flatMap(({ paragraphs }, at) =>
    paragraphs.length > 1 ? [at] : [],
  );
}

function fullPage(): number {
  return fullPages()[0] ?? -1;
}

function labelOf(page: number): string {
  return good.labels[page] ?? "";
}

/** The links of a page. */
function linksOf(page: PDFPage | undefined): readonly PDFDict[] {
  const list = page?.node.lookupMaybe(PDFName.of("Annots"), PDFArray);
  const all = Array.from({ length: list?.size() ?? 0 }, (_, at) => list?.lookup(at, PDFDict));
  return all.filter((link) => link !== undefined);
}

/** The objects that are of a kind. */
function dictionaries(document: PDFDocument, has: (dictionary: PDFDict) => boolean) {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && has(object) ? [object] : []));
}

describe("the proof of a reader that is printed in truth", () => {
  it("finds nothing wrong in it", () => {
    expect(proveLayout(reader.paginated, reader.readings)).toEqual([]);
    expect(messagesOf(good)).toEqual([]);
  });

  it("finds a page that is dropped", async () => {
    const page = fullPage();
    const messages = await messagesFor((document) => document.removePage(page));
    const count = good.pages.length;
    expect(messages).toEqual([
      `the PDF has ${count - 1} pages, not ${count}`,
      `page ${labelOf(page)} is not whole in the PDF`,
    ]);
  });

  it("finds two pages that are exchanged", async () => {
    const [one = -1, other = -1] = fullPages();
    const messages = await messagesFor((document) => {
      const [first, second] = [document.getPage(one), document.getPage(other)];
      const places = [first, second].map((page) => {
        const kids = page.node
          .lookup(PDFName.of("Parent"), PDFDict)
          .lookup(PDFName.of("Kids"), PDFArray);
        return { kids, at: kids.asArray().indexOf(page.ref) };
      });
      [second, first].forEach(({ ref }, at) => places[at]?.kids.set(places[at].at, ref));
    });
    expect(messages).toContain(
      `page ${labelOf(one)} stands at the place of page ${labelOf(other)} in the PDF`,
    );
    expect(messages).toContain(
      `page ${labelOf(other)} stands at the place of page ${labelOf(one)} in the PDF`,
    );
  });

  it("finds what is changed, cut, doubled, exchanged and moved, and names the paragraph or note and its line", async () => {
    const faults: readonly (readonly [said: string, (content: string) => string])[] = [
      [
        "is not whole",
        (content) => {
          const [piece] = longPieces(content);
          // The first two letters of a line in the other order.
          return content.replace(piece, () => piece.replace(FIRST_LETTERS, "[($2$1"));
        },
      ],
      [
        "is not whole",
        (content) => {
          const [piece] = longPieces(content);
          return content.replace(piece, () => piece.replace(LAST_LINE, ""));
        },
      ],
      [
        "is followed by what is not there on the page",
        (content) => {
          const [piece] = longPieces(content);
          return content.replace(piece, () => piece + piece);
        },
      ],
      [
        "",
        (content) => {
          const [one, other] = longPieces(content);
          const number = (piece: string): string => /MCID (\d+)/.exec(piece)?.[1] ?? "";
          return content
            .replace(one, () => one.replace(/MCID \d+/, `MCID ${number(other)}`))
            .replace(other, () => other.replace(/MCID \d+/, `MCID ${number(one)}`));
        },
      ],
      [
        "does not stand at its place",
        (content) => {
          const [piece] = longPieces(content);
          return content.replace(piece, () => `q 1 0 0 1 0 200 cm\n${piece}Q\n`);
        },
      ],
      [
        "",
        (content) => {
          const [piece] = longPieces(content);
          return content.replace(piece, () => `q 1 0 0 1 1500 0 cm\n${piece}Q\n`);
        },
      ],
    ];
    const pages = fullPages();
    expect(pages.length).toBeGreaterThanOrEqual(faults.length);
    const messages = await messagesFor((document) => {
      faults.forEach(([, change], at) => rewrite(document.getPage(pages[at] ?? 0), change));
    });
    faults.forEach(([said], at) => {
      const label = labelOf(pages[at] ?? 0);
      const own = messages.filter((message) => message.includes(` page ${label} of the PDF`));
      expect([label, said, own.some((message) => message.includes(said))]).toEqual([
        label,
        said,
        true,
      ]);
      expect(own.join("\n")).toMatch(/^\d+: Doc\. \d+(?: ¶|, )/m);
    });
  });

  it("finds links that are dead or lead elsewhere, a bookmark that is gone, pages that are misnamed", async () => {
    const [page = -1, other = -1] = reader.paginated.pages.flatMap(({ links }, at) =>
      links.length > 1 ? [at] : [],
    );
    const [dead] = good.pages[page]?.links ?? [];
    const moved = reader.paginated.pages[other]?.links.find((name) => name !== dead?.name) ?? "";
    const messages = await messagesFor((document) => {
      // Every way in which a link says where it leads.
      const leadsTo = (link: PDFDict): string => {
        const place = link.get(PDFName.of("Dest"));
        return place instanceof PDFString || place instanceof PDFHexString
          ? place.decodeText()
          : "";
      };
      const gone = linksOf(document.getPage(page)).filter((link) => leadsTo(link) === dead?.name);
      expect(gone.length).toBeGreaterThan(0);
      for (const link of gone) link.delete(PDFName.of("Dest"));
      for (const list of dictionaries(document, (one) => one.has(PDFName.of("Names")))) {
        const names = list.lookup(PDFName.of("Names"));
        if (!(names instanceof PDFArray)) continue;
        for (let at = 0; at < names.size(); at += 2) {
          const name = names.lookup(at);
          const place = names.lookup(at + 1);
          if (!(name instanceof PDFString || name instanceof PDFHexString)) continue;
          if (name.decodeText() !== moved || !(place instanceof PDFArray)) continue;
          place.set(3, PDFNumber.of(1));
        }
      }
      const [, second] = dictionaries(
        document,
        (one) => one.has(PDFName.of("Title")) && one.has(PDFName.of("Dest")),
      );
      second?.set(PDFName.of("Title"), PDFHexString.fromText("Elsewhere"));
      const labels = document.catalog.lookup(PDFName.of("PageLabels"), PDFDict);
      labels
        .lookup(PDFName.of("Nums"), PDFArray)
        .lookup(3, PDFDict)
        .set(PDFName.of("St"), PDFNumber.of(2));
    });
    const said = messages.join("\n");
    expect(said).toContain(`to “${dead?.name ?? ""}” on page ${labelOf(page)} is dead in the PDF`);
    expect(said).toContain(
      `the link to “${moved}” on page ${labelOf(other)} misses its target in the PDF`,
    );
    expect(said).toMatch(/the bookmark “.*” is missing in the PDF/);
    expect(said).toContain("the PDF has a bookmark “");
    expect(said).toContain("page 1 is named 2 in the PDF");
  });

  it("finds wrong numbers, be they printed as they were read in the browser", () => {
    const { pages, numbered } = reader.paginated;
    const wrong = pages.flatMap(({ area }, at) =>
      area.spans.flatMap((span) => {
        const words = area.text.slice(span.from, span.to);
        return span.kind === "number" && /\d$/.test(words) ? [{ at, span, words }] : [];
      }),
    );
    // In the contents, in the chronology, behind references.
    const places = [wrong[0], wrong.at(-1), wrong.find(({ words }) => words.startsWith(", p. "))];
    expect(new Set(places).size).toBe(3);
    for (const place of places) {
      if (!place) continue;
      const { at, span, words } = place;
      const other = words.endsWith("9") ? "8" : "9";
      const changed = pages.map((page, sheet) => {
        if (sheet !== at) return page;
        const { text } = page.area;
        const area = {
          ...page.area,
          text: text.slice(0, span.to - 1) + other + text.slice(span.to),
        };
        return { ...page, area };
      });
      expect(messagesOf(good, changed).join("\n")).toContain(
        `page ${labelOf(at)} says that “${span.id}” begins on page `,
      );
    }
    const indexed = pages.map((page) => ({
      ...page,
      indexed: page.indexed.map((line) => ({ ...line, pages: `${line.pages}1` })),
    }));
    expect(
      proveLayout({ ...reader.paginated, pages: indexed, numbered }, reader.readings),
    ).not.toEqual([]);
  });
});
