import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { streamsOf } from "../edition/own-streams.ts";
import { markOf } from "../edition/streams.ts";
import { withoutInstructor } from "../edition/without-instructor.ts";
import { anyStreams } from "../testing/any-streams.ts";
import { buildApparatus } from "./build-apparatus.ts";
import { apparatusOf, editionOf, filesOf, messagesOf } from "./testing/edition-of.ts";

const marginal = `== edition.yaml
title: Examples
streams:
  marginal:
    prefix: mar
    label: Marginal note
    marks: letters
  key:
    for: instructors
`;

describe("notes of a stream that the edition has added", () => {
  it("are numbered for themselves, and referred to like all others", () => {
    const apparatus = apparatusOf(`${marginal}
== texts/a.md
One.[^mar:x] Two.[^1] Three.[^mar:y] See [](#mar2).

[^mar:x]: X.
[^1]: One.
[^mar:y]: Y.
== essays/b.md
See [](#a:mar1).
`);
    const notes = apparatus.notes.get("a") ?? [];
    expect(notes.map(({ id, mark }) => `${id} ${mark}`)).toEqual(["mar1 a", "n1 1", "mar2 b"]);
    const texts = [...apparatus.references.values()].map(({ text }) => text);
    expect(texts).toEqual(["Doc. 1, marginal note a", "marginal note b"]);
  });

  it("that are for instructors alone are kept from students, and referred to only by instructors", () => {
    const files = `${marginal}
== texts/a.md
One.[^key:1] Two.[^1] See [](#key1).

[^key:1]: The key.
[^1]: One.
`;
    expect(messagesOf(files)).toEqual([
      expect.stringContaining("documents/texts/a.md:7:27 error reference-instructor"),
    ]);
    const [document] = withoutInstructor(editionOf(filesOf(files))).documents;
    expect(document?.notes.map(({ label }) => label)).toEqual(["1"]);
    expect(JSON.stringify(document?.transcription)).not.toContain("key:1");
  });

  it("that are called like another stream's in the same text are warned of", () => {
    const said = messagesOf(`${marginal}
== texts/a.md
One.[^mar:x] Two.[^tx:1] Three.[^mar:y] Four.[^tx:2]

[^mar:x]: X.
[^tx:1]: One.
[^mar:y]: Y.
[^tx:2]: Two.
`);
    expect(said).toEqual([
      `documents/texts/a.md:10:1 warning note-marks-alike: "a" calls a note of the stream "textual" here and one of "marginal" in line 9; give the stream in edition.yaml other marks`,
    ]);
  });
});

it("any streams give every note its own number, in the order of the calls", () => {
  fc.assert(
    fc.property(anyStreams, fc.array(fc.nat({ max: 30 }), { maxLength: 12 }), (added, picks) => {
      const { rows } = streamsOf({ streams: added });
      const labels = picks.map((pick, at) => {
        const prefix = rows[pick % rows.length]?.prefix ?? "";
        return prefix === "" ? `x${at}` : `${prefix}:${at}`;
      });
      const files = {
        "edition.yaml": stringify({ title: "Any", streams: added }),
        "texts/a.md": [
          `---\nid: a\nnumber: 1\ntitle: A\n---\n\nWords${labels.map((label) => `[^${label}]`).join(" ")}`,
          ...labels.map((label) => `[^${label}]: Note ${label}.`),
        ].join("\n\n"),
      };
      const { apparatus } = buildApparatus(editionOf(files));
      const notes = apparatus.notes.get("a") ?? [];
      expect(notes.map(({ note }) => note.label)).toEqual(labels);
      const counts = new Map<string, number>();
      for (const [at, { id, mark, number, stream }] of notes.entries()) {
        const wanted = rows[(picks[at] ?? 0) % rows.length];
        const count = (counts.get(stream.name) ?? 0) + 1;
        counts.set(stream.name, count);
        expect(stream).toEqual(wanted);
        expect(number).toBe(count);
        expect(id).toBe(`${stream.code}${count}`);
        expect(mark).toBe(markOf(stream, count));
      }
    }),
  );
});
