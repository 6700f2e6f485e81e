import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inclusiveEnd, inclusiveWhole } from "./inclusive-numbers.ts";

describe("the second number of a range", () => {
  it.each([
    ["3", "10", "10"],
    ["71", "72", "72"],
    ["96", "117", "117"],
    ["100", "104", "104"],
    ["1100", "1113", "1113"],
    ["101", "108", "8"],
    ["808", "833", "33"],
    ["1103", "1104", "4"],
    ["321", "328", "28"],
    ["498", "532", "532"],
    ["1087", "1089", "89"],
    ["1496", "1500", "500"],
    ["995", "1002", "1002"],
    ["xii", "xiv", "xiv"],
  ])("of %s to %s is written %s", (first, last, end) => {
    expect(inclusiveEnd(first, last)).toBe(end);
    expect(inclusiveWhole(first, end)).toBe(last);
  });

  it("always stands for the last page alone", () => {
    const page = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(page, fc.integer({ min: 1, max: 2000 }), (first, more) => {
        const last = String(first + more);
        expect(inclusiveWhole(String(first), inclusiveEnd(String(first), last))).toBe(last);
      }),
    );
  });
});
