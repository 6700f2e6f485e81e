import type { Environment } from "nunjucks";

/* What Scholium uses of Eleventy, which comes without types. */

/** Which run it is, and where it writes. */
export interface EleventyEvent {
  readonly runMode: "build" | "serve" | "watch";
  readonly directories: { readonly output: string };
}

/** The data of a page that Scholium writes. */
export interface PageData {
  readonly address: string;
}

/** Eleventy's configuration. */
export interface EleventyConfig {
  /** Globs of files that are no templates. */
  readonly ignores: Set<string>;
  addGlobalData(name: string, value: () => unknown): void;
  addTemplate(name: string, content: string, data: object): void;
  addTransform(
    name: string,
    transform: (
      this: { readonly page: { readonly outputPath: string } },
      content: string,
    ) => string,
  ): void;
  addWatchTarget(path: string): void;
  on(
    event: "eleventy.before" | "eleventy.after",
    handler: (event: EleventyEvent) => Promise<void>,
  ): void;
  setDataFileSuffixes(suffixes: readonly string[]): void;
  setLibrary(language: "njk", environment: Environment): void;
  setUseGitIgnore(use: boolean): void;
}
