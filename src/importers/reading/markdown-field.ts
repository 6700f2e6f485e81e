import { type Passage, keptLetters } from "./passage.ts";

/** Paragraphs as the Markdown of a field. */
export function markdownOf(paragraphs: readonly Passage[]): string {
  return paragraphs
    .map((passage) => keptLetters(passage).trim().replaceAll(/\s+/gu, " "))
    .map((words) => words.replaceAll(/[\\`*_[\]<>#|~^$@]/gu, String.raw`\$&`))
    .join("\n\n");
}
