import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeSheets, findWhereabouts } from "./sheets.ts";
import { head, laidOut, layoutsOf } from "../testing/reader-of.ts";

const front = [
  head("cover", { folio: "none" }),
  head("imprint", { folio: "none" }),
  head("contents", { folio: "roman", start: "recto" }),
];

describe("the pages of a reader in a row", () => {
  it("counts the front matter in Roman letters from the cover, the rest from 1", () => {
    const sheets = arrangeSheets(
      [...front, head("one"), head("two")],
      layoutsOf(
        laidOut("cover", []),
        laidOut("imprint", []),
        laidOut("contents", [], []),
        laidOut("one", [], [], []),
        laidOut("two", []),
      ),
    );
    expect(sheets.map(({ label }) => label)).toEqual(["i", "ii", "iii", "iv", "1", "2", "3", "4"]);
    expect(sheets.map(({ folio }) => folio)).toEqual(["", "", "iii", "iv", "1", "2", "3", "4"]);
  });

  it("puts an empty page where the body would begin on the left", () => {
    const sheets = arrangeSheets(
      [...front, head("one")],
      layoutsOf(
        laidOut("cover", []),
        laidOut("imprint", []),
        laidOut("contents", []),
        laidOut("one", []),
      ),
    );
    expect(sheets.map(({ label, content }) => (content ? label : "empty"))).toEqual([
      "i",
      "ii",
      "iii",
      "empty",
      "1",
    ]);
    expect(sheets[3]).toEqual({ side: "verso", label: "iv", folio: "", head: "" });
  });

  it("says over pages of a run of calendared documents which of them stand there", () => {
    const run = {
      id: "calendar",
      pages: [["1", "2"], ["3"], ["3", "4"], []].map((running) => ({
        ids: [],
        mentions: [],
        running,
      })),
    };
    const sheets = arrangeSheets([head("calendar")], layoutsOf(run));
    expect(sheets.map((sheet) => sheet.head)).toEqual([
      "",
      "Document 3",
      "Documents 3–4",
      "calendar",
    ]);
  });

  it("leaves the running head out where a chunk opens", () => {
    const sheets = arrangeSheets([head("one")], layoutsOf(laidOut("one", [], [])));
    expect(sheets.map((sheet) => sheet.head)).toEqual(["", "one"]);
  });

  it("knows on which page something begins", () => {
    const layouts = layoutsOf(laidOut("one", ["a"], ["b", "c"]), laidOut("two", ["d"]));
    const sheets = arrangeSheets([head("one"), head("two")], layouts);
    const { sheetOf } = findWhereabouts(sheets, layouts);
    expect([...sheetOf]).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 1],
      ["d", 2],
    ]);
  });

  it("counts a page once that mentions somebody twice", () => {
    const layouts = layoutsOf({
      id: "one",
      pages: [
        {
          ids: [],
          mentions: [
            { entry: "castro", id: "m1" },
            { entry: "castro", id: "m2" },
          ],
        },
        { ids: [], mentions: [] },
        { ids: [], mentions: [{ entry: "castro", id: "m3" }] },
      ],
    });
    const { mentions } = findWhereabouts(arrangeSheets([head("one")], layouts), layouts);
    expect(mentions.get("castro")).toEqual([
      { sheet: 0, id: "m1" },
      { sheet: 2, id: "m3" },
    ]);
  });

  it("always has odd numbers on the right and loses no page", () => {
    const chunk = fc.record({
      pages: fc.integer({ min: 1, max: 5 }),
      start: fc.constantFrom("next" as const, "recto" as const),
      folio: fc.constantFrom("none" as const, "roman" as const, "arabic" as const),
    });
    fc.assert(
      fc.property(fc.array(chunk, { minLength: 1, maxLength: 12 }), (chunks) => {
        const heads = chunks.map(({ folio, start }, at) => head(`c${at}`, { folio, start }));
        const layouts = layoutsOf(
          ...chunks.map(({ pages }, at) =>
            laidOut(`c${at}`, ...Array.from({ length: pages }, () => [])),
          ),
        );
        const sheets = arrangeSheets(heads, layouts);
        const printed = sheets.filter(({ content }) => content);
        expect(printed).toHaveLength(chunks.reduce((sum, { pages }) => sum + pages, 0));
        const numbered = sheets.filter(({ label }) => /^\d+$/.test(label));
        expect(numbered.map(({ side }) => side)).toEqual(
          numbered.map(({ label }) => (Number(label) % 2 === 1 ? "recto" : "verso")),
        );
      }),
    );
  });
});
