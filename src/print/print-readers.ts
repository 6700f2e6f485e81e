import { rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Apparatus } from "../apparatus/apparatus.ts";
import { type Diagnostic, diagnose, hasErrors } from "../diagnostics/diagnostic.ts";
import { type Place, startOf } from "../diagnostics/place.ts";
import type { Edition, Reader } from "../edition/edition.ts";
import { streamsOf } from "../edition/own-streams.ts";
import { pdfAddress, printAddress } from "../site/addresses.ts";
import { type Desk, layDesk } from "../site/desk.ts";
import { packageStyles } from "../site/package-folders.ts";
import { readingsOf } from "../site/views/readings.ts";
import { type Browsers, withBrowsers } from "./browser/press-room.ts";
import { usualWorkers } from "./browser/workers.ts";
import { type PrintCache, noCache } from "./cache/print-cache.ts";
import { expectedReading } from "./proof/expected-text.ts";
import { finishPdf } from "./pdf/finish-pdf.ts";
import { layOutWhole } from "./lay-out-whole.ts";
import type { OwnFolders } from "./browser/own-files.ts";
import { labelRanges } from "./pdf/page-labels.ts";
import type { PaginationProgress } from "./paginate.ts";
import { provePdf } from "./proof/pdf-proof.ts";
import { NoBrowser, PrintFailure } from "./print-failure.ts";
import { failuresAsDiagnostics } from "./proof/proof-failure.ts";
import { readPdf } from "./proof/read-pdf.ts";

/** What to print, and where to. */
export interface PrintOrder {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
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
  const desk = layDesk({ edition: order.edition, apparatus: order.apparatus, pdf: true });
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

async function printReader(
  browsers: Browsers,
  printing: PrintOrder,
  desk: Desk,
  reader: Reader,
): Promise<{ readonly pages: number; readonly diagnostics: readonly Diagnostic[] }> {
  const { title, subtitle } = reader.matter;
  const tell = (progress: Omit<PrintProgress, "reader">): void =>
    printing.onProgress?.({ reader: title, ...progress });
  try {
    const order = {
      path: printAddress(reader.id),
      folders: ownFolders(printing),
      streams: streamsOf(desk.edition.settings),
      workers: printing.workers ?? usualWorkers(),
      cache: printing.cache ?? noCache,
      basis: "",
      onProgress: (progress: PaginationProgress) => tell(progress),
    };
    const expected = [reader, ...readingsOf(desk, reader)].map((reading) =>
      expectedReading(reading, desk.apparatus),
    );
    const { paginated, failures: layout } = await layOutWhole(browsers, order, expected);
    const pages = paginated.pages.length;
    tell({ stage: "proof", pages: 0, expected: pages });
    const { settings } = desk.edition;
    const [segment] = paginated.segments;
    if (!segment) throw new Error("a reader has no pages");
    const pdf = await finishPdf(segment.pdf, {
      title,
      author: settings.editors.join(", "),
      subject: subtitle ?? reader.matter.description ?? "",
      language: settings.language,
      date: settings.date,
      labels: labelRanges(paginated.numbered.sheets),
      headings: paginated.pages.flatMap(({ headings }) => headings),
      targets: segment.targets,
    });
    const reading = {
      workers: order.workers,
      onPage: (read: number) => tell({ stage: "proof", pages: read, expected: pages }),
    };
    const failures =
      layout.length > 0 ? layout : provePdf(paginated, await readPdf(pdf, reading), expected);
    await writeFile(path.join(printing.output, pdfAddress(reader.id)), pdf);
    const placeOf = (chunk: string | undefined): Place => {
      const entity = chunk === undefined ? undefined : desk.apparatus.byId.get(chunk);
      return startOf(entity?.file ?? reader.file);
    };
    // Where that did not help either, what is lost is said, and nothing of the notes.
    const lossy = new Set(failures.map(({ chunk }) => chunk));
    const plain = [...paginated.plain].filter((chunk) => !lossy.has(chunk));
    const warnings = plain.map((chunk) =>
      diagnose(
        "print-note-page",
        placeOf(chunk),
        `“${chunk}” could not be printed with its notes at the foot of its pages: they are printed behind it`,
        "shorten its notes, or divide what is tall there, such as a row of a table",
      ),
    );
    return { pages, diagnostics: [...failuresAsDiagnostics(failures, placeOf), ...warnings] };
  } catch (error) {
    if (!(error instanceof PrintFailure) || error instanceof NoBrowser) throw error;
    const message = `“${title}”: ${error.message}`;
    return {
      pages: 0,
      diagnostics: [diagnose("print-failed", startOf(reader.file), message, error.mend)],
    };
  }
}

const require = createRequire(import.meta.url);

/** What the pages may read: the outputs, Scholium's print styles or the edition's in their place, the fonts. */
export function ownFolders({ folder, output }: Pick<PrintOrder, "folder" | "output">): OwnFolders {
  return {
    "/": [output],
    "/print/": [path.join(folder, "styles"), packageStyles],
    "/fonts/source-serif-4/": [
      path.dirname(require.resolve("@fontsource/source-serif-4/package.json")),
    ],
  };
}
