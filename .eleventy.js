import { scholium } from "./dist/index.js";

/** Plain `npx @11ty/eleventy` makes the website of the edition in this folder. */
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(scholium, { folder: "." });
}

export const config = { dir: { input: "documents", output: "_site" } };
