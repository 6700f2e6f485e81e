import { inclusiveEnd } from "./inclusive-numbers.ts";
import type { GuessLabel } from "./guess-labels.ts";
import type { PageNumber, Slot, SlotPage } from "../page/lay-out.ts";
import type { Sheet, Whereabouts } from "./sheets.ts";

/** What a slot shows before pages are known: a number that is likely as wide as the right one will be. */
export function expectedSlot(slot: Slot, guess: GuessLabel): readonly SlotPage[] {
  switch (slot.kind) {
    case "page": {
      const label = guess(slot.target);
      return label === undefined ? [] : [{ target: slot.target, label }];
    }
    case "mentions":
      return Array.from({ length: slot.count }, () => ({ target: slot.entry, label: "00" }));
  }
}

/** What a slot shows: nothing where its target is not printed; of an entry's mentions each page once, pages in a row as a range. */
export function finalSlot(
  slot: Slot,
  sheets: readonly Sheet[],
  { sheetOf, mentions }: Whereabouts,
): readonly SlotPage[] {
  const labelled = (sheet: number, target: string): PageNumber => ({
    target,
    label: sheets[sheet]?.label ?? "",
  });
  switch (slot.kind) {
    case "page": {
      const sheet = sheetOf.get(slot.target);
      return sheet === undefined ? [] : [labelled(sheet, slot.target)];
    }
    case "mentions":
      return runsOf(mentions.get(slot.entry) ?? [], sheets).map(({ first, last }) => {
        const page = labelled(first.sheet, first.id);
        if (first.sheet === last.sheet) return page;
        const end = labelled(last.sheet, last.id);
        return { ...page, through: { ...end, label: inclusiveEnd(page.label, end.label) } };
      });
  }
}

type Found = { readonly sheet: number; readonly id: string };

/** Mentions on pages that follow each other: their first and their last. No run goes from the front matter's numbers into the text's. */
function runsOf(
  found: readonly Found[],
  sheets: readonly Sheet[],
): readonly { readonly first: Found; readonly last: Found }[] {
  const runs: { first: Found; last: Found }[] = [];
  const arabic = ({ sheet }: Found): boolean => /^\d/.test(sheets[sheet]?.label ?? "");
  for (const one of found) {
    const run = runs.at(-1);
    if (run && one.sheet === run.last.sheet + 1 && arabic(one) === arabic(run.last)) run.last = one;
    else runs.push({ first: one, last: one });
  }
  return runs;
}

/** Whether one list of pages can stand in another's place without moving a letter around it: figures are all of one width. */
export function sameWidth(one: readonly SlotPage[], other: readonly SlotPage[]): boolean {
  return shape(one) === shape(other);
}

function shape(pages: readonly SlotPage[]): string {
  return shapeOf(pages)
    .map(({ label, through }) => (through ? `${label}–${through.label}` : label))
    .join(", ");
}

/** The pages of a slot as far as layout depends on them: each digit a zero, and no word of where they lead. */
export function shapeOf(pages: readonly SlotPage[]): readonly SlotPage[] {
  return pages.map(({ label, through }) => ({
    ...shapeOfNumber(label),
    ...(through ? { through: shapeOfNumber(through.label) } : {}),
  }));
}

function shapeOfNumber(label: string): PageNumber {
  return { target: "", label: label.replaceAll(/\d/g, "0") };
}
