import path from "node:path";
import type { EleventyConfig, PageData } from "./eleventy-config.ts";
import { keepCitations } from "./citation-keeper.ts";
import { copyAssets } from "./copy-assets.ts";
import { type CurrentEdition, readCurrent, toShow } from "./current-edition.ts";
import { markOutput } from "./output-marker.ts";
import { listStyles } from "./own/own-styles.ts";
import { nunjucksEnvironment } from "./nunjucks-environment.ts";
import { packageStyles, packageTemplates } from "./package-folders.ts";
import { loadStyles } from "../source/citation/load-styles.ts";
import { sayLeaks } from "./proof/say-leaks.ts";
import { Site } from "./site.ts";
import { writeExports } from "./write-exports.ts";

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
export const PAGE =
  "{% set view = scholium.view(address) %}{% set frame = scholium.frame %}{% include scholium.template(address) %}";

/**
 * The Eleventy plugin: reads the edition before each build and gives Eleventy its pages. What lies in
 * `documents/` is read by Scholium alone: for Eleventy there is no template and no data in it.
 */
export function scholium(eleventyConfig: EleventyConfig, options: ScholiumOptions = {}): void {
  const folder = path.resolve(options.folder ?? ".");
  const environment = nunjucksEnvironment(folder);
  let site: Site | undefined;
  let shown: CurrentEdition | undefined;
  const ownKeeper = keepCitations();

  const documents = path.relative(".", path.join(folder, "documents")).split(path.sep).join("/");
  eleventyConfig.ignores.add(`${documents}/**`);
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
    shown = toShow(current, shown);
    const { print: printStyles } = await listStyles(folder);
    const { settings, styles } = shown.edition;
    const citing = await loadStyles(settings.language, styles);
    const memory = await (shown.keeper ?? ownKeeper).open(citing);
    site = new Site({ ...shown, printStyles, citing, memory }, shown.problems);
  });
  eleventyConfig.on("eleventy.after", async ({ directories, runMode }) => {
    const images = site?.images ?? [];
    await copyAssets({ folder, images, output: directories.output });
    writeExports(site?.exports ?? [], directories.output);
    await markOutput(directories.output, shown?.audience);
    await (shown?.keeper ?? ownKeeper).save();
    // Those who read the edition themselves search what is written themselves.
    if (shown && !options.current && runMode === "build")
      await sayLeaks({ ...shown, folder: directories.output, keeper: ownKeeper });
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
