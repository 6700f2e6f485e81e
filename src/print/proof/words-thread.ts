import { parentPort, workerData } from "node:worker_threads";
import { type OpenPdf, loadPdfium, withPdf } from "./open-pdf.ts";

/** Runs in a thread of its own: reads the words of a PDF page by page, as a reader's program copies them. */
async function wordsInThread(pdf: SharedArrayBuffer): Promise<readonly string[]> {
  return withPdf(await loadPdfium(), new Uint8Array(pdf), (file) =>
    Array.from({ length: file.pdfium.FPDF_GetPageCount(file.document) }, (_, index) =>
      wordsOnPage(file, index),
    ),
  );
}

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

const BYTES_OF_A_LETTER = 2;

const pdf: SharedArrayBuffer = workerData;
parentPort?.postMessage(await wordsInThread(pdf), []);
