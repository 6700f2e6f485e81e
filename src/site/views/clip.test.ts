import { describe, expect, it } from "vitest";
import { clip } from "./clip.ts";

describe("the beginning of a text", () => {
  it("is all of a short one, its spaces made one", () => {
    expect(clip("  Khrushchev   proposes\na resolution. ")).toBe(
      "Khrushchev proposes a resolution.",
    );
  });

  it("ends at a word, without its comma", () => {
    const clipped = clip(`${"word ".repeat(38)}comma, and much more that does not fit`);
    expect(clipped).toBe(`${"word ".repeat(38)}comma…`);
  });

  it("is never longer than a search engine shows, even without spaces", () => {
    expect(clip("x".repeat(500)).length).toBeLessThanOrEqual(200);
  });
});
