import { describe, expect, it } from "vitest";
import { readRanges, showRanges } from "./paragraph-ranges.ts";

describe("the paragraphs of an excerpt", () => {
  it.each([
    ["p3", [[3, 3]]],
    [
      "p3-p7, p9",
      [
        [3, 7],
        [9, 9],
      ],
    ],
    [
      "p3–7,p9",
      [
        [3, 7],
        [9, 9],
      ],
    ],
    [
      "p1 - p2 , p4",
      [
        [1, 2],
        [4, 4],
      ],
    ],
  ])("reads %s", (written, pairs) => {
    expect(readRanges(written)).toEqual({ ranges: pairs.map(([from, to]) => ({ from, to })) });
  });

  it.each([
    ["", ""],
    ["3-7", "3-7"],
    ["p7-p3", "p7-p3"],
    ["p3, p2", "p2"],
    ["p1-p4, p4", "p4"],
    ["p0", "p0"],
    ["all", "all"],
    ["p3,,p5", ""],
  ])("names what cannot be read in “%s”", (written, unreadable) => {
    expect(readRanges(written)).toEqual({ unreadable });
  });

  it("shows them as a scholar cites them", () => {
    expect(showRanges([{ from: 3, to: 3 }])).toBe("¶ 3");
    expect(showRanges([{ from: 3, to: 7 }])).toBe("¶¶ 3–7");
    expect(
      showRanges([
        { from: 3, to: 7 },
        { from: 9, to: 9 },
      ]),
    ).toBe("¶¶ 3–7, 9");
  });
});
