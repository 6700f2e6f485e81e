import type { LaidOutChunk, Slot, SlotPage } from "../page/lay-out.ts";
import type { ChunkHead } from "../page/set-up.ts";
import { type Sheet, type Whereabouts, arrangeSheets, findWhereabouts } from "./sheets.ts";
import { expectedSlot, finalSlot, sameWidth } from "./slot-texts.ts";

/** The pages that the slots of a chunk show, in the order of its source. */
export type FilledSlots = readonly (readonly SlotPage[])[];

/** What numbering needs of the browser: lays a chunk out with these numbers in its slots. */
export type LayOut = (chunk: string, filled: FilledSlots) => Promise<LaidOutChunk>;

/** A reader whose every number is known and fits. */
export interface NumberedReader {
  readonly sheets: readonly Sheet[];
  readonly layouts: ReadonlyMap<string, LaidOutChunk>;
  readonly whereabouts: Whereabouts;
  /** By chunk. */
  readonly filled: ReadonlyMap<string, FilledSlots>;
  /** How many times the chunks were gone through. */
  readonly passes: number;
}

/** Chunks whose numbers kept changing the layout that they tell of. */
export interface Unsettled {
  readonly unsettled: readonly string[];
}

const MOST_PASSES = 4;

/**
 * Lays chunks out until every number of a page that they show is true. The numbers are first
 * guessed at their likely width; then only chunks are laid out again in which a width changed.
 */
export async function converge(
  heads: readonly ChunkHead[],
  slots: ReadonlyMap<string, readonly Slot[]>,
  layOut: LayOut,
): Promise<NumberedReader | Unsettled> {
  const ids = heads.map(({ id }) => id);
  const slotsOf = (id: string): readonly Slot[] => slots.get(id) ?? [];
  const layouts = new Map<string, LaidOutChunk>();
  let filled = new Map(ids.map((id) => [id, slotsOf(id).map(expectedSlot)]));
  let stale = ids;
  for (let passes = 1; passes <= MOST_PASSES; passes += 1) {
    for (const id of stale) layouts.set(id, await layOut(id, filled.get(id) ?? []));
    const sheets = arrangeSheets(heads, layouts);
    const whereabouts = findWhereabouts(sheets, layouts);
    const before = filled;
    filled = new Map(
      ids.map((id) => [id, slotsOf(id).map((slot) => finalSlot(slot, sheets, whereabouts))]),
    );
    const now = filled;
    stale = ids.filter((id) =>
      (now.get(id) ?? []).some((pages, at) => !sameWidth(pages, before.get(id)?.[at] ?? [])),
    );
    if (stale.length === 0) return { sheets, layouts, whereabouts, filled, passes };
  }
  return { unsettled: stale };
}
