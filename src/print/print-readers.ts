import { rm } from "node:fs/promises";
import path from "node:path";
import type { Apparatus } from "../apparatus/apparatus.ts";
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import type { Edition } from "../edition/edition.ts";
import { printAddress } from "../site/addresses.ts";
import { type Audience, layDesk } from "../site/desk.ts";
import { withBrowsers } from "./browser/press-room.ts";
import type { PrintCache } from "./cache/print-cache.ts";
import { PrintFailure } from "./print-failure.ts";
import { printReader } from "./print-reader.ts";

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
  /** Title of the reader that is being printed. */
  readonly reader: string;
  readonly stage: "layout" | "pdf" | "proof";
  /** Pages so far; at last all. */
  readonly pages: number;
  /** About how many there will be, reckoned from what is laid out; absent at the beginning. */
  readonly expected?: number;
}

/** What was printed. */
export interface PrintedReaders {
  readonly readers: number;
  readonly pages: number;
  /** Why a reader could not be printed, and what is not in it as it should be. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints every reader of an edition as a PDF beside its page, proves it, and takes away what it was printed from. */
export async function printReaders(order: PrintOrder): Promise<PrintedReaders> {
  const { edition, apparatus, audience } = order;
  const desk = layDesk({ edition, apparatus, pdf: true, ...(audience && { audience }) });
  const { readers } = desk.edition;
  if (readers.length === 0) return { readers: 0, pages: 0, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  let pages = 0;
  try {
    await withBrowsers({ browser: order.browser }, async (browsers) => {
      for (const reader of readers) {
        const printed = await printReader(browsers, order, desk, reader);
        pages += printed.pages;
        diagnostics.push(...printed.diagnostics);
      }
    });
  } catch (error) {
    if (!(error instanceof PrintFailure)) throw error;
    const place = startOf(readers[0]?.file ?? "documents/edition.yaml");
    diagnostics.push(diagnose("print-failed", place, error.message, error.mend));
  } finally {
    for (const { id } of readers) {
      await rm(path.join(order.output, printAddress(id)), { force: true });
    }
  }
  return { readers: hasErrors(diagnostics) ? 0 : readers.length, pages, diagnostics };
}
