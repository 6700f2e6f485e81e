import { citePanel } from "./cite-panel.ts";
import { copyWords } from "./copy-words.ts";
import { durationWords } from "./duration-words.ts";
import { readPassage } from "./read-passage.ts";
import { citeInPassages } from "./cite-in-passages.ts";
import { readingProgress } from "./reading-progress.ts";

/*
 * The one script of the website. It is no module, since browsers load none from a disk: its parts are functions that
 * depend on nothing around them but the page, and get each other by their names.
 */
const parts = {
  citePanel,
  citeInPassages,
  copyWords,
  durationWords,
  readPassage,
  readingProgress,
};

/** The script of pages of documents and of readers. Everything can be read without it. */
export function pageScript(): string {
  const written = Object.entries(parts).map(
    ([name, part]) => `const ${name} = ${part.toString()};`,
  );
  // Compilers of development give functions their names by a function of theirs.
  return `"use strict";
(() => {
const __name = (named) => named;
${written.join("\n")}
citeInPassages({ panel: citePanel({ copyWords }), readPassage });
readingProgress({ durationWords });
})();
`;
}
