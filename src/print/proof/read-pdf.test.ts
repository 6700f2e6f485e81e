import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { PrintCache } from "../cache/print-cache.ts";
import { readPdf } from "./read-pdf.ts";
import { keepReadings, knownReadings } from "./known-readings.ts";

/** A file whose pages say one word each. */
async function pdfOf(...words: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const word of words) document.addPage([200, 300]).drawText(word, { x: 20, y: 200 });
  return document.save();
}

function memoryCache(): PrintCache {
  const kept = new Map<string, Uint8Array>();
  return {
    read: (_, key) => Promise.resolve(kept.get(key)),
    write: (_, key, content) => {
      kept.set(key, content);
      return Promise.resolve();
    },
  };
}

const segments = [
  { key: "a", range: { first: 0, end: 3 } },
  { key: "b", range: { first: 3, end: 5 } },
];

describe("a PDF that is read in threads", () => {
  it("is read whole, in order, whatever the number of threads", async () => {
    const words = Array.from({ length: 60 }, (_, at) => `Word${at + 1}`);
    const pdf = await pdfOf(...words);
    const said: number[] = [];
    const alone = await readPdf(pdf, { workers: 1, onPage: (pages) => said.push(pages) });
    expect(alone.pages.map(({ text }) => text)).toEqual(words);
    expect(said).toEqual(words.map((_, at) => at + 1));
    expect(await readPdf(pdf, { workers: 2, pages: 200 })).toEqual(alone);
  });

  it("says of words where they stand", async () => {
    const { pages } = await readPdf(await pdfOf("Here"));
    expect(pages[0]?.untagged).toMatchObject([{ text: "Here", left: 20, base: 100, size: 24 }]);
  });

  it("fails with a reason where it is none", async () => {
    await expect(readPdf(new Uint8Array(400).fill(65))).rejects.toThrow(
      /^the PDF cannot be read back: /,
    );
  });
});

describe("a reader's PDF of which an earlier build has read a part", () => {
  it("is read again only where it was printed anew, and at the beginning of what was not", async () => {
    const cache = memoryCache();
    const read = async (text: string, ranges = segments): Promise<string> => {
      const known = await knownReadings(ranges, cache);
      const pdf = await readPdf(await pdfOf(...text.split("")), { known });
      await keepReadings(ranges, known, pdf, cache);
      return pdf.pages.map((page) => page.text).join("");
    };
    expect(await read("abcde")).toBe("abcde");
    // The same keys stand for other words: what is known is not looked at.
    expect(await read("ABCDE")).toBe("AbcDe");
    const changed = segments.map(({ key, range }) => ({ key: key === "a" ? key : "c", range }));
    expect(await read("ABCDE", changed)).toBe("AbcDE");
  });
});
