import type { LaidOutChunk, SlotPage } from "../page/lay-out.ts";
import type { TakenChunk } from "../page/take-chunks.ts";
import { guessLabels, sampleOf } from "./guess-labels.ts";
import { type Sheet, type Whereabouts, arrangeSheets, findWhereabouts } from "./sheets.ts";
import { expectedSlot, finalSlot, sameWidth } from "./slot-texts.ts";

/** The pages that the slots of a chunk show, in the order of its source. */
export type FilledSlots = readonly (readonly SlotPage[])[];

/** What numbering needs of the browser: lays some chunks out with these numbers in their slots. */
export type LayOut = (
  wanted: ReadonlyMap<string, FilledSlots>,
) => Promise<ReadonlyMap<string, LaidOutChunk>>;

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

const MOST_PASSES = 5;

/**
 * Lays chunks out until every number of a page that they show is true. The numbers are first guessed, at their
 * likely width, from the lengths of the chunks and from a few that are laid out before the others; then only
 * chunks are laid out again in which a width changed. Each step depends on the reader alone, and not on what
 * is known of it from before, so that the same reader comes to the same end.
 */
export async function converge(
  chunks: readonly TakenChunk[],
  layOut: LayOut,
): Promise<NumberedReader | Unsettled> {
  const heads = chunks.map(({ head }) => head);
  const layouts = new Map<string, LaidOutChunk>();
  const shown = new Map<string, FilledSlots>();
  const show = async (wanted: ReadonlyMap<string, FilledSlots>): Promise<void> => {
    for (const [id, filled] of wanted) shown.set(id, filled);
    for (const [id, laidOut] of await layOut(wanted)) layouts.set(id, laidOut);
  };
  const changedIn = (filled: ReadonlyMap<string, FilledSlots>): Map<string, FilledSlots> =>
    new Map(
      [...filled].filter(([id, slots]) => {
        const before = shown.get(id);
        return !before || slots.some((pages, at) => !sameWidth(pages, before[at] ?? []));
      }),
    );
  const guess = (some: readonly TakenChunk[]): Map<string, FilledSlots> => {
    const label = guessLabels(chunks, layouts);
    return new Map(
      some.map(({ head, slots }) => [head.id, slots.map((slot) => expectedSlot(slot, label))]),
    );
  };
  const sample = new Set(sampleOf(chunks));
  await show(guess(chunks.filter(({ head }) => sample.has(head.id))));
  await show(changedIn(guess(chunks)));
  for (let passes = 1; ; passes += 1) {
    const sheets = arrangeSheets(heads, layouts);
    const whereabouts = findWhereabouts(sheets, layouts);
    const filled = new Map(
      chunks.map(({ head, slots }): readonly [string, FilledSlots] => [
        head.id,
        slots.map((slot) => finalSlot(slot, sheets, whereabouts)),
      ]),
    );
    const stale = changedIn(filled);
    if (stale.size === 0) return { sheets, layouts, whereabouts, filled, passes };
    if (passes === MOST_PASSES) return { unsettled: [...stale.keys()] };
    await show(stale);
  }
}
