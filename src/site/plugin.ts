import path from "node:path";
import type { EleventyConfig, PageData } from "./eleventy-config.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { type Diagnostic, applySeverities, hasErrors } from "../diagnostics/diagnostic.ts";
import { countDiagnostics, formatDiagnostic } from "../diagnostics/report.ts";
import { readEdition } from "../source/read-edition.ts";
import { copyAssets } from "./copy-assets.ts";
import type { SiteSource } from "./desk.ts";
import { nunjucksEnvironment } from "./nunjucks-environment.ts";
import { packageStyles, packageTemplates } from "./package-folders.ts";
import { Site } from "./site.ts";

/** What a website is written from at this moment. */
export interface CurrentEdition extends SiteSource {
  /** Shown on every page while the edition is being written; empty for a site that is published. */
  readonly problems: readonly Diagnostic[];
}

/** How the plugin is set up. */
export interface ScholiumOptions {
  /** The folder that holds `documents/`; the current one where left out. */
  readonly folder?: string;
  /** Asked before each build, by those who read the edition themselves; where left out the plugin reads it. */
  readonly current?: () => CurrentEdition | Promise<CurrentEdition>;
  /** Called for each page as it is written, with its address and how many there will be. */
  readonly onPage?: (address: string, total: number) => void;
}

/** Written for every page by Eleventy's pagination: the page's own template with its view. */
const PAGE =
  "{% set view = scholium.view(address) %}{% set frame = scholium.frame %}{% include scholium.template(address) %}";

/**
 * The Eleventy plugin: reads the edition before each build and gives Eleventy its pages. Markdown is
 * read by Scholium alone, so Eleventy's other template formats are switched off.
 */
export function scholium(eleventyConfig: EleventyConfig, options: ScholiumOptions = {}): void {
  const folder = path.resolve(options.folder ?? ".");
  const environment = nunjucksEnvironment(folder);
  let site: Site | undefined;
  let images: readonly string[] = [];

  eleventyConfig.setTemplateFormats(["njk"]);
  eleventyConfig.setDataFileSuffixes([]);
  eleventyConfig.setLibrary("njk", environment);
  eleventyConfig.addGlobalData("scholium", () => site);
  eleventyConfig.addTemplate("scholium.njk", PAGE, {
    pagination: { data: "scholium.addresses", size: 1, alias: "address" },
    permalink: ({ address }: PageData) => address,
    eleventyExcludeFromCollections: true,
  });
  for (const target of watched(folder)) eleventyConfig.addWatchTarget(target);

  eleventyConfig.on("eleventy.before", async ({ runMode }) => {
    // Templates may have changed since the last build.
    environment.invalidateCache();
    const current = options.current ? await options.current() : await readCurrent(folder, runMode);
    images = current.edition.images;
    site = new Site(current, current.problems);
  });
  eleventyConfig.on("eleventy.after", async ({ directories }) => {
    await copyAssets({ folder, images, output: directories.output });
  });
  const { onPage } = options;
  if (onPage) {
    eleventyConfig.addTransform("scholium-progress", function (content) {
      onPage(this.page.outputPath, site?.addresses.length ?? 0);
      return content;
    });
  }
}

function watched(folder: string): readonly string[] {
  const names = ["documents", "templates", "styles"];
  return [...names.map((name) => path.join(folder, name)), packageTemplates, packageStyles];
}

/** Reads the edition and says what is wrong with it. A build of a broken edition ends here, before anything is written; a server goes on and shows the messages. */
async function readCurrent(folder: string, runMode: string): Promise<CurrentEdition> {
  const read = await readEdition(folder);
  const { apparatus, diagnostics } = buildApparatus(read.edition);
  const problems = applySeverities(
    [...read.diagnostics, ...diagnostics],
    read.edition.settings.rules,
  );
  for (const diagnostic of problems) console.error(formatDiagnostic(diagnostic));
  if (problems.length > 0) console.error(countDiagnostics(problems));
  if (runMode === "build" && hasErrors(problems)) process.exit(1);
  return {
    edition: read.edition,
    apparatus,
    pdf: false,
    problems: runMode === "build" ? [] : problems,
  };
}
