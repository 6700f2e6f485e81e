import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import { formatDiagnostic } from "../diagnostics/report.ts";
import type { ReadersToPrint } from "../site/print-source.ts";
import { type PrintedReaderFile, printSourceAddress } from "../site/printed-files.ts";
import { byKind } from "./order-of-files.ts";
import { PrintFailure } from "./print-failure.ts";
import { printFile } from "./print-file.ts";
import type { PrintOrder } from "./print-readers.ts";
import { withWorkshop } from "./workshop.ts";

/** What was printed of the files that were chosen. */
export interface PrintedChoice {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints some files of readers, without a website around them. */
export async function printChosen(
  order: PrintOrder,
  { desk, source }: ReadersToPrint,
  files: readonly PrintedReaderFile[],
): Promise<PrintedChoice> {
  const diagnostics: Diagnostic[] = [];
  let pages = 0;
  try {
    await withWorkshop(order, desk, async (shop) => {
      for (const [at, file] of byKind(files).entries()) {
        const made = source(file);
        if ("problem" in made) {
          diagnostics.push(made.problem);
          continue;
        }
        const path = printSourceAddress(file);
        const job = { file, html: made.html, path, number: at + 1, of: files.length };
        const printed = await printFile(shop, job);
        pages += printed.pages;
        diagnostics.push(...printed.diagnostics);
      }
    });
  } catch (error) {
    if (!(error instanceof PrintFailure)) throw error;
    const place = startOf(files[0]?.of.file ?? "documents/edition.yaml");
    diagnostics.push(diagnose("print-failed", place, error.message, error.mend));
  }
  // What is wrong in a document is wrong in each file that holds it.
  const said = new Map(diagnostics.map((one) => [formatDiagnostic(one), one]));
  return { pages, diagnostics: [...said.values()] };
}
