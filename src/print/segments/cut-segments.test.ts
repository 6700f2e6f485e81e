import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Sheet } from "../numbering/sheets.ts";
import { cutSegments } from "./cut-segments.ts";

/** The sheets of chunks with so many pages each; one in front of a chunk may be blank. */
function sheetsOf(
  chunks: readonly { readonly pages: number; readonly blank?: boolean }[],
): Sheet[] {
  const plain = { side: "recto", label: "", folio: "", head: "" } as const;
  return chunks.flatMap(({ pages, blank }, at) => [
    ...(blank ? [plain] : []),
    ...Array.from({ length: pages }, (_, page) => ({
      ...plain,
      content: { chunk: `chunk-${at}`, page },
    })),
  ]);
}

const chunks = fc.array(
  fc.record({ pages: fc.integer({ min: 1, max: 40 }), blank: fc.boolean() }),
  { minLength: 1, maxLength: 80 },
);

describe("the segments of a reader", () => {
  it("hold every sheet once and in order", () => {
    fc.assert(
      fc.property(chunks, (some) => {
        const sheets = sheetsOf(some);
        const all = cutSegments(sheets).flatMap(({ first, end }) =>
          Array.from({ length: end - first }, (_, at) => first + at),
        );
        expect(all).toEqual(sheets.map((_, at) => at));
      }),
    );
  });

  it("divide no chunk, and no chunk from the blank page before it", () => {
    fc.assert(
      fc.property(chunks, (some) => {
        const sheets = sheetsOf(some);
        for (const { first } of cutSegments(sheets)) {
          const before = sheets[first - 1]?.content?.chunk;
          const here = sheets.slice(first).find(({ content }) => content)?.content?.chunk;
          // Only before the first sheet there is nothing.
          expect([before === undefined, before === here]).toEqual([first === 0, false]);
        }
      }),
    );
  });

  it("are some, of no extreme length, in a long reader of short chunks", () => {
    const lengths = cutSegments(sheetsOf(Array.from({ length: 400 }, () => ({ pages: 3 })))).map(
      ({ first, end }) => end - first,
    );
    expect(lengths.length).toBeGreaterThan(20);
    expect(Math.max(...lengths)).toBeLessThan(80);
    expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(12);
  });

  it("stay where they are behind a chunk that grows by a page", () => {
    const before = Array.from({ length: 300 }, () => ({ pages: 3 }));
    const after = before.map((chunk, at) => (at === 100 ? { pages: 4 } : chunk));
    const starts = (some: typeof before): Set<string> => {
      const sheets = sheetsOf(some);
      return new Set(cutSegments(sheets).map(({ first }) => sheets[first]?.content?.chunk ?? ""));
    };
    const [one, other] = [starts(before), starts(after)];
    expect([...one].filter((start) => !other.has(start)).length).toBeLessThan(3);
  });

  it("are one where there is little, and none where there is nothing", () => {
    expect(cutSegments(sheetsOf([{ pages: 2 }, { pages: 3 }]))).toEqual([{ first: 0, end: 5 }]);
    expect(cutSegments([])).toEqual([]);
  });
});
