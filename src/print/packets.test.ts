import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { decodeQR } from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPrintCache } from "./cache/open-print-cache.ts";
import { loadPdfium, withPdf } from "./proof/open-pdf.ts";
import { type ReadPdf, readPdf } from "./proof/read-pdf.ts";
import { type PrintedEdition, printEdition } from "./testing/print-edition.ts";
import { packetIn, writePacketEdition } from "./testing/packet-edition.ts";

let folder: string;
let printed: PrintedEdition;
const read = new Map<string, ReadPdf>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-packet-"));
  await writePacketEdition(folder);
  const cache = await openPrintCache({ folders: [path.join(folder, "cache")] });
  printed = await printEdition(folder, path.join(folder, "out"), { cache });
  for (const name of await pdfsIn("out"))
    read.set(name, await readPdf(await readFile(path.join(folder, "out", `${name}.pdf`))));
}, 240_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function pdfsIn(output: string): Promise<readonly string[]> {
  const all = await readdir(path.join(folder, output), { recursive: true });
  return all
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => name.slice(0, -".pdf".length))
    .sort();
}

function pdfNamed(name: string): ReadPdf {
  const pdf = read.get(name);
  if (!pdf) throw new Error(`no ${name}`);
  return pdf;
}

function wordsOf(pdf: ReadPdf): string {
  return pdf.pages
    .map(({ text }) => text)
    .join(" ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ (?=[,.;])/gu, "");
}

/** The label of the page to which a bookmark leads. */
function pageOf(pdf: ReadPdf, title: string): string {
  const bookmark = pdf.bookmarks.find((one) => one.title === title);
  return pdf.labels[bookmark?.page ?? -1] ?? "none";
}

describe("a packet in print", () => {
  it("gets a file for the whole and for each week in each look, and each document one of its own", () => {
    expect(printed.messages).toEqual([]);
    const looks = ["", "-duplex", "-large-print", "-wide-margin"];
    const weeks = ["week-1", "week-2"].flatMap((week) => looks.map((look) => week + look));
    expect([...read.keys()]).toEqual(
      [
        ...["blue", "gray", "green", "red"].map((id) => `documents/${id}`),
        "readers/packet",
        ...["duplex", "large-print", "wide-margin", ...weeks].map(
          (name) => `readers/packet/${name}`,
        ),
      ].sort(),
    );
  });

  it("takes away what it was printed from", async () => {
    const all = await readdir(path.join(folder, "out"), { recursive: true });
    expect(all.filter((name) => name.endsWith(".html"))).toEqual([]);
  });

  it("tells which of how many files it prints", () => {
    const files = printed.progress.map(({ file }) => file);
    expect(new Set(files)).toEqual(new Set(Array.from({ length: 16 }, (_, at) => at + 1)));
    expect(new Set(printed.progress.map(({ files: all }) => all))).toEqual(new Set([16]));
  });

  it("has weeks in order, with their readings, what they are for, and how long they take", () => {
    const pdf = pdfNamed("readers/packet");
    expect(pdf.title).toBe("A Packet");
    expect(pdf.bookmarks.map(({ title, level }) => `${level} ${title}`).slice(0, 15)).toEqual([
      "1 A Packet",
      "1 Rights and Sources",
      "2 Document 1",
      "2 Document 2",
      "1 Contents",
      "2 Reference",
      "1 About This Reader",
      "1 Week 1. First",
      "2 Readings",
      "2 An Introduction",
      "2 1. Red Letter",
      "3 Sourcing",
      "1 Week 2. Second",
      "2 Readings",
      "2 2. Blue Letter",
    ]);
    expect(wordsOf(pdf)).toMatch(
      /Doc\. 1\. Red Letter, ¶¶ 1, 4–5 of 5, p\. \d+ \(2 min\.\) To see what is sent\./u,
    );
  });

  it("prints of a week only the week, and what it uses", () => {
    const pdf = pdfNamed("readers/packet/week-1");
    const words = wordsOf(pdf);
    expect(pdf.title).toBe("A Packet. Week 1. First");
    expect(words).toContain("Words of the first week");
    expect(words).toContain("Rights of Red");
    for (const other of [
      "second week",
      "Paragraph Blue",
      "Note Blue",
      "Rights of Blue",
      "The whole opens",
    ])
      expect([other, words.includes(other)]).toEqual([other, false]);
    expect(wordsOf(pdfNamed("readers/packet/week-2"))).not.toContain("Paragraph Red");
  });

  it("prints of an excerpt its paragraphs with their numbers and notes, and says what is left out", () => {
    const words = wordsOf(pdfNamed("readers/packet"));
    for (const at of [1, 4, 5]) {
      expect(words).toContain(`Paragraph Red ${at} says`);
      expect(words).toContain(`${at} Note Red ${at}.`);
    }
    for (const at of [2, 3]) {
      expect(words).not.toContain(`Paragraph Red ${at} says`);
      expect(words).not.toContain(`Note Red ${at}.`);
    }
    expect(words).toContain("[… ¶¶ 2–3 omitted …]");
    expect(words).toContain("4 Paragraph Red 4");
    expect(words).toContain("Document 1 in part: ¶¶ 1, 4–5 of 5.");
  });

  it("leads to the right pages from contents, references, comparison and index", () => {
    for (const name of ["packet", "packet/large-print", "packet/duplex", "packet/week-1"]) {
      const pdf = pdfNamed(`readers/${name}`);
      const words = wordsOf(pdf);
      const red = pageOf(pdf, "1. Red Letter");
      const title = name === "packet/week-1" ? "Outside This Week" : "Outside This Reader";
      const outside = pageOf(pdf, title);
      expect(words).toContain(`Week 1. First 1–5 February 2027 ${pageOf(pdf, "Week 1. First")}`);
      expect(words).toMatch(
        new RegExp(`It leads to Doc\\. 1, p\\. ${red}, to Doc\\. 1 ¶2, p\\. ${outside}`, "u"),
      );
      expect(words).toMatch(new RegExp(`and to Doc\\. 3 ¶1, p\\. ${outside}\\.`, "u"));
      expect(words).toContain(`${title} ${outside}`);
    }
    const pdf = pdfNamed("readers/packet");
    const [, pages = ""] =
      /Smith, John, ([\d ,–]+)/u.exec(wordsOf(pdf).split("Index").at(-1) ?? "") ?? [];
    const named = pages.trim().split(/[ ,–]+/u);
    const mentioning = pdf.pages.flatMap(({ text }, at) =>
      /It names/u.test(text.replaceAll(/\s+/gu, " ")) ? [pdf.labels[at] ?? ""] : [],
    );
    // The number of the index's own page follows.
    expect(named.slice(0, -1)).toEqual(mentioning);
    expect(wordsOf(pdf)).toMatch(
      new RegExp(`Doc\\. 1, p\\. ${pageOf(pdf, "1. Red Letter")} 10 January 1962`, "u"),
    );
  });

  it("lists what it does not hold, with its address and a code that says the same", async () => {
    const pdf = pdfNamed("readers/packet/week-2");
    expect(wordsOf(pdf)).toContain(
      "Document 1. Red Letter. In week 1 of this reader, in part: ¶¶ 1, 4–5 of 5.",
    );
    const at = pdf.labels.indexOf(pageOf(pdf, "Outside This Week"));
    const bytes = await readFile(path.join(folder, "out/readers/packet/week-2.pdf"));
    expect(await codeOn(bytes, at)).toBe("https://edition.example/letters/documents/red.html");
  });

  it("sets each look in its type, within its margins", () => {
    const sizes = {
      packet: [11.25, 76.5, 76.5 + 382.5],
      "packet/large-print": [18, 72, 540],
      "packet/wide-margin": [11.25, 72, 396],
      "packet/duplex": [11.25, 103.5, 103.5 + 382.5],
    } as const;
    for (const [name, [size, left, right]] of Object.entries(sizes)) {
      const pdf = pdfNamed(`readers/${name}`);
      const at = pdf.labels.indexOf(pageOf(pdf, "1. Red Letter"));
      const page = pdf.pages[at];
      const runs = page?.tagged.filter(({ text }) => text.includes("goes on for a while")) ?? [];
      expect([name, runs.length > 0]).toEqual([name, true]);
      const rightPage = Number(pdf.labels[at]) % 2 === 1;
      const mirrored = !rightPage && (name === "packet" || name === "packet/duplex");
      const [from, to] = mirrored ? [612 - right, 612 - left] : [left, right];
      for (const run of runs) {
        expect([name, Math.abs(run.size - size) < 0.1]).toEqual([name, true]);
        expect(run.left).toBeGreaterThanOrEqual(from - 1);
        expect(run.right).toBeLessThanOrEqual(to + 1);
      }
      for (const { width, height, tagged } of pdf.pages)
        for (const run of tagged) {
          expect(run.left).toBeGreaterThan(18);
          expect(run.right).toBeLessThan(width - 18);
          expect(run.base).toBeLessThan(height - 36);
        }
    }
  });

  it("has nothing smaller than 12 points in large print", () => {
    const { pages } = pdfNamed("readers/packet/large-print");
    const small = pages
      .flatMap(({ tagged, artifacts }) => [...tagged, ...artifacts])
      .filter(({ text, size }) => /\S/u.test(text) && size < 12);
    expect(small).toEqual([]);
  });

  it("begins weeks and documents on right-hand pages for both sides of the paper, and only there leaves pages empty", () => {
    const pdf = pdfNamed("readers/packet/duplex");
    for (const title of [
      "Week 1. First",
      "Week 2. Second",
      "An Introduction",
      "1. Red Letter",
      "2. Blue Letter",
    ])
      expect([title, Number(pageOf(pdf, title)) % 2]).toEqual([title, 1]);
    const empty = ({ text }: { readonly text: string }): boolean => !/\S/u.test(text);
    expect(pdf.pages.filter(empty).length).toBeGreaterThan(2);
    const body = pdfNamed("readers/packet").pages.filter(
      (page, at) => empty(page) && /^\d/u.test(pdfNamed("readers/packet").labels[at] ?? ""),
    );
    expect(body).toEqual([]);
  });
});

describe("a document's own PDF", () => {
  it("holds the whole document with its notes and how to cite it, and nothing else", () => {
    const pdf = pdfNamed("documents/red");
    const words = wordsOf(pdf);
    expect(pdf.title).toBe("Doc. 1. Red Letter");
    for (const at of [1, 2, 3, 4, 5]) {
      expect(words.split(`Paragraph Red ${at} says`).length).toBe(2);
      expect(words.split(`Note Red ${at}.`).length).toBe(2);
    }
    expect(words).toContain("Rights of Red.");
    expect(words).toContain("https://edition.example/letters/documents/red.html");
    expect(words).not.toContain("Blue");
    expect(words).not.toContain("Contents");
  });

  it("is the same whichever others are printed with it", async () => {
    await writePacketEdition(folder, {
      // The other looks are other styles only; for both sides of the paper pages are counted otherwise too.
      "readers/packet.md": packetIn(["standard", "duplex"]),
      "texts/blue.md": `---\nid: blue\nnumber: 2\ntitle: Blue Letter\n---\n\nIt is short now, and has a Greek word: λόγος.\n`,
    });
    const cache = await openPrintCache({ folders: [path.join(folder, "cache")] });
    const changed = await printEdition(folder, path.join(folder, "changed"), { cache });
    const anew = await printEdition(folder, path.join(folder, "anew"));
    expect([changed.messages, anew.messages]).toEqual([[], []]);
    for (const name of await pdfsIn("anew")) {
      const [one, other] = await Promise.all(
        ["changed", "anew"].map((output) => readFile(path.join(folder, output, `${name}.pdf`))),
      );
      expect([name, other && one?.equals(other)]).toEqual([name, true]);
    }
  }, 240_000);
});

/** What the QR code on a page says, as PDFium draws it. */
async function codeOn(pdf: Uint8Array, at: number): Promise<string> {
  const loaded = await loadPdfium();
  return withPdf(loaded, pdf, ({ pdfium, document }) => {
    const [width, height] = [1836, 2376];
    const page = pdfium.FPDF_LoadPage(document, at);
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const data = pdfium.pdfium.HEAPU8.slice(from, from + width * height * 4);
    return decodeQR({ data, width, height });
  });
}
