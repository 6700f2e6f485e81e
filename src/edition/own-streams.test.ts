import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCoordinate, writeCoordinate } from "./coordinates.ts";
import { ownStreamsSchema, streamFaults, streamsOf } from "./own-streams.ts";
import { markOf, standardStreams, streamNamed, streamOfLabel } from "./streams.ts";
import { anyStreams } from "../testing/any-streams.ts";

function streams(written: object) {
  return streamsOf({ streams: ownStreamsSchema.parse(written) });
}

function faults(written: object): readonly string[] {
  return streamFaults(ownStreamsSchema.parse(written)).map(
    ({ stream, field, message, mend }) => `${stream} ${field ?? "-"}: ${message}; ${mend}`,
  );
}

describe("a stream of the edition's own", () => {
  it("says only its name, and the rest follows", () => {
    expect(streams({ "reader-response": {} }).byName.get("reader-response")).toEqual({
      name: "reader-response",
      prefix: "readerresponse",
      code: "readerre",
      label: "Reader response note",
      plural: "Reader response notes",
      meaning: "",
      marks: { before: "R" },
      voice: "editors",
      audience: "everyone",
      own: true,
    });
  });

  it("says what it likes", () => {
    const written = {
      marginal: {
        prefix: "mar",
        code: "m",
        label: "Marginal note",
        plural: "Marginalia",
        meaning: "What a reader wrote in the margin.",
        marks: "letters",
        before: "textual",
        voice: "document",
        for: "instructors",
      },
    };
    const { rows } = streams(written);
    expect(rows.map(({ name }) => name).slice(1, 4)).toEqual(["original", "marginal", "textual"]);
    expect(rows[2]).toMatchObject({
      prefix: "mar",
      code: "m",
      plural: "Marginalia",
      marks: "letters",
      voice: "document",
      audience: "instructors",
    });
  });

  it("stands behind the editor's, in the order of the file, where it names no place", () => {
    const { rows } = streams({ one: {}, two: {}, three: { before: "one" } });
    const names = rows.map(({ name }) => name);
    expect(names.slice(-5)).toEqual(["editor", "three", "one", "two", "instructor"]);
  });

  it("takes other letters for its marks than the streams before it", () => {
    const { rows } = streams({ student: {}, step: {} });
    const marks = rows.filter(({ own }) => own).map((row) => markOf(row, 1));
    expect(marks).toEqual(["St1", "Ste1"]);
  });

  it("leaves the six as they are", () => {
    expect(streams({})).toEqual(standardStreams);
    expect(streams({ marginal: {} }).rows.filter(({ own }) => !own)).toEqual(standardStreams.rows);
  });
});

describe("what a stream cannot be", () => {
  it.each<readonly [written: object, said: string]>([
    [
      { editor: { prefix: "ed" } },
      `editor -: "editor" is a name of Scholium's own; choose another name`,
    ],
    [{ mark: {} }, `mark -: "mark" is a name of Scholium's own; choose another name`],
    [
      { "My Notes": { prefix: "my" } },
      `My Notes -: "My Notes" cannot be a stream's name; use a–z, 0–9 and hyphens`,
    ],
    [
      { marginal: { prefix: "tr" } },
      `marginal prefix: the prefix "tr" is taken by the stream "translator"; choose other letters`,
    ],
    [
      { marginal: { code: "n" } },
      `marginal code: the letters "n" are taken by the stream "editor"; choose other letters`,
    ],
    [
      { marginal: { code: "p" } },
      `marginal code: the letter "p" counts paragraphs; choose other letters`,
    ],
    [{ p: {} }, `p code: the letter "p" counts paragraphs; choose other letters`],
    [
      { one: { prefix: "mar" }, two: { prefix: "mar" } },
      `two prefix: the prefix "mar" is taken by the stream "one"; choose other letters`,
    ],
    [
      { marginal: { marks: "T" } },
      `marginal marks: the marks "T1" are taken by the stream "translator"; choose other letters`,
    ],
    [
      { marginal: { before: "editors" } },
      `marginal before: no stream "editors" stands above this one; did you mean "editor"?`,
    ],
    [
      { one: { before: "zebra" }, zebra: {} },
      `one before: no stream "zebra" stands above this one; name one of the six, or one that stands above`,
    ],
  ])("%j", (written, said) => {
    expect(faults(written)).toEqual([said]);
  });

  it("is still told from all others, so that the rest can be checked", () => {
    const anything = fc.dictionary(
      fc.constantFrom("editor", "mark", "a", "b-c", "p", "Ä", "tr"),
      fc.record(
        {
          prefix: fc.constantFrom("tr", "mar", "src", "p"),
          code: fc.constantFrom("n", "p", "mar", "q"),
          marks: fc.constantFrom("T", "numbers", "Q"),
          before: fc.constantFrom("source", "nobody", "a"),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(anything, (written) => {
        const { rows, byName, byPrefix, byCode } = streams(written);
        expect(rows).toHaveLength(6 + Object.keys(written).length);
        for (const table of [byName, byPrefix, byCode]) expect(table.size).toBe(rows.length);
        expect(byCode.has("p")).toBe(false);
      }),
    );
  });
});

describe("any streams that nothing is wrong with", () => {
  it("are told by their labels, their coordinates and their marks", () => {
    fc.assert(
      fc.property(anyStreams, fc.integer({ min: 1, max: 400 }), (written, number) => {
        expect(faults(written)).toEqual([]);
        const known = streams(written);
        for (const stream of known.rows) {
          expect(streamNamed(stream.name, known)).toBe(stream);
          const label = stream.prefix === "" ? `${number}` : `${stream.prefix}:${number}`;
          expect(streamOfLabel(label, known)).toBe(stream);
          const coordinate = { kind: "note", stream, number } as const;
          expect(readCoordinate(writeCoordinate(coordinate), known)).toEqual(coordinate);
        }
        const leads = known.rows.filter(({ marks }) => typeof marks !== "string");
        expect(new Set(leads.map((row) => markOf(row, number))).size).toBe(leads.length);
      }),
    );
  });
});
