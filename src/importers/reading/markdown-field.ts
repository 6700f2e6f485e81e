import { writeMarkdown } from "../../source/writing/write-markdown.ts";
import type { Passage } from "./passage.ts";
import { blocksOf } from "./raw-blocks.ts";

/** Paragraphs as the Markdown of a field. */
export function markdownOf(paragraphs: readonly Passage[]): string {
  const raw = paragraphs.map((passage) => ({ type: "paragraph" as const, passage }));
  return writeMarkdown(blocksOf(raw)).trim();
}
