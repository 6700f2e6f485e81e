import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCoordinate } from "./coordinates.ts";
import { pageAnchor } from "./page-anchor.ts";

describe("the place at which an original page begins", () => {
  it.each([
    ["187", "page-187"],
    ["XII", "page-xii"],
    ["12 verso", "page-12-verso"],
    ["[187a]", "page-187a"],
    ["187–188", "page-187-188"],
    ["л. 5 об.", "page-л-5-об"],
    ["*", undefined],
    ["", undefined],
  ])("of page %s is named %s", (page, anchor) => {
    expect(pageAnchor(page)).toBe(anchor);
  });

  it("is a place for a reference, never a paragraph or a note, and naming it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (page) => {
        const anchor = pageAnchor(page);
        if (anchor === undefined) return;
        expect(readCoordinate(anchor)).toEqual({ kind: "anchor", id: anchor });
        expect(anchor).not.toMatch(/[\s:#]/u);
        expect(pageAnchor(anchor.slice("page-".length))).toBe(anchor);
      }),
    );
  });
});
