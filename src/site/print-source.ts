import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { loadStyles } from "../source/citation/load-styles.ts";
import { printAddress } from "./addresses.ts";
import type { CitationKeeper } from "./citation-keeper.ts";
import type { SiteSource } from "./desk.ts";
import { nunjucksEnvironment } from "./nunjucks-environment.ts";
import { listStyles } from "./own/own-styles.ts";
import { PAGE } from "./plugin.ts";
import { Site } from "./site.ts";
import { templateProblem } from "./template-problem.ts";

/** The HTML that a reader is printed from, or what is wrong with a template. */
export type PrintSource = { readonly html: string } | { readonly problem: Diagnostic };

/** Makes what readers are printed from, each when it is asked for, without the rest of the website. */
export async function printSources(
  folder: string,
  { edition, apparatus }: Pick<SiteSource, "edition" | "apparatus">,
  keeper?: CitationKeeper,
): Promise<(readerId: string) => PrintSource> {
  const { print: printStyles } = await listStyles(folder);
  const citing = await loadStyles(edition.settings.language, edition.styles);
  const memory = await keeper?.open(citing);
  const site = new Site({ edition, apparatus, pdf: true, printStyles, citing, memory });
  const environment = nunjucksEnvironment(folder);
  return (readerId) => {
    try {
      const address = printAddress(readerId);
      return { html: environment.renderString(PAGE, { scholium: site, address }) };
    } catch (error) {
      const problem = templateProblem(error, folder);
      if (problem) return { problem };
      throw error;
    }
  };
}
