import { parentPort } from "node:worker_threads";
import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import { loadPdfium, withPdf } from "./open-pdf.ts";
import { readMatter } from "./read-matter.ts";
import { readPage } from "./read-page.ts";
import type { ReadingStep, ReadingTask } from "./reading-threads.ts";

/** Pages that a thread takes at once: neighbors have much of their tags in common. */
const TOGETHER = 8;

function tell(step: ReadingStep): void {
  parentPort?.postMessage(step, []);
}

/** Runs in a thread of its own: reads pages of a PDF until all threads together have read all. */
function readInThread(pdfium: WrappedPdfiumModule, task: ReadingTask): void {
  const { pdf, known, begun, matter } = task;
  const next = new Int32Array(begun);
  withPdf(pdfium, new Uint8Array(pdf), (file) => {
    if (matter) tell({ kind: "matter", matter: readMatter(file) });
    const all = Array.from({ length: file.pdfium.FPDF_GetPageCount(file.document) }, (_, at) => at);
    const wanted = all.filter((page) => !known.has(page));
    for (;;) {
      const from = Atomics.add(next, 0, TOGETHER);
      const taken = wanted.slice(from, from + TOGETHER);
      if (taken.length === 0) return;
      for (const page of taken) tell({ kind: "page", page, read: readPage(file, page) });
    }
  });
}

// PDFium is here before there is something to read.
const pdfium = await loadPdfium();
parentPort?.on("message", (task: ReadingTask) => {
  readInThread(pdfium, task);
  tell({ kind: "done" });
});
