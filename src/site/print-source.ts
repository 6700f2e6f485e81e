import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { printAddress } from "./addresses.ts";
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
): Promise<(readerId: string) => PrintSource> {
  const { print: printStyles } = await listStyles(folder);
  const site = new Site({ edition, apparatus, pdf: true, printStyles });
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
