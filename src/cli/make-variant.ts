import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { PrintCache } from "../print/cache/print-cache.ts";
import type { PrintOrder, PrintedReaders } from "../print/print-readers.ts";
import type { CitationKeeper } from "../site/citation-keeper.ts";
import type { Audience } from "../site/desk.ts";
import { proveSite } from "../site/proof/prove-site.ts";
import type { CheckedEdition } from "./check-edition.ts";
import { type Progress, count } from "./progress.ts";

/** What to make of an edition, for whom, and where to. */
export interface VariantOrder {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  readonly checked: CheckedEdition;
  readonly audience: Audience;
  /** An empty folder. */
  readonly output: string;
  /** Whether readers are printed. */
  readonly pdf: boolean;
  readonly browser?: string | undefined;
  readonly workers?: number | undefined;
  readonly cache?: PrintCache | undefined;
  readonly keeper: CitationKeeper;
  readonly progress: Progress;
}

/** What was made, or why not. */
export interface MadeVariant {
  readonly diagnostics: readonly Diagnostic[];
  /** `120 pages, 2 readers of 450 printed pages`. */
  readonly summary: string;
}

/** What is said behind the work that is done for them. */
const FOR: Readonly<Record<Audience, string>> = { students: "", instructors: " for instructors" };

/** Website, readers and proof, one after the other; what fails ends the row. */
export async function makeVariant(order: VariantOrder): Promise<MadeVariant> {
  const { audience, folder, output, pdf, keeper, progress } = order;
  const { edition, apparatus } = order.checked;
  const works = { edition, apparatus, audience, folder, output };

  // Imported late: an edition that is not built has no use for Eleventy.
  const { buildSite } = await import("../site/build-site.ts");
  const writing = progress.begin("Writing pages");
  const site = await buildSite({
    ...works,
    keeper,
    pdf,
    onPage: (done, total) => writing.step({ done, total, of: `pages${FOR[audience]}` }),
  });
  if (hasErrors(site.diagnostics)) return { diagnostics: site.diagnostics, summary: "" };
  writing.done(`${count(site.pages, "page")}${FOR[audience]}`);

  const printed = pdf ? await print(order, works) : undefined;
  if (printed && hasErrors(printed.diagnostics))
    return { diagnostics: printed.diagnostics, summary: "" };

  const proving = progress.begin("Reading back");
  const proof = await proveSite({
    edition,
    apparatus,
    audience,
    folder: output,
    onPage: (done, total) => proving.step({ done, total, of: `pages${FOR[audience]}` }),
  });
  if (!hasErrors(proof.diagnostics))
    proving.done(
      `${count(proof.pages, "page")}${FOR[audience]}: nothing lost, every link leads somewhere`,
    );
  const readers =
    printed && printed.readers > 0
      ? `, ${count(printed.readers, "reader")} of ${count(printed.pages, "printed page")}`
      : "";
  const documents =
    printed && printed.documents > 0 ? `, ${count(printed.documents, "document")} as PDF` : "";
  return {
    diagnostics: [...site.diagnostics, ...(printed?.diagnostics ?? []), ...proof.diagnostics],
    summary: `${count(proof.pages, "page")}${readers}${documents}`,
  };
}

const printStages = { layout: "laying out", pdf: "writing the PDF", proof: "reading it back" };

/** Imported late: a build of the website alone has no use for a browser. */
async function print(
  { audience, browser, workers, cache, progress }: VariantOrder,
  works: Omit<PrintOrder, "browser" | "workers" | "cache" | "onProgress">,
): Promise<PrintedReaders> {
  const { printReaders } = await import("../print/print-readers.ts");
  const printing = progress.begin("Printing");
  const printed = await printReaders({
    ...works,
    browser,
    workers,
    cache,
    onProgress: ({ reader, file, files, stage, pages, expected }) =>
      printing.step({
        done: pages,
        total: expected,
        of: `pages${FOR[audience]}`,
        now: `${files > 1 ? `file ${file} of ${files}, ` : ""}${printStages[stage]} “${reader}”`,
      }),
  });
  if (!hasErrors(printed.diagnostics))
    printing.done(
      `${count(printed.readers, "reader")}, ${count(printed.pages, "page")}${FOR[audience]}`,
    );
  return printed;
}
