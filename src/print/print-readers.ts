import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { Apparatus } from "../apparatus/apparatus.ts";
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../diagnostics/report.ts";
import { startOf } from "../diagnostics/place.ts";
import type { Edition } from "../edition/edition.ts";
import { type Audience, layDesk } from "../site/desk.ts";
import {
  DOCUMENTS_SOURCE,
  filesOfDocuments,
  filesOfReader,
  printSourceAddress,
} from "../site/printed-files.ts";
import type { PrintCache } from "./cache/print-cache.ts";
import { byKind } from "./order-of-files.ts";
import { PrintFailure } from "./print-failure.ts";
import { printDocuments } from "./print-documents.ts";
import { printFile } from "./print-file.ts";
import { withWorkshop } from "./workshop.ts";

/** What to print, and where to. */
export interface PrintOrder {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** For whom; students where left out. */
  readonly audience?: Audience;
  /** The folder that holds `documents/`; its `styles/` may override Scholium's. */
  readonly folder: string;
  /** Where the website was written; readers are printed from what it says for print, and into it. */
  readonly output: string;
  /** Where pictures are found, if not in the output. */
  readonly pictures?: string | undefined;
  /** The browser that the editor names, if any. */
  readonly browser?: string | undefined;
  /** How many tabs of the browser work at the same time; as many as the machine has cores and room for where left out. */
  readonly workers?: number | undefined;
  /** What earlier builds have laid out and printed; nothing is kept where left out. */
  readonly cache?: PrintCache | undefined;
  readonly onProgress?: (progress: PrintProgress) => void;
}

/** How far printing has come. */
export interface PrintProgress {
  /** Title of the reader or document that is being printed. */
  readonly reader: string;
  /** Which of all files it is, from 1, and how many there are. */
  readonly file: number;
  readonly files: number;
  readonly stage: "layout" | "pdf" | "proof";
  /** Pages so far; at last all. */
  readonly pages: number;
  /** About how many there will be, reckoned from what is laid out; absent at the beginning. */
  readonly expected?: number;
}

/** What was printed. */
export interface PrintedReaders {
  readonly readers: number;
  /** Of all files of readers. */
  readonly pages: number;
  /** How many documents have a PDF of their own. */
  readonly documents: number;
  /** Why a reader could not be printed, and what is not in it as it should be. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints every reader of an edition in all its files, and documents alone, each as a PDF beside its page; proves them, and takes away what they were printed from. */
export async function printReaders(order: PrintOrder): Promise<PrintedReaders> {
  const { edition, apparatus, audience } = order;
  const desk = layDesk({ edition, apparatus, pdf: true, ...(audience && { audience }) });
  const { readers } = desk.edition;
  const packets = readers.flatMap((reader) => filesOfReader(desk, reader));
  const own = filesOfDocuments(desk);
  const files = packets.length + own.length;
  if (files === 0) return { readers: 0, pages: 0, documents: 0, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  let pages = 0;
  try {
    await withWorkshop(order, desk, async (shop) => {
      for (const [at, file] of byKind(packets).entries()) {
        const source = printSourceAddress(file);
        const html = await readSource(order, source);
        const job = { file, html, path: source, number: at + 1, of: files };
        const printed = await printFile(shop, job);
        pages += printed.pages;
        diagnostics.push(...printed.diagnostics);
      }
      // What is wrong in a reader is wrong in its documents too, and would be said of each once more.
      if (own.length > 0 && !hasErrors(diagnostics)) {
        const html = await readSource(order, DOCUMENTS_SOURCE);
        const place = { first: packets.length + 1, of: files };
        diagnostics.push(...(await printDocuments(shop, { own, html, place })));
      }
    });
  } catch (error) {
    if (!(error instanceof PrintFailure)) throw error;
    const place = startOf(readers[0]?.file ?? "documents/edition.yaml");
    diagnostics.push(diagnose("print-failed", place, error.message, error.mend));
  } finally {
    for (const source of [...packets.map(printSourceAddress), DOCUMENTS_SOURCE])
      await rm(path.join(order.output, source), { force: true });
  }
  const failed = hasErrors(diagnostics);
  // What is wrong in a document is wrong in each file that holds it.
  const said = new Map(diagnostics.map((one) => [formatDiagnostic(one), one]));
  return {
    readers: failed ? 0 : readers.length,
    pages,
    documents: failed ? 0 : own.length,
    diagnostics: [...said.values()],
  };
}

async function readSource({ output }: PrintOrder, source: string): Promise<string> {
  try {
    return await readFile(path.join(output, source), "utf8");
  } catch {
    throw new PrintFailure(`${source} is not there`, "build the website first");
  }
}
