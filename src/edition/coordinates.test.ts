import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Coordinate, readCoordinate, showCoordinate, writeCoordinate } from "./coordinates.ts";
import { RESERVED_ID } from "./fields.ts";
import { markOf, standardStreams, streamNamed } from "./streams.ts";

const streams = standardStreams.rows;

describe("a coordinate", () => {
  it.each([
    ["p3", "¶3"],
    ["p120", "¶120"],
    ["n2", "note 2"],
    ["tr1", "translator’s note T1"],
    ["tx27", "textual note aa"],
    ["o2", "original note †"],
    ["s1", "source note S1"],
    ["in4", "instructor’s note I4"],
  ])("%s is printed as %s", (written, shown) => {
    expect(showCoordinate(readCoordinate(written))).toBe(shown);
  });

  it.each(["armageddon", "p", "p0", "p03", "x1", "p1a", "P1", "point-1", "", "trn1"])(
    "“%s” is a place that an editor named",
    (written) => {
      expect(readCoordinate(written)).toEqual({ kind: "anchor", id: written });
      expect(showCoordinate(readCoordinate(written))).toBe("");
    },
  );

  const number = fc.integer({ min: 1, max: 10_000 });
  const numbered: fc.Arbitrary<Coordinate> = fc.oneof(
    number.map((value): Coordinate => ({ kind: "paragraph", number: value })),
    fc
      .tuple(fc.constantFrom(...streams), number)
      .map(([stream, value]): Coordinate => ({ kind: "note", stream, number: value })),
  );

  it("is read as it was written", () => {
    fc.assert(
      fc.property(numbered, (coordinate) => {
        expect(readCoordinate(writeCoordinate(coordinate))).toEqual(coordinate);
      }),
    );
  });

  it("is written as it was read, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(writeCoordinate(readCoordinate(written))).toBe(written);
      }),
    );
  });

  it("can never be taken for an id that an editor may choose", () => {
    fc.assert(
      fc.property(numbered, (coordinate) => {
        expect(writeCoordinate(coordinate)).toMatch(RESERVED_ID);
      }),
    );
  });
});

describe("a stream", () => {
  it("has letters of its own in coordinates and prefixes", () => {
    expect(new Set(streams.map(({ code }) => code)).size).toBe(streams.length);
    expect(new Set(streams.map(({ prefix }) => prefix)).size).toBe(streams.length);
    expect(streams.map(({ code }) => code)).not.toContain("p");
  });

  it.each([
    ["original", 1, "*"],
    ["original", 4, "§"],
    ["original", 5, "**"],
    ["original", 10, "†††"],
    ["textual", 1, "a"],
    ["textual", 26, "z"],
    ["textual", 27, "aa"],
    ["textual", 52, "az"],
    ["textual", 53, "ba"],
    ["textual", 703, "aaa"],
    ["translator", 12, "T12"],
    ["editor", 12, "12"],
  ] as const)("%s marks its note %i by %s", (name, number, mark) => {
    expect(markOf(streamNamed(name), number)).toBe(mark);
  });

  it("never marks two notes alike, nor like another stream’s", () => {
    const marks = streams.flatMap((stream) =>
      Array.from({ length: 800 }, (_, at) => markOf(stream, at + 1)),
    );
    expect(new Set(marks).size).toBe(marks.length);
  });
});
