import type { Slot, SlotPage } from "./page/lay-out.ts";
import type { Sheet, Whereabouts } from "./sheets.ts";

/** What a slot shows before pages are known: zeros, which are as wide as the digits will be. */
export function expectedSlot(slot: Slot): readonly SlotPage[] {
  switch (slot.kind) {
    case "page":
      return [{ target: slot.target, label: "00" }];
    case "mentions":
      return Array.from({ length: slot.count }, () => ({ target: slot.entry, label: "00" }));
  }
}

/** What a slot shows: nothing where its target is not printed; of an entry's mentions each page once. */
export function finalSlot(
  slot: Slot,
  sheets: readonly Sheet[],
  { sheetOf, mentions }: Whereabouts,
): readonly SlotPage[] {
  const labelled = (sheet: number, target: string): SlotPage => ({
    target,
    label: sheets[sheet]?.label ?? "",
  });
  switch (slot.kind) {
    case "page": {
      const sheet = sheetOf.get(slot.target);
      return sheet === undefined ? [] : [labelled(sheet, slot.target)];
    }
    case "mentions":
      return (mentions.get(slot.entry) ?? []).map(({ sheet, id }) => labelled(sheet, id));
  }
}

/** Whether one list of pages can stand in another's place without moving a letter around it: figures are all of one width. */
export function sameWidth(one: readonly SlotPage[], other: readonly SlotPage[]): boolean {
  return shape(one) === shape(other);
}

function shape(pages: readonly SlotPage[]): string {
  return pages.map(({ label }) => label.replaceAll(/\d/g, "0")).join(", ");
}
