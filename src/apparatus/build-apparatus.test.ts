import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCoordinate } from "../edition/coordinates.ts";
import type { Edition } from "../edition/edition.ts";
import { withoutInstructor } from "../edition/without-instructor.ts";
import type { Apparatus, Backlink } from "./apparatus.ts";
import { buildApparatus } from "./build-apparatus.ts";
import { apparatusOf, editionOf, filesOf } from "./testing/edition-of.ts";

describe("the marks of a text", () => {
  const { acts, streams } = apparatusOf(`
== texts/a.md
::: {.headnote}
A note.[^1]
:::

[illegible]{.gap} and [Castro]{.supplied}.[^tr:1]

[^1]: A.
[^tr:1]: Rather [May]{.corr sic=Many}.
== texts/b.md
Words.
== essays/c.md
So [written]{.sic}.
`);

  it("are its acts, those in notes too", () => {
    expect(acts.get("a")).toEqual(new Set(["gap", "supplied", "corr"]));
    expect(acts.get("b")).toEqual(new Set());
    expect(acts.get("c")).toEqual(new Set(["sic"]));
  });

  it("are the streams of its notes", () => {
    expect(streams.get("a")).toEqual(new Set(["editor", "translator"]));
    expect(streams.get("b")).toEqual(new Set());
  });
});

describe("what students get", () => {
  const edition = editionOf(
    filesOf(`
== texts/a.md
Words.[^1]

::: {.instructor}
Words.[^2] [[](#castro)]{#plan}
:::

[^1]: A.
[^2]: Of [](#b), [](#castro) and [Mao]{.supplied}.
== texts/b.md
Words of [Castro](#castro).
== people.yaml
castro: {name: Fidel Castro}
`),
  );
  const { apparatus, diagnostics } = buildApparatus(withoutInstructor(edition));

  it("holds nothing of a note that is called only where instructors read", () => {
    expect(diagnostics).toEqual([]);
    expect(apparatus.notes.get("a")?.map(({ id }) => id)).toEqual(["n1"]);
    expect(apparatus.acts.get("a")).toEqual(new Set());
    expect(apparatus.backlinks.get("b")).toBeUndefined();
    expect(apparatus.backlinks.get("castro")?.map(({ from }) => from.id)).toEqual(["b"]);
    expect(apparatus.mentioned.get("a")).toEqual([]);
  });

  it("has the same coordinates as what instructors get", () => {
    const whole = buildApparatus(edition).apparatus.notes.get("a") ?? [];
    const ids = new Map(whole.map(({ note, id }) => [note.label, id]));
    expect(apparatus.notes.get("a")?.map(({ note, id }) => [note.label, id])).toEqual([
      ["1", ids.get("1")],
    ]);
  });
});

describe("two things with one id", () => {
  const edition = editionOf(
    filesOf(`
== texts/a.md
id: same
---
See [](#same:p2).
== texts/b.md
id: same
---
One, and [](#nothing).

Two.
`),
  );

  it("leave the edition with the first, and both are checked", () => {
    const { apparatus, diagnostics } = buildApparatus(edition);
    expect(apparatus.documents.map(({ file }) => file)).toEqual(["documents/texts/a.md"]);
    expect(diagnostics.map(({ place, rule }) => `${place.file}:${place.line} ${rule}`)).toEqual([
      "documents/texts/a.md:7 reference-unknown",
      "documents/texts/b.md:4 id-duplicate",
      "documents/texts/b.md:7 reference-unknown",
    ]);
  });
});

/** A small edition with something of everything, and some mistakes. */
const EXAMPLE = `
== texts/a.md
date: 1962-10
authors: castro
---
[](#castro), [CPSU](#cpsu), [](#b:p1), [](#b:p9), [Doc. 7](#b).[^1]

[^1]: [](#method) and [](#castro).
== texts/b.md
number: 1
date: 1962-05
---
[](#cpsu) and [](#here), [here]{#here}.

::: {.entry date=1962-10-03}
[](#a)
:::
== texts/c.md
id: a
---
Words of [](#mao).
== texts/d.md
Words of [](#rashidov), [](#unknown).
== essays/method.md
[](#castro) [](#cpsu) [](#a)
== essays/introduction.md
[](#castro) [](#cpsu) [](#a)
== readers/week.md
readings: [a, b, a]
---
Words.
== people.yaml
castro: {name: Fidel Castro}
mao: {name: Mao Zedong, description: "Of [](#castro)"}
rashidov: {name: Rashidov}
== terms.yaml
cpsu: {name: Communist Party of the Soviet Union, abbreviation: CPSU}
mao: {name: the thought}
`;

describe("the order of the files", () => {
  const edition = editionOf(filesOf(EXAMPLE));
  const { documents, essays, readers, register } = edition;
  const anyOrder = <Value>(values: readonly Value[]): fc.Arbitrary<readonly Value[]> =>
    fc.shuffledSubarray([...values], { minLength: values.length });
  const shuffled: fc.Arbitrary<Edition> = fc
    .tuple(anyOrder(documents), anyOrder(essays), anyOrder(readers), anyOrder(register))
    .map(([d, e, r, g]) => ({ ...edition, documents: d, essays: e, readers: r, register: g }));

  it("does not matter, for the apparatus nor for the messages", () => {
    const expected = buildApparatus(edition);
    expect(expected.diagnostics.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(shuffled, (other) => {
        const built = buildApparatus(other);
        expect(built.diagnostics).toEqual(expected.diagnostics);
        expect(written(built.apparatus)).toEqual(written(expected.apparatus));
      }),
    );
  });
});

/** An apparatus by ids, in its own order. */
function written(apparatus: Apparatus): unknown {
  const link = ({ from, coordinate }: Backlink): string =>
    `${from.file} ${from.id} ${coordinate ? writeCoordinate(coordinate) : ""}`;
  const byId = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
    a[0] < b[0] ? -1 : 1;
  return {
    documents: apparatus.documents.map(({ file }) => file),
    byId: [...apparatus.byId].map(([id, { file }]) => [id, file] as const).sort(byId),
    references: [...apparatus.references].map(([{ place }, { text }]) => [place, text]),
    notes: [...apparatus.notes].map(([id, notes]) => [id, notes.map((note) => note.id)]),
    backlinks: [...apparatus.backlinks].map(([id, links]) => [id, links.map(link)]),
    mentioned: [...apparatus.mentioned].map(([id, entries]) => [id, entries.map((one) => one.id)]),
    firstMentions: [...apparatus.firstMentions].map(({ place }) => place),
    indexes: Object.values(apparatus.indexes).map((lines) =>
      lines.map(({ heading, mentions }) => [heading, mentions.map(link)]),
    ),
    chronology: apparatus.chronology.map(({ date, title }) => `${date.shown} ${title}`),
    acts: [...apparatus.acts],
    streams: [...apparatus.streams],
  };
}
