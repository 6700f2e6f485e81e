import type { Place } from "../../diagnostics/place.ts";
import type { Block, Note } from "../../edition/text.ts";
import type { MarkdownSource } from "./markdown-source.ts";
import { parseTokens } from "./parser.ts";
import type { Reading, Report, Voice } from "./reading.ts";
import { readBlocks } from "./tree/blocks.ts";
import { tokenTree } from "./tree/token-tree.ts";

/** Text, read: what stands in it, and the notes that it defines. */
export interface ReadText {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** Reads Markdown into the tree of the edition's texts. Whatever is wrong is reported; no word is left out. */
export function readMarkdown(
  source: MarkdownSource,
  voice: Voice,
  images: ReadonlySet<string>,
  report: Report,
): ReadText {
  const notes: Note[] = [];
  const reading: Reading = {
    markdown: source.text,
    placeAt: source.placeAt,
    report,
    images,
    anchors: new Map<string, Place>(),
    notes,
  };
  const blocks = readBlocks(tokenTree(parseTokens(source.text)), reading, voice);
  return { blocks, notes };
}
