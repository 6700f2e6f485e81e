import type { Block, Inline } from "../../../edition/text.ts";
import { walk } from "../../../edition/walk.ts";
import { contentOffsets } from "../content-offsets.ts";
import type { Reading, Voice } from "../reading.ts";
import { checkLazyLine, checkUnderlines } from "./block-traps.ts";
import { withoutDoubts } from "./doubts.ts";
import { captionOf, refuseCaption } from "./images.ts";
import { readInlines } from "./inlines.ts";
import { checkLinkDefinitions } from "./link-definitions.ts";
import type { Branch } from "./token-tree.ts";
import { placeIn, wordsOf } from "./words.ts";

/**
 * A paragraph; a figure where it holds nothing but an image; nothing where it holds nothing but a
 * comment. Doubts do not count: what remains when they are deleted is what it is already.
 */
export function readParagraph(branch: Branch, reading: Reading, voice: Voice): readonly Block[] {
  const words = wordsOf(branch, reading, voice, contentOffsets);
  checkUnderlines(words);
  checkLazyLine(branch, reading, voice);
  const children = readInlines({ ...words, judged: checkLinkDefinitions(words) });
  const doubts = children.filter((node) => node.type === "doubt");
  const [first, second] = doubts.length === 0 ? children : withoutDoubts(children).filter(isSeen);
  if (!first) return doubts;
  const imageTokens = words.tokens.filter((token) => token.type === "image");
  const [imageToken] = imageTokens;
  if (first.type === "image" && !second && imageToken) {
    const caption = captionOf(imageToken);
    return [{ type: "figure", image: first, caption, place: first.place }, ...doubts];
  }

  const images = [...walk(children)].filter((node) => node.type === "image");
  for (const [index, image] of images.entries()) {
    const token = imageTokens[index];
    if (token) refuseCaption(words, token, image);
  }
  return [{ type: "paragraph", children, place: placeIn(words, 0) }];
}

function isSeen(node: Inline): boolean {
  return node.type !== "text" || node.value.trim() !== "";
}
