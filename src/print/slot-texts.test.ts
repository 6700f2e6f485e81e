import { describe, expect, it } from "vitest";
import { arrangeSheets, findWhereabouts } from "./sheets.ts";
import { expectedSlot, finalSlot, sameWidth } from "./slot-texts.ts";
import { head, laidOut, layoutsOf } from "./testing/reader-of.ts";

const layouts = layoutsOf(laidOut("one", ["a"], ["b"]));
const sheets = arrangeSheets([head("one")], layouts);
const whereabouts = findWhereabouts(sheets, layouts);

describe("numbers of pages", () => {
  it("are guessed as two digits", () => {
    expect(expectedSlot({ kind: "page", target: "b" })).toEqual([{ target: "b", label: "00" }]);
  });

  it("are guessed in an index for each mention", () => {
    expect(expectedSlot({ kind: "mentions", entry: "castro", count: 3 })).toHaveLength(3);
  });

  it("are those of the pages where things begin", () => {
    expect(finalSlot({ kind: "page", target: "b" }, sheets, whereabouts)).toEqual([
      { target: "b", label: "2" },
    ]);
  });

  it("are left out for what is not printed", () => {
    expect(finalSlot({ kind: "page", target: "z" }, sheets, whereabouts)).toEqual([]);
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
