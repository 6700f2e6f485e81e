import path from "node:path";
import { type Diagnostic, applySeverities, hasErrors } from "../diagnostics/diagnostic.ts";
import type { PrintCache } from "../print/cache/print-cache.ts";
import type { PrintOrder, PrintedReaders } from "../print/print-readers.ts";
import { proveSite } from "../site/proof/prove-site.ts";
import { type CheckedEdition, checkEdition } from "./check-edition.ts";
import { citationStore } from "./citation-store.ts";
import { findOutputFolder } from "./output/output-folder.ts";
import { swapIn, withStagingFolder } from "./output/staging.ts";
import { type Progress, count } from "./progress.ts";

/** What to build, and where to. */
export interface BuildOrder {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  /** `_site` in the folder where left out. */
  readonly output?: string | undefined;
  /** Whether readers are printed. */
  readonly pdf: boolean;
  /** The browser to print with, where the editor names one. */
  readonly browser?: string | undefined;
  /** How many parts of a reader are printed at once, where the editor says so. */
  readonly workers?: number | undefined;
  /** Opens what earlier builds have printed; where left out all is printed anew. */
  readonly openCache?: (() => Promise<PrintCache>) | undefined;
  readonly progress: Progress;
}

/** How a build ended. */
export type BuildOutcome =
  | {
      readonly kind: "built";
      /** Warnings only. */
      readonly diagnostics: readonly Diagnostic[];
      /** What was made and where it is, in a sentence. */
      readonly summary: string;
    }
  /** The edition has errors, or what was made is not what the edition says: the output is as it was. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  /** The output folder may not be written to. */
  | { readonly kind: "unusable-output"; readonly message: string };

/** Builds an edition whole or not at all: into a staging folder, read back and proved, then put in the output's place. */
export async function buildEdition(order: BuildOrder): Promise<BuildOutcome> {
  const { folder, progress } = order;
  const output = await findOutputFolder(folder, order.output ?? path.join(folder, "_site"));
  if (output.kind === "unusable") return { kind: "unusable-output", message: output.message };

  const checked = await checkEdition(folder, progress);
  if (hasErrors(checked.diagnostics)) return { kind: "refused", diagnostics: checked.diagnostics };

  return withStagingFolder(output.folder, async (staging) => {
    const made = await make(order, checked, staging);
    const diagnostics = applySeverities(
      [...checked.diagnostics, ...made.diagnostics],
      checked.edition.settings.rules,
    );
    if (hasErrors(diagnostics)) return { kind: "refused", diagnostics };

    swapIn(staging, output.folder);
    const shown = path.relative(process.cwd(), output.folder) || output.folder;
    return { kind: "built", diagnostics, summary: `Built ${made.summary}: ${shown}` };
  });
}

interface Made {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: string;
}

/** Site, readers and proof, one after the other; what fails ends the row. */
async function make(order: BuildOrder, checked: CheckedEdition, staging: string): Promise<Made> {
  const { edition, apparatus } = checked;
  const { folder, pdf, progress } = order;
  const works = { edition, apparatus, folder, output: staging };

  // Imported late: an edition that is not built has no use for Eleventy.
  const { buildSite } = await import("../site/build-site.ts");
  const { keepCitations } = await import("../site/citation-keeper.ts");
  const writing = progress.begin("Writing pages");
  const site = await buildSite({
    ...works,
    keeper: keepCitations(citationStore(folder, order.openCache)),
    pdf,
    onPage: (done, total) => writing.step({ done, total, of: "pages" }),
  });
  if (hasErrors(site.diagnostics)) return { diagnostics: site.diagnostics, summary: "" };
  writing.done(count(site.pages, "page"));

  const printed = pdf ? await print(order, works) : undefined;
  if (printed && hasErrors(printed.diagnostics))
    return { diagnostics: printed.diagnostics, summary: "" };

  const proving = progress.begin("Reading back");
  const proof = await proveSite({
    edition,
    apparatus,
    folder: staging,
    onPage: (done, total) => proving.step({ done, total, of: "pages" }),
  });
  if (!hasErrors(proof.diagnostics))
    proving.done(`${count(proof.pages, "page")}: nothing lost, every link leads somewhere`);
  const readers =
    printed && printed.readers > 0
      ? `, ${count(printed.readers, "reader")} of ${count(printed.pages, "printed page")}`
      : "";
  return {
    diagnostics: [...site.diagnostics, ...(printed?.diagnostics ?? []), ...proof.diagnostics],
    summary: `${count(proof.pages, "page")}${readers}`,
  };
}

const printStages = { layout: "laying out", pdf: "writing the PDF", proof: "reading it back" };

/** Imported late: a build of the website alone has no use for a browser. */
async function print(
  { browser, workers, openCache, progress }: BuildOrder,
  works: Omit<PrintOrder, "browser" | "workers" | "cache" | "onProgress">,
): Promise<PrintedReaders> {
  const { printReaders } = await import("../print/print-readers.ts");
  const printing = progress.begin("Printing");
  const printed = await printReaders({
    ...works,
    browser,
    workers,
    cache: await openCache?.(),
    onProgress: ({ reader, stage, pages, expected }) =>
      printing.step({
        done: pages,
        total: expected,
        of: "pages",
        now: `${printStages[stage]} “${reader}”`,
      }),
  });
  if (!hasErrors(printed.diagnostics))
    printing.done(`${count(printed.readers, "reader")}, ${count(printed.pages, "page")}`);
  return printed;
}
