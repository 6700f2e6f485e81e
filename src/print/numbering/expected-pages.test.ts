import { describe, expect, it } from "vitest";
import { expectedPages } from "./expected-pages.ts";

const cover = { letters: 40, pages: 1, whole: true };

describe("how many pages a reader will have", () => {
  it("is reckoned by the length of what is to come", () => {
    const short = { letters: 500, whole: false };
    const long = { letters: 40_000, whole: false };
    expect(expectedPages([cover, short, short])).toBe(3);
    expect(expectedPages([cover, short, long])).toBe(22);
  });

  it("follows what the first chunks took", () => {
    const done = { letters: 20_000, pages: 14, whole: true };
    expect(expectedPages([cover, done, { letters: 20_000, whole: false }])).toBe(29);
  });

  it("is never less than what is laid out, and exact at the end", () => {
    expect(expectedPages([cover, { letters: 2000, pages: 7, whole: false }])).toBe(8);
    expect(expectedPages([cover, { letters: 2000, pages: 7, whole: true }])).toBe(8);
    expect(expectedPages([])).toBe(0);
  });
});
