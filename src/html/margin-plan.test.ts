import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MarginRow, fitsMargin, planMargin } from "./margin-plan.ts";

const anyRows: fc.Arbitrary<readonly MarginRow[]> = fc.array(
  fc.record({
    letters: fc.nat(3000),
    notes: fc.array(fc.nat(1500), { maxLength: 4 }),
  }),
  { maxLength: 25 },
);

/** A row of so many lines of text, with notes of so many letters. */
function row(lines: number, ...notes: readonly number[]): MarginRow {
  return { letters: lines * 66, notes };
}

/** The plan on one line: `0:1/3` says that the first row's notes have three rows from the first on. */
function planned(...rows: readonly MarginRow[]): string {
  return [...planMargin(rows)].map(([at, { from, span }]) => `${at}:${from}/${span}`).join(" ");
}

describe("the margin", () => {
  it("is empty without notes", () => {
    expect(planned(row(3), row(4))).toBe("");
  });

  it("gives the only notes all that is left, and a row behind the text", () => {
    expect(planned(row(3), row(4, 100), row(2))).toBe("1:2/3");
  });

  it("sets short notes beside their own block", () => {
    expect(planned(row(5, 80), row(5), row(5, 80))).toBe("0:1/2 2:3/2");
  });

  it("lets long notes run on, and those after them begin below", () => {
    expect(planned(row(2, 600), row(2, 40), row(4), row(4), row(4))).toBe("0:1/3 1:4/3");
  });

  it("lets notes end behind the text", () => {
    expect(planned(row(2, 800), row(2, 40))).toBe("0:1/2 1:3/1");
  });

  it("makes the text wait rather than set a note more than a screen from its call", () => {
    expect(planned(row(2, 4000), row(2, 40), ...Array.from({ length: 30 }, () => row(4)))).toMatch(
      /^0:1\/([1-9]|1\d) /,
    );
  });

  it("never sets notes above their block, nor two on one place, and keeps their order", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const plan = planMargin(rows);
        let free = 1;
        for (const [at, { notes }] of rows.entries()) {
          const place = plan.get(at);
          expect(place !== undefined).toBe(notes.length > 0);
          if (!place) continue;
          expect(place.from).toBeGreaterThanOrEqual(Math.max(free, at + 1));
          expect(place.span).toBeGreaterThanOrEqual(1);
          free = place.from + place.span;
        }
      }),
    );
  });
});

describe("a margin has room", () => {
  it("for notes shorter than the text", () => {
    expect(fitsMargin([row(10, 200)])).toBe(true);
  });

  it("not for notes much longer than the text", () => {
    expect(fitsMargin([row(2, 2000)])).toBe(false);
  });
});
