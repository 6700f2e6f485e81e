import type { Token } from "markdown-it";
import { lastAtOrBefore } from "./markdown-source.ts";
import { blockMeta } from "./placed-states.ts";

/** Where a character of a block's words stands in the Markdown. */
export type ContentOffsets = (offset: number) => number;

/**
 * Maps the words of a paragraph, heading or defined term, as markdown-it gives them, to the Markdown.
 * Their lines have lost the marks and spaces before them; behind these nothing has changed.
 */
export function contentOffsets(words: Token): ContentOffsets {
  const { starts = [] } = blockMeta(words);
  const anchors: Anchor[] = [];
  let lineStart = 0;
  for (const start of starts) {
    const firstSign = lineStart + leadingSpaces(words.content, lineStart);
    anchors.push({ content: firstSign, markdown: start });
    const feed = words.content.indexOf("\n", lineStart);
    if (feed < 0) break;
    lineStart = feed + 1;
  }
  return throughAnchors(anchors);
}

/** A place at which words and Markdown are known to agree. */
export interface Anchor {
  readonly content: number;
  readonly markdown: number;
}

/** Offsets between anchors go on evenly; before the first they are the first's. */
export function throughAnchors(anchors: readonly Anchor[]): ContentOffsets {
  const starts = anchors.map((anchor) => anchor.content);
  return (offset) => {
    const found = anchors[lastAtOrBefore(starts, offset)] ?? { content: 0, markdown: 0 };
    return found.markdown + Math.max(offset - found.content, 0);
  };
}

function leadingSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at - from;
}
