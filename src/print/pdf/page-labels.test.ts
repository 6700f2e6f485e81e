import { expect, it } from "vitest";
import { labelRanges } from "./page-labels.ts";
import { arrangeSheets } from "../numbering/sheets.ts";
import { head, laidOut, layoutsOf } from "../testing/reader-of.ts";

it("names the front matter i, ii and the rest from 1", () => {
  const sheets = arrangeSheets(
    [head("cover", { folio: "none" }), head("one")],
    layoutsOf(laidOut("cover", []), laidOut("one", [], [])),
  );
  expect(labelRanges(sheets)).toEqual([
    { first: 0, style: "r", start: 1 },
    { first: 2, style: "D", start: 1 },
  ]);
});

it("needs one range where there is no front matter, or nothing else", () => {
  const body = arrangeSheets([head("one")], layoutsOf(laidOut("one", [])));
  expect(labelRanges(body)).toEqual([{ first: 0, style: "D", start: 1 }]);
  const cover = arrangeSheets([head("cover", { folio: "none" })], layoutsOf(laidOut("cover", [])));
  expect(labelRanges(cover)).toEqual([{ first: 0, style: "r", start: 1 }]);
});
