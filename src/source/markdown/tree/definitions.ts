import type { Block, Definitions, Inline } from "../../../edition/text.ts";
import { throughAnchors } from "../content-offsets.ts";
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
      const words = wordsOf(part, reading, voice, (token) => {
        let start = blockMeta(token).starts?.[0] ?? 0;
        // markdown-it trims a term as JavaScript does, of no-break spaces too.
        while (/[^\S\n]/.test(reading.markdown[start] ?? "")) start += 1;
        return throughAnchors([{ content: 0, markdown: start }]);
      });
      entries.push({ terms: [readInlines(words)], meanings: [] });
    } else if (part.token.type === "dd_open")
      entries.at(-1)?.meanings.push(readBlocks(part.branches, reading, voice));
  }
  const place = reading.placeAt(blockMeta(branch.token).at);
  if (voice === "transcription")
    reading.report(
      "trap-list",
      reading.placeAt(colonBehind(reading.markdown, blockMeta(branch.token).at)),
      "a line that begins with a colon or tilde makes a definition of the line above it",
      "put a backslash before the colon or tilde",
    );
  return { type: "definitions", entries, place };
}

/** Where the line below a term begins with the sign that makes it one. */
function colonBehind(markdown: string, term: number): number {
  const sign = /\n[^:~\n]*[:~]/g;
  sign.lastIndex = term;
  return sign.exec(markdown) ? sign.lastIndex - 1 : term;
}
