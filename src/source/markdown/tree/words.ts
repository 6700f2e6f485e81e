import type { Token } from "markdown-it";
import type { Place } from "../../../diagnostics/place.ts";
import type { ContentOffsets } from "../content-offsets.ts";
import type { Reading, Voice } from "../reading.ts";
import type { Branch } from "./token-tree.ts";

/** The words of one block: markdown-it's tokens, and how to find what they were made from. */
export interface Words {
  readonly tokens: readonly Token[];
  /** The block's words as Markdown. */
  readonly content: string;
  readonly offsets: ContentOffsets;
  /** Brackets of which the editor has been told already. */
  readonly judged?: ReadonlySet<number>;
  readonly voice: Voice;
  readonly reading: Reading;
}

/** The words of a paragraph, heading, cell or term, whose offsets are reckoned from its token of words. */
export function wordsOf(
  branch: Branch,
  reading: Reading,
  voice: Voice,
  offsetsOf: (words: Token) => ContentOffsets,
): Words {
  const token = branch.branches[0]?.token;
  if (!token?.children) throw new Error(`no words in the token ${branch.token.type}`);
  return {
    tokens: token.children,
    content: token.content,
    offsets: offsetsOf(token),
    voice,
    reading,
  };
}

/** Where a character of a block's words stands in the file. */
export function placeIn(words: Words, at: number): Place {
  return words.reading.placeAt(words.offsets(at));
}
