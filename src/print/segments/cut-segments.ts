import { createHash } from "node:crypto";
import type { Sheet } from "../numbering/sheets.ts";

/** Sheets in a row that are printed in one go, as indexes of the first and of the one behind the last. */
export interface SegmentRange {
  readonly first: number;
  readonly end: number;
}

/** About how many pages a segment has. */
const PAGES = 32;

/** No segment is shorter, but where chunks end; printing has costs of its own. */
const FEWEST_PAGES = 12;

/** No segment that could be cut is longer. */
const MOST_PAGES = 64;

/**
 * Cuts a reader into segments of whole chunks. Whether one is cut before a chunk is decided by the chunk's id
 * and length, as by lot: so the cuts stay where they are when another chunk grows, and what was printed of
 * other segments can be used again.
 */
export function cutSegments(sheets: readonly Sheet[]): readonly SegmentRange[] {
  const runs = chunkRuns(sheets);
  const segments: SegmentRange[] = [];
  let first = 0;
  for (const { chunk, start, end } of runs) {
    const before = start - first;
    const cut = lot(chunk) < (end - start) / PAGES || end - first > MOST_PAGES;
    if (before >= FEWEST_PAGES && cut) {
      segments.push({ first, end: start });
      first = start;
    }
  }
  if (first < sheets.length) segments.push({ first, end: sheets.length });
  return segments;
}

/** The sheets of each chunk; a blank one belongs to the chunk behind it. */
function chunkRuns(
  sheets: readonly Sheet[],
): readonly { readonly chunk: string; readonly start: number; readonly end: number }[] {
  const runs: { chunk: string; start: number; end: number }[] = [];
  let start = 0;
  sheets.forEach(({ content }, at) => {
    if (!content) return;
    const run = runs.at(-1);
    if (run?.chunk === content.chunk) run.end = at + 1;
    else runs.push({ chunk: content.chunk, start, end: at + 1 });
    start = at + 1;
  });
  return runs;
}

/** A number from 0 to 1 that belongs to an id. */
function lot(id: string): number {
  return createHash("sha256").update(id).digest().readUInt32BE(0) / 2 ** 32;
}
