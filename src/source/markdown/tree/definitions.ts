import type { Block, Definitions, Inline } from "../../../edition/text.ts";
import { contentOffsets } from "../content-offsets.ts";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import { readBlocks } from "./blocks.ts";
import { readInlines } from "./inlines.ts";
import type { Branch } from "./token-tree.ts";
import { wordsOf } from "./words.ts";

interface OpenEntry {
  readonly terms: (readonly Inline[])[];
  readonly meanings: (readonly Block[])[];
}

/** A word on a line, and `: what it means` on the next. */
export function readDefinitions(branch: Branch, reading: Reading, voice: Voice): Definitions {
  const entries: OpenEntry[] = [];
  for (const part of branch.branches) {
    if (part.token.type === "dt_open") {
      const words = wordsOf(part, reading, voice, contentOffsets);
      entries.push({ terms: [readInlines(words)], meanings: [] });
    } else if (part.token.type === "dd_open")
      entries.at(-1)?.meanings.push(readBlocks(part.branches, reading, voice));
  }
  const place = reading.placeAt(blockMeta(branch.token).at);
  if (voice === "transcription")
    reading.report(
      "trap-list",
      place,
      "a line that begins with a colon or tilde makes a definition of the line above it",
      "put a backslash before the colon or tilde",
    );
  return { type: "definitions", entries, place };
}
