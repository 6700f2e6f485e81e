import { ownThread } from "../own-thread.ts";
import { textsInObjects } from "../pdf/texts-in-objects.ts";
import type { PdfWords } from "./words-thread.ts";

/** All that can be read in a PDF. */
export interface PdfTexts {
  /** What is painted on each page. */
  readonly pages: readonly string[];
  /** What it says beside its pages. */
  readonly beside: readonly string[];
}

/** Reads every text of a PDF. */
export type ReadPdfTexts = (pdf: Uint8Array) => Promise<PdfTexts>;

/** Lends what reads PDFs, one after the other in a thread that is opened for the first of them. */
export async function withPdfTexts<Result>(
  use: (read: ReadPdfTexts) => Promise<Result>,
): Promise<Result> {
  let thread: ReturnType<typeof ownThread> | undefined;
  const wordsOf = async (pdf: SharedArrayBuffer): Promise<PdfWords> => {
    thread ??= ownThread("./words-thread", import.meta.url, undefined);
    const open = thread;
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error("the reading of a PDF has ended"));
      open.once("error", reject);
      open.once("exit", ended);
      open.once("message", (words: PdfWords) => {
        open.off("error", reject);
        open.off("exit", ended);
        resolve(words);
      });
      open.postMessage(pdf, []);
    });
  };
  try {
    return await use(async (pdf) => {
      const shared = new SharedArrayBuffer(pdf.length);
      new Uint8Array(shared).set(pdf);
      const reading = wordsOf(shared);
      const beside = textsInObjects(pdf);
      const words = await reading;
      if ("unreadable" in words) throw new Error(words.unreadable);
      return { pages: words.pages, beside };
    });
  } finally {
    await thread?.terminate();
  }
}

/** Every text of one PDF. */
export async function textsOfPdf(pdf: Uint8Array): Promise<PdfTexts> {
  return withPdfTexts(async (read) => read(pdf));
}
