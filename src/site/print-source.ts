import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { loadStyles } from "../source/citation/load-styles.ts";
import type { CitationKeeper } from "./citation-keeper.ts";
import type { Desk, SiteSource } from "./desk.ts";
import { nunjucksEnvironment } from "./nunjucks-environment.ts";
import { listStyles } from "./own/own-styles.ts";
import type { PrintedReaderFile } from "./printed-files.ts";
import { Site } from "./site.ts";
import { templateProblem } from "./template-problem.ts";
import { printReaderView } from "./views/print-reader.ts";

/** The HTML that a reader is printed from, or what is wrong with a template. */
export type PrintSource = { readonly html: string } | { readonly problem: Diagnostic };

/** An edition to be printed from, and the sources of whichever files of its readers are asked for. */
export interface ReadersToPrint {
  readonly desk: Desk;
  readonly source: (file: PrintedReaderFile) => PrintSource;
}

/** Makes what readers are printed from on any paper, in any look, whole or of a week, each when it is asked for, without the rest of the website. */
export async function readersToPrint(
  folder: string,
  source: Pick<SiteSource, "edition" | "apparatus" | "audience">,
  keeper?: CitationKeeper,
): Promise<ReadersToPrint> {
  const site = new Site(await sourceForPrint(folder, source, keeper));
  const { desk, frame } = site;
  const environment = nunjucksEnvironment(folder);
  return {
    desk,
    source: (file) =>
      rendered(folder, () => {
        const view = printReaderView(desk, file);
        return environment.render("print/reader.njk", { scholium: site, view, frame });
      }),
  };
}

async function sourceForPrint(
  folder: string,
  source: Pick<SiteSource, "edition" | "apparatus" | "audience">,
  keeper: CitationKeeper | undefined,
): Promise<SiteSource> {
  const { print: printStyles } = await listStyles(folder);
  const { settings, styles } = source.edition;
  const citing = await loadStyles(settings.language, styles);
  const memory = await keeper?.open(citing);
  return { ...source, pdf: true, printStyles, citing, memory };
}

function rendered(folder: string, render: () => string): PrintSource {
  try {
    return { html: render() };
  } catch (error) {
    const problem = templateProblem(error, folder);
    if (problem) return { problem };
    throw error;
  }
}
