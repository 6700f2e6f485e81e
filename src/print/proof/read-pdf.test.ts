import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { type ReadSegment, knownReadings } from "./known-readings.ts";
import { type ReadPdf, readPdf } from "./read-pdf.ts";
import { withReadingThreads } from "./reading-threads.ts";

/** A file whose pages say one word each. */
async function pdfOf(...words: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const word of words) document.addPage([200, 300]).drawText(word, { x: 20, y: 200 });
  return document.save();
}

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
    const read = async (text: string, segments: readonly ReadSegment[]): Promise<ReadPdf> =>
      readPdf(await pdfOf(...text.split("")), { known: knownReadings(segments) });
    const textOf = ({ pages }: ReadPdf): string => pages.map(({ text }) => text).join("");
    const [a, b] = [
      { first: 0, end: 3 },
      { first: 3, end: 5 },
    ] as const;
    const before = await read("abcde", [{ range: a }, { range: b }]);
    expect(textOf(before)).toBe("abcde");
    const kept = [a, b].map((range) => ({
      range,
      reading: before.pages.slice(range.first, range.end),
    }));
    // They stand for other words now: what is known is not looked at.
    expect(textOf(await read("ABCDE", kept))).toBe("AD");
    expect(textOf(await read("ABCDE", [...kept.slice(0, 1), { range: b }]))).toBe("ADE");
  });
});

describe("threads that read PDFs", () => {
  it("are ready before there is one, and read one after another", async () => {
    await withReadingThreads(async (threads) => {
      threads.prepare(2);
      for (const word of ["One", "Two", "Three"]) {
        const { pages } = await readPdf(await pdfOf(word), { threads });
        expect(pages.map(({ text }) => text)).toEqual([word]);
      }
    });
  });

  it("end also where nobody waits for what they read", async () => {
    const reading = await withReadingThreads(async (threads) => {
      const begun = readPdf(await pdfOf("Unread"), { threads });
      begun.catch(() => undefined);
      return { begun };
    });
    await expect(reading.begun).rejects.toThrow(/^the PDF cannot be read back: /);
  });
});
