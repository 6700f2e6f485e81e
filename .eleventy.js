import { scholium } from "./dist/index.js";

/** Plain `npx @11ty/eleventy` makes the website of the edition in this folder. */
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(scholium, { folder: "." });
}

// Named here, since Eleventy has settled its formats before plugins run: the documents are Scholium's to read.
export const config = {
  dir: { input: "documents", output: "_site" },
  templateFormats: ["njk"],
};
