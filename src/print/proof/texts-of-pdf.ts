import { ownThread } from "../own-thread.ts";
import { textsInObjects } from "../pdf/texts-in-objects.ts";

/** All that can be read in a PDF. */
export interface PdfTexts {
  /** What is painted on each page. */
  readonly pages: readonly string[];
  /** What it says beside its pages. */
  readonly beside: readonly string[];
}

/** Reads every text of a PDF. */
export async function textsOfPdf(pdf: Uint8Array): Promise<PdfTexts> {
  const shared = new SharedArrayBuffer(pdf.length);
  new Uint8Array(shared).set(pdf);
  const pages = wordsOf(shared);
  return { beside: textsInObjects(pdf), pages: await pages };
}

async function wordsOf(pdf: SharedArrayBuffer): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const thread = ownThread("./words-thread", import.meta.url, pdf);
    let read: readonly string[] = [];
    thread.on("message", (pages: readonly string[]) => (read = pages));
    thread.once("error", reject);
    thread.once("exit", (code) => {
      if (code === 0) resolve(read);
      else reject(new Error(`the reading of a PDF ended with code ${code}`));
    });
  });
}
