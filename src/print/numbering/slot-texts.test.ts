import { describe, expect, it } from "vitest";
import { arrangeSheets, findWhereabouts } from "./sheets.ts";
import { expectedSlot, finalSlot, sameWidth } from "./slot-texts.ts";
import { head, laidOut, layoutsOf } from "../testing/reader-of.ts";

const layouts = layoutsOf(laidOut("one", ["a"], ["b"]));
const sheets = arrangeSheets([head("one")], layouts);
const many = arrangeSheets(
  [head("front", { folio: "roman" }), head("text")],
  layoutsOf(laidOut("front", [], []), laidOut("text", ...Array.from({ length: 120 }, () => []))),
);
const whereabouts = findWhereabouts(sheets, layouts);

describe("numbers of pages", () => {
  it("are guessed where something is known of the target, or it is not printed", () => {
    const guess = (id: string) => (id === "b" ? "17" : undefined);
    expect(expectedSlot({ kind: "page", target: "b" }, guess)).toEqual([
      { target: "b", label: "17" },
    ]);
    expect(expectedSlot({ kind: "page", target: "nowhere" }, guess)).toEqual([]);
  });

  it("are guessed in an index for each mention", () => {
    const slot = { kind: "mentions", entry: "castro", count: 3 } as const;
    expect(expectedSlot(slot, () => undefined)).toHaveLength(3);
  });

  it("are those of the pages where things begin", () => {
    expect(finalSlot({ kind: "page", target: "b" }, sheets, whereabouts)).toEqual([
      { target: "b", label: "2" },
    ]);
  });

  it("are left out for what is not printed", () => {
    expect(finalSlot({ kind: "page", target: "z" }, sheets, whereabouts)).toEqual([]);
  });

  it("are ranges where an entry is mentioned on pages in a row, and only there", () => {
    const on = (label: string) =>
      many.findIndex((sheet) => sheet.label === label && sheet.content !== undefined);
    const pages = ["i", "ii", "1", "2", "7", "19", "20", "21", "101", "102", "103", "107", "109"];
    const mentions = new Map([
      ["castro", pages.map((label) => ({ sheet: on(label), id: `on-${label}` }))],
    ]);
    const slot = finalSlot({ kind: "mentions", entry: "castro", count: 30 }, many, {
      sheetOf: new Map(),
      mentions,
    });
    const written = slot.map(({ label, through }) =>
      through ? `${label}–${through.label}` : label,
    );
    expect(written).toEqual(["i–ii", "1–2", "7", "19–21", "101–3", "107", "109"]);
    expect(slot[3]).toEqual({
      target: "on-19",
      label: "19",
      through: { target: "on-21", label: "21" },
    });
  });

  it("are laid out anew where a list becomes a range", () => {
    const [one, two] = [
      { target: "a", label: "14" },
      { target: "b", label: "15" },
    ];
    expect(sameWidth([one, two], [{ ...one, through: two }])).toBe(false);
    expect(sameWidth([{ ...two, through: one }], [{ ...one, through: two }])).toBe(true);
  });

  it.each([
    ["7", "3", true],
    ["14", "99", true],
    ["9", "10", false],
    ["iv", "vi", false],
    ["iv", "iv", true],
  ])("%s can stand in the place of %s: %s", (one, other, same) => {
    expect(sameWidth([{ target: "a", label: one }], [{ target: "a", label: other }])).toBe(same);
  });
});
