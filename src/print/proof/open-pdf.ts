import type { PDFDocumentProxy } from "pdfjs-dist";
import { makeLean } from "./lean-thread.ts";

/** The part of pdf.js that reads, which it would load itself, but later. Says nothing of types. */
const READER: string = "pdfjs-dist/legacy/build/pdf.worker.mjs";

/** Opens a PDF with pdf.js as long as it is used. Meant for a thread of its own, since pdf.js changes what JavaScript comes with. */
export async function withPdf<T>(
  pdf: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  makeLean();
  // It puts a slow one in its place for a fault of older engines that does not concern it: a tenth of its time.
  const { prototype } = Array;
  const push = Object.getOwnPropertyDescriptor(prototype, "push");
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  await import(READER);
  if (push) Object.defineProperty(prototype, "push", push);
  const task = getDocument({
    // It takes the bytes away from those who gave them.
    data: Uint8Array.from(pdf),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}
