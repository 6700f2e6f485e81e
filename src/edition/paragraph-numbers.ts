import { divisionNamed } from "./divisions.ts";
import type { Block } from "./text.ts";

/**
 * Numbers the paragraphs of a transcription from 1, through lists, quotations and divisions.
 * A table counts as one paragraph; headings, figures and rules are not counted; teaching parts are passed over,
 * so that the editor's words never move the document's coordinates.
 */
export function numberParagraphs(blocks: readonly Block[]): readonly Block[] {
  let last = 0;
  const numbered = (block: Block): Block => {
    switch (block.type) {
      case "paragraph":
      case "table":
        last += 1;
        return { ...block, number: last };
      case "quotation":
        return { ...block, blocks: block.blocks.map(numbered) };
      case "division":
        return divisionNamed(block.name)?.side === "teaching"
          ? block
          : { ...block, blocks: block.blocks.map(numbered) };
      case "list":
        return {
          ...block,
          entries: block.entries.map((entry) => ({ ...entry, blocks: entry.blocks.map(numbered) })),
        };
      case "definitions":
        return {
          ...block,
          entries: block.entries.map((entry) => ({
            ...entry,
            meanings: entry.meanings.map((meaning) => meaning.map(numbered)),
          })),
        };
      case "heading":
      case "figure":
      case "rule":
      case "code-block":
      case "omission":
      case "doubt":
        return block;
    }
  };
  return blocks.map(numbered);
}
