import { deserialize, serialize } from "node:v8";
import { PATIENCE, PATIENCE_PER_PAGE } from "../browser/patience.ts";
import type { PressRoom } from "../browser/press-room.ts";
import { type PrintCache, keyOf } from "../cache/print-cache.ts";
import type { Layouts } from "../layout/lay-out-chunks.ts";
import type { NumberedReader } from "../numbering/converge.ts";
import type { SurveyedPage } from "../page/survey.ts";
import { mendSegment } from "../pdf/mend-segment.ts";
import { type MendedSegment, packSegment, unpackSegment } from "../pdf/mended-segment.ts";
import { type SegmentRange, cutSegments } from "./cut-segments.ts";
import { dressSheets } from "./dress-sheets.ts";
import { printSegment } from "./print-segment.ts";

/** A segment printed and mended, from this build or an earlier one. */
export interface ReadySegment {
  /** Made of all that decides it. */
  readonly key: string;
  readonly range: SegmentRange;
  readonly pages: readonly SurveyedPage[];
  readonly mended: MendedSegment;
  /** Whether it was printed in this build. */
  readonly fresh: boolean;
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
}

/** Prints a reader in segments, or takes them from the cache. */
export async function printSegments(order: SegmentsOrder): Promise<readonly ReadySegment[]> {
  const { room, numbered, onProgress } = order;
  const expected = numbered.sheets.length;
  let printed = 0;
  onProgress(printed, expected);
  const ready: ReadySegment[] = [];
  const ranges = cutSegments(numbered.sheets);
  let next = 0;
  // A few more at once than there are presses: while one prints, another is mended.
  const go = async (): Promise<void> => {
    for (let at = next; at < ranges.length; at = next) {
      next += 1;
      const range = ranges[at];
      if (!range) return;
      ready[at] = await readySegment(order, range);
      printed += range.end - range.first;
      onProgress(printed, expected);
    }
  };
  await Promise.all(Array.from({ length: room.presses + 1 }, go));
  return ready;
}

async function readySegment(order: SegmentsOrder, range: SegmentRange): Promise<ReadySegment> {
  const { room, numbered, language, alphabet, cache } = order;
  const key = keyOfSegment(order, range);
  const kept = await cache.read("segment", key);
  if (kept) return { key, range, ...unpack(kept), fresh: false };

  const dresses = await dressSheets(numbered, order.layouts, range);
  const doing = `printing pages ${labelOf(numbered, range.first)} to ${labelOf(numbered, range.end - 1)}`;
  const printed = await room.run(
    doing,
    async (press) => printSegment(press, dresses, alphabet),
    PATIENCE + dresses.length * PATIENCE_PER_PAGE,
  );
  const mended = mendSegment(printed, language);
  return { key, range, pages: printed.pages, mended, fresh: true };
}

/** Keeps segments that were printed in this build. Only of a file that was proved: what the browser has misprinted must not come again. */
export async function keepSegments(
  segments: readonly ReadySegment[],
  cache: PrintCache,
): Promise<void> {
  for (const { key, fresh, pages, mended } of segments) {
    if (fresh) await cache.write("segment", key, pack(pages, mended));
  }
}

function pack(pages: readonly SurveyedPage[], mended: MendedSegment): Uint8Array {
  return serialize({ pages, mended: packSegment(mended) });
}

function unpack(kept: Uint8Array): Pick<ReadySegment, "pages" | "mended"> {
  const { pages, mended }: { pages: readonly SurveyedPage[]; mended: Uint8Array } =
    deserialize(kept);
  return { pages, mended: unpackSegment(mended) };
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
