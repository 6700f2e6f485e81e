import { parentPort } from "node:worker_threads";
import { type OpenPdf, loadPdfium, withPdf } from "./open-pdf.ts";

/** What comes of a PDF: the words of each page, or why it cannot be read. */
export type PdfWords = { readonly pages: readonly string[] } | { readonly unreadable: string };

const BYTES_OF_A_LETTER = 2;

/** Reads the words of a page as a reader's program copies them. */
function wordsOnPage({ pdfium, document, scratch }: OpenPdf, index: number): string {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(`page ${index + 1} does not open`);
  const words = pdfium.FPDFText_LoadPage(page);
  try {
    const count = pdfium.FPDFText_CountChars(words);
    return scratch.text((place, room) => {
      const needed = BYTES_OF_A_LETTER * (count + 1);
      if (needed <= room) pdfium.FPDFText_GetText(words, 0, count, place);
      return needed;
    });
  } finally {
    pdfium.FPDFText_ClosePage(words);
    pdfium.FPDF_ClosePage(page);
  }
}

/** Runs in a thread of its own: reads each PDF that it is sent, and answers in their order. */
const pdfium = await loadPdfium();
parentPort?.on("message", (pdf: SharedArrayBuffer) => {
  let words: PdfWords;
  try {
    words = withPdf(pdfium, new Uint8Array(pdf), (file) => ({
      pages: Array.from({ length: file.pdfium.FPDF_GetPageCount(file.document) }, (_, index) =>
        wordsOnPage(file, index),
      ),
    }));
  } catch (error) {
    words = { unreadable: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(words, []);
});
