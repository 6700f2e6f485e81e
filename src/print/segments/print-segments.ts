import { PATIENCE, PATIENCE_PER_PAGE } from "../browser/patience.ts";
import type { PressRoom } from "../browser/press-room.ts";
import { type PrintCache, keyOf } from "../cache/print-cache.ts";
import type { Layouts } from "../layout/lay-out-chunks.ts";
import type { NumberedReader } from "../numbering/converge.ts";
import type { SurveyedPage } from "../page/survey.ts";
import { mendSegment } from "../pdf/mend-segment.ts";
import type { MendedSegment } from "../pdf/mended-segment.ts";
import type { ProvedPage } from "../proof/known-readings.ts";
import { type SegmentRange, cutSegments } from "./cut-segments.ts";
import { dressSheets } from "./dress-sheets.ts";
import { inTurns } from "./in-turns.ts";
import { keptSegment } from "./kept-segments.ts";
import { printSegment } from "./print-segment.ts";

/** A segment printed and mended, from this build or an earlier one. */
export interface ReadySegment {
  /** Made of all that decides it. */
  readonly key: string;
  readonly range: SegmentRange;
  readonly pages: readonly SurveyedPage[];
  readonly mended: MendedSegment;
  /** What the proof has read of its pages in the build that printed it; absent where it was printed in this one. */
  readonly reading?: readonly ProvedPage[];
}

/** What printing segments needs to know and to tell. */
export interface SegmentsOrder {
  readonly room: PressRoom;
  readonly numbered: NumberedReader;
  readonly layouts: Layouts;
  /** The key of all that decides how pages look besides what stands on them. */
  readonly basis: string;
  readonly language: string;
  /** Letters that the fonts of all segments hold. */
  readonly alphabet: string;
  readonly cache: PrintCache;
  readonly onProgress: (pages: number, expected: number) => void;
  /** Told of each segment when it and those before it are ready, in their order. */
  readonly onSegment: (segment: ReadySegment) => void;
}

/** More would keep what must be printed waiting for the disk. */
const READ_AT_ONCE = 2;

/** Prints a reader in segments, or takes them from the cache. */
export async function printSegments(order: SegmentsOrder): Promise<readonly ReadySegment[]> {
  const { room, numbered, onProgress, onSegment } = order;
  const expected = numbered.sheets.length;
  let printed = 0;
  onProgress(printed, expected);
  const wanted = await Promise.all(
    cutSegments(numbered.sheets).map(async (range) => {
      const key = keyOfSegment(order, range);
      return { range, key, has: await order.cache.has("segment", key) };
    }),
  );
  // A few more at once than there are presses: while one prints, another is mended. What is kept is read meanwhile.
  const print = inTurns(room.presses + 1);
  const read = inTurns(READ_AT_ONCE);
  const ready: ReadySegment[] = [];
  let told = 0;
  return Promise.all(
    wanted.map(async ({ range, key, has }, at) => {
      const kept = has ? await read(async () => keptSegment(order.cache, key)) : undefined;
      const segment = kept ?? (await print(async () => printAnew(order, range)));
      printed += range.end - range.first;
      onProgress(printed, expected);
      const own = { key, range, ...segment };
      ready[at] = own;
      for (let next = ready[told]; next; next = ready[told]) {
        told += 1;
        onSegment(next);
      }
      return own;
    }),
  );
}

async function printAnew(
  { room, numbered, layouts, language, alphabet }: SegmentsOrder,
  range: SegmentRange,
): Promise<Pick<ReadySegment, "pages" | "mended">> {
  const dresses = await dressSheets(numbered, layouts, range);
  const doing = `printing pages ${labelOf(numbered, range.first)} to ${labelOf(numbered, range.end - 1)}`;
  const printed = await room.run(
    doing,
    async (press) => printSegment(press, dresses, alphabet),
    PATIENCE + dresses.length * PATIENCE_PER_PAGE,
  );
  return { pages: printed.pages, mended: mendSegment(printed, language) };
}

/** The key of all that is on the pages of a segment: the layouts of its chunks, and what is put into them. */
function keyOfSegment(
  { numbered: { sheets, filled }, layouts, basis, language, alphabet }: SegmentsOrder,
  { first, end }: SegmentRange,
): string {
  const parts: string[] = [basis, language, alphabet];
  let chunk: string | undefined;
  for (const { content, side, folio, head } of sheets.slice(first, end)) {
    if (content && content.chunk !== chunk) {
      chunk = content.chunk;
      parts.push(layouts.keyOf(chunk), JSON.stringify(filled.get(chunk) ?? []));
    }
    parts.push(JSON.stringify([content?.page ?? null, side, folio, head]));
  }
  return keyOf(...parts);
}

function labelOf({ sheets }: NumberedReader, at: number): string {
  return sheets[at]?.label ?? "";
}
