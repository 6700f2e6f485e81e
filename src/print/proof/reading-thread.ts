import { parentPort, workerData } from "node:worker_threads";
import { withPdf } from "./open-pdf.ts";
import { readMatter } from "./read-matter.ts";
import { readPage } from "./read-page.ts";
import type { ReadingStep, ReadingTask } from "./read-pdf.ts";

/** Pages that a thread takes at once: neighbors have much of their tags in common. */
const TOGETHER = 8;

function tell(step: ReadingStep): void {
  parentPort?.postMessage(step, []);
}

/** Runs in a thread of its own: reads pages of a PDF until all threads together have read all. */
async function readInThread({ pdf, known, begun, matter }: ReadingTask): Promise<void> {
  const next = new Int32Array(begun);
  await withPdf(new Uint8Array(pdf), (file) => {
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

const task: ReadingTask = workerData;
await readInThread(task);
