import type { Block, Note } from "../../edition/text.ts";
import type { MarkdownSource } from "./markdown-source.ts";
import { parseTokens } from "./parser.ts";
import type { Page, Reading, Voice } from "./reading.ts";
import { readBlocks } from "./tree/blocks.ts";
import { tokenTree } from "./tree/token-tree.ts";

/** Text, read: what stands in it, and the notes that it defines. */
export interface ReadText {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** Reads Markdown into the tree of the edition's texts. Whatever is wrong is reported; no word is left out. */
export function readMarkdown(source: MarkdownSource, voice: Voice, page: Page): ReadText {
  const notes: Note[] = [];
  const reading: Reading = {
    ...page,
    markdown: source.text,
    placeAt: source.placeAt,
    inNote: false,
    notes,
  };
  const blocks = readBlocks(tokenTree(parseTokens(source.text)), reading, voice);
  return { blocks, notes };
}
