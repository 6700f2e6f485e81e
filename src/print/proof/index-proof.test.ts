import { describe, expect, it } from "vitest";
import { proveIndex } from "./index-proof.ts";
import { arrangeSheets, findWhereabouts } from "../numbering/sheets.ts";
import { barePage, head, laidOut, layoutsOf } from "../testing/reader-of.ts";

/** What is said of an index line where Castro is mentioned on these pages: i and ii, then 1 to 130. */
function messagesFor(mentionedOn: readonly string[], written: string): readonly string[] {
  const heads = [head("front", { folio: "roman" }), head("text")];
  const layouts = layoutsOf(
    laidOut("front", [], []),
    laidOut("text", ...Array.from({ length: 130 }, () => [])),
  );
  const sheets = arrangeSheets(heads, layouts);
  const pages = sheets.map(({ label }) => ({
    ...barePage,
    mentions: mentionedOn.includes(label) ? ["castro", "castro"] : ["another"],
    indexed: label === "130" ? [{ entry: "castro", pages: written }] : [],
  }));
  const whereabouts = findWhereabouts(sheets, layouts);
  const numbered = { sheets, layouts, whereabouts, filled: new Map(), passes: 1 };
  return proveIndex({ pages, numbered }).map(({ message }) => message);
}

const pages = ["ii", "1", "7", "8", "9", "101", "102", "103"];

describe("the printed index", () => {
  it("is right where it names each page of an entry, single or in a range, and no other", () => {
    expect(messagesFor(pages, "ii, 1, 7–9, 101–3")).toEqual([]);
    expect(messagesFor(pages, "ii, 1, 7, 8, 9, 101–103")).toEqual([]);
  });

  it.each([
    ["lacks a page", "ii, 1, 7–9, 101–2"],
    ["names a page too many", "ii, 1, 7–10, 101–3"],
    ["bridges a page that does not mention the entry", "ii, 1, 7–9, 99–103"],
    ["goes from one way of counting into the other", "ii–1, 7–9, 101–3"],
    ["names a page twice", "ii, 1, 7–9, 9, 101–3"],
    ["leads backward", "ii, 1, 9–7, 101–3"],
    ["names what is no page", "ii, 1, 7–9, 101–3, 900"],
    ["is empty", ""],
  ])("is wrong where it %s", (_, written) => {
    expect(messagesFor(pages, written)).toEqual([
      `the index on page 130 gives “castro” the pages ${written || "none"}; it is mentioned on ii, 1, 7, 8, 9, 101, 102, 103`,
    ]);
  });

  it("names no page of what nothing mentions", () => {
    expect(messagesFor([], "5")).toEqual([
      "the index on page 130 gives “castro” the pages 5; it is mentioned on none",
    ]);
  });
});
