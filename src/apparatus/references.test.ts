import { describe, expect, it } from "vitest";
import type { Apparatus } from "./apparatus.ts";
import { buildApparatus } from "./build-apparatus.ts";
import { apparatusOf, editionOf, filesOf } from "./testing/edition-of.ts";

/** What stands in the place of each reference's empty text, by its target. */
function texts({ references }: Apparatus): Readonly<Record<string, string>> {
  return Object.fromEntries([...references].map(([{ target }, { text }]) => [target, text]));
}

describe("an empty reference is filled in", () => {
  it("with the number of a document, and its paragraph, note or named place", () => {
    const apparatus = apparatusOf(`
== texts/a.md
[](#b) [](#b:p2) [](#b:n1) [](#b:tr1) [](#b:armageddon) [](#b:decision) [](#b:aside) [](#b:sheet)

[](#b:in-note)
== texts/b.md
Words.[^1]

[One]{#armageddon}[^tr:1] word.

## The decision {#decision}

::: {.entry #sheet date=1962-06-10}
Words.
:::

::: {.questions}
[Words]{#aside} apart.
:::

[^1]: A [place]{#in-note}.
[^tr:1]: B.
`);
    expect(texts(apparatus)).toEqual({
      b: "Doc. 2",
      "b:p2": "Doc. 2 ¶2",
      "b:n1": "Doc. 2, note 1",
      "b:tr1": "Doc. 2, translator’s note T1",
      "b:armageddon": "Doc. 2 ¶2",
      "b:decision": "Doc. 2, “The decision”",
      "b:aside": "Doc. 2, “Words”",
      "b:sheet": "Doc. 2 ¶3",
      "b:in-note": "Doc. 2, note 1",
    });
  });

  it("without the document's own number within its file", () => {
    const apparatus = apparatusOf(`
== texts/a.md
[](#p2) [](#n1) [](#here) [](#decision) [](#a)

[Words]{#here}.[^1]

## The decision {#decision}

Words.

[^1]: See [](#p1).
`);
    expect(texts(apparatus)).toEqual({
      p1: "¶1",
      p2: "¶2",
      n1: "note 1",
      here: "¶2",
      decision: "The decision",
      a: "Doc. 1",
    });
  });

  it("with the page of the original, whatever paragraph it begins in", () => {
    const apparatus = apparatusOf(`
== texts/a.md
[](#b:page-187) [](#page-12-verso)

One []{.pb n="12 verso"}word.
== texts/b.md
[]{.pb n=187}Words.
`);
    expect(texts(apparatus)).toEqual({
      "b:page-187": "Doc. 2, original p. 187",
      "page-12-verso": "original p. 12 verso",
    });
  });

  it("with names and titles; of a term with its abbreviation", () => {
    const apparatus = apparatusOf(`
== texts/a.md
[](#castro) [](#moscow) [](#tass) [](#cpsu) [](#plenum) [](#method) [](#method:n1) [](#method:marks) [](#week)
== people.yaml
castro: {name: Fidel Castro, sort: "Castro, Fidel"}
== places.yaml
moscow: {name: Moscow}
== organizations.yaml
tass: {name: TASS}
== terms.yaml
cpsu: {name: Communist Party of the Soviet Union, abbreviation: CPSU}
plenum: {name: plenum}
== essays/method.md
title: Editorial Method
---
## Marks {#marks}

Words.[^1]

[^1]: A.
== readers/week.md
title: Week One
---
Words.
`);
    expect(texts(apparatus)).toEqual({
      castro: "Fidel Castro",
      moscow: "Moscow",
      tass: "TASS",
      cpsu: "CPSU",
      plenum: "plenum",
      method: "Editorial Method",
      "method:n1": "Editorial Method, note 1",
      "method:marks": "Editorial Method, “Marks”",
      week: "Week One",
    });
  });
});

describe("a reference without a colon", () => {
  const files = `
== texts/a.md
[](#introduction)
== essays/introduction.md
[](#introduction)

## Introduction {#introduction}
`;

  it("leads to a place that its own file names, before anything of the edition", () => {
    const found = [...apparatusOf(files).references].map(([{ place }, { entity, coordinate }]) => [
      place.file,
      entity.id,
      coordinate,
    ]);
    expect(found).toEqual([
      ["documents/essays/introduction.md", "introduction", { kind: "anchor", id: "introduction" }],
      ["documents/texts/a.md", "introduction", undefined],
    ]);
  });
});

describe("what leads to nothing", () => {
  it("is left out, and the rest is there", () => {
    const { apparatus } = buildApparatus(
      editionOf(filesOf("== texts/a.md\n[](#nothing) [](#a:p9) [](#p1) [](#a)\n")),
    );
    expect(texts(apparatus)).toEqual({ p1: "¶1", a: "Doc. 1" });
  });
});
