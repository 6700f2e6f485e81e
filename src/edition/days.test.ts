import { describe, expect, it } from "vitest";
import { compareDays, isoDay, lastDay } from "./days.ts";

describe("compareDays", () => {
  it("puts days in the order of time, also before Christ and in the year 0", () => {
    const days = [
      "-0100-02-01",
      "-0043-03-15",
      "-0043-11-01",
      "0000-06-01",
      "0987-01-01",
      "1962-05-24",
    ];
    expect(days.toReversed().sort(compareDays)).toEqual(days);
  });
});

describe("lastDay", () => {
  const year = (from: number, to = from) => ({ from, to });
  it.each([
    [year(1962), year(2), 28],
    [year(1964), year(2), 29],
    [year(1900), year(2), 28],
    [year(2000), year(2), 29],
    [year(1961, 1969), year(2), 29],
    [year(1962), year(4), 30],
    [year(1962), year(1, 12), 31],
  ])("of %j, month %j, is %i", (years, months, last) => {
    expect(lastDay(years, months)).toBe(last);
  });
});

describe("isoDay", () => {
  it.each([
    [1962, 5, 4, "1962-05-04"],
    [987, 12, 31, "0987-12-31"],
    [0, 1, 1, "0000-01-01"],
    [-43, 3, 15, "-0043-03-15"],
  ])("%i, %i, %i is %s", (year, month, day, iso) => {
    expect(isoDay(year, month, day)).toBe(iso);
  });
});
