import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type WrappedPdfiumModule, init } from "@embedpdf/pdfium";
import { type Scratch, makeScratch } from "./scratch.ts";

/** A PDF opened with PDFium, the program with which Chrome and many others show them. */
export interface OpenPdf {
  readonly pdfium: WrappedPdfiumModule;
  /** The number by which PDFium knows the file. */
  readonly document: number;
  readonly scratch: Scratch;
}

const require = createRequire(import.meta.url);

/** Loads PDFium. Meant for a thread of its own: it stops the one that it reads in. */
export async function loadPdfium(): Promise<WrappedPdfiumModule> {
  const program = await readFile(require.resolve("@embedpdf/pdfium/pdfium.wasm"));
  const wasmBinary = new Uint8Array(program).buffer;
  const pdfium = withoutWrapping(await init({ wasmBinary }));
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Opens a PDF as long as it is used. */
export function withPdf<T>(
  pdfium: WrappedPdfiumModule,
  pdf: Uint8Array,
  use: (file: OpenPdf) => T,
): T {
  const place = pdfium.pdfium.wasmExports.malloc(pdf.length);
  pdfium.pdfium.HEAPU8.set(pdf, place);
  const document = pdfium.FPDF_LoadMemDocument(place, pdf.length, "");
  if (document === 0) throw new Error(`PDFium does not open it (${pdfium.FPDF_GetLastError()})`);
  const scratch = makeScratch(pdfium);
  try {
    return use({ pdfium, document, scratch });
  } finally {
    scratch.free();
    pdfium.FPDF_CloseDocument(document);
    pdfium.pdfium.wasmExports.free(place);
  }
}

/** Functions that take numbers alone are called as they are: to be wrapped costs them more than their work. */
function withoutWrapping(pdfium: WrappedPdfiumModule): WrappedPdfiumModule {
  for (const name of Object.keys(pdfium)) {
    if (TAKING_WORDS.has(name)) continue;
    const own: unknown = Reflect.get(pdfium.pdfium, `_${name}`);
    if (typeof own === "function") Reflect.set(pdfium, name, own);
  }
  return pdfium;
}

/** Those of its functions of use here that are given words. */
const TAKING_WORDS: ReadonlySet<string> = new Set([
  "FPDF_GetMetaText",
  "FPDF_GetNamedDestByName",
  "FPDF_LoadMemDocument",
  "FPDFAnnot_GetStringValue",
]);
