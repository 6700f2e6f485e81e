import type { Token } from "markdown-it";
import type { Heading } from "../../../edition/text.ts";
import { walk } from "../../../edition/walk.ts";
import { type ContentOffsets, throughAnchors } from "../content-offsets.ts";
import { attributesOfHeading } from "../heading-attributes.ts";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import { readAnchor } from "./anchors.ts";
import { readInlines } from "./inlines.ts";
import type { Branch } from "./token-tree.ts";
import { placeIn, wordsOf } from "./words.ts";

/** `## Words {#id}`. Whether its level fits is seen when the whole text is there. */
export function readHeading(branch: Branch, reading: Reading, voice: Voice): Heading {
  const words = wordsOf(branch, reading, voice, (token) => headingOffsets(reading, token));
  const children = readInlines(words);
  for (const node of walk(children))
    if (node.type === "citation")
      reading.report(
        "citation-misplaced",
        node.place,
        "a citation in a heading",
        "cite in the text below, or put a backslash before the @ if no citation is meant",
      );
  const { classes, ids, pairs } = attributesOfHeading(branch.token) ?? {
    classes: [],
    ids: [],
    pairs: [],
  };
  for (const written of [...classes, ...pairs.map((pair) => pair.key), ...ids.slice(1)])
    reading.report(
      "attribute-unknown",
      placeIn(words, written.at),
      `"${written.text}" on a heading`,
      "a heading has only one id: {#id}",
    );
  if (voice === "transcription") checkClosingHashes(branch, reading);
  const [written] = ids;
  const id = written && readAnchor(reading, written.text, placeIn(words, written.at));
  return {
    type: "heading",
    level: branch.token.markup.length,
    ...(id === undefined ? {} : { id }),
    children,
    place: reading.placeAt(blockMeta(branch.token).at),
  };
}

/** A heading's words begin behind its hashes and the spaces after them. */
function headingOffsets(reading: Reading, words: Token): ContentOffsets {
  const start = blockMeta(words).starts?.[0] ?? 0;
  const marks = /^#*[ \t]*/.exec(reading.markdown.slice(start))?.[0] ?? "";
  return throughAnchors([{ content: 0, markdown: start + marks.length }]);
}

/** `## Item #`: hashes at a heading's end vanish. As many as at its beginning are taken for meant. */
function checkClosingHashes(branch: Branch, reading: Reading): void {
  const { at } = blockMeta(branch.token);
  const line = reading.markdown.slice(at).split("\n", 1)[0] ?? "";
  const closing = /[ \t](#+)[ \t]*$/.exec(line);
  const hashes = closing?.[1] ?? "";
  if (closing && hashes.length !== branch.token.markup.length)
    reading.report(
      "trap-heading",
      reading.placeAt(at + closing.index + 1),
      "hashes at the end of a heading vanish",
      "put a backslash before them: \\#",
    );
}
