import { describe, expect, it } from "vitest";
import { writeCoordinate } from "../edition/coordinates.ts";
import type { Apparatus, Backlink } from "./apparatus.ts";
import { apparatusOf } from "./testing/edition-of.ts";

function written({ from, coordinate }: Backlink): string {
  return coordinate ? `${from.id}:${writeCoordinate(coordinate)}` : from.id;
}

function referringTo(id: string, { backlinks }: Apparatus): readonly string[] {
  return (backlinks.get(id) ?? []).map(written);
}

describe("what refers to something", () => {
  it("is listed with its paragraph or note, each place once, in reading order", () => {
    const apparatus = apparatusOf(`
== texts/a.md
Nothing.

One[^1] and [](#castro), [Fidel](#castro).

Two: [](#castro).

[^1]: Of [](#castro) and again [](#castro).
== people.yaml
castro: {name: Fidel Castro}
`);
    expect(referringTo("castro", apparatus)).toEqual(["a:p2", "a:n1", "a:p3"]);
  });

  it("stands in the order of the edition: documents by date, then essays, readers and the registers", () => {
    const apparatus = apparatusOf(`
== texts/a.md
date: 1963
---
[](#castro)
== texts/b.md
date: 1962
---
[](#castro)
== texts/c.md
[](#castro)
== essays/method.md
order: 2
---
[](#castro)
== essays/introduction.md
order: 1
---
[](#castro)
== readers/week.md
[](#castro)
== people.yaml
castro: {name: Fidel Castro}
mao: {name: Mao Zedong, description: "No friend of [](#castro)."}
== essays/on-mao.md
[](#mao)
`);
    expect(referringTo("castro", apparatus)).toEqual([
      "b:p1",
      "a:p1",
      "c:p1",
      "introduction",
      "method",
      "week",
      "mao",
    ]);
  });

  it("names the document as a whole for front matter, abstract, headnote and questions", () => {
    const apparatus = apparatusOf(`
== texts/a.md
authors: castro
people: [castro, mao]
places: [havana]
place: havana
abstract: Of [](#mao) and [](#tass).
---
::: {.headnote}
Of [](#mao).
:::

Words of [](#mao).

::: {.questions}
What of [](#mao) and [](#cuba)?
:::
== people.yaml
castro: {name: Fidel Castro}
mao: {name: Mao Zedong}
== places.yaml
havana: {name: Havana}
cuba: {name: Cuba}
== organizations.yaml
tass: {name: TASS}
`);
    expect(referringTo("castro", apparatus)).toEqual(["a"]);
    expect(referringTo("mao", apparatus)).toEqual(["a", "a:p1"]);
    expect(referringTo("havana", apparatus)).toEqual(["a"]);
    expect(referringTo("cuba", apparatus)).toEqual(["a"]);
    expect(referringTo("tass", apparatus)).toEqual(["a"]);
  });

  it("is not the thing itself", () => {
    const apparatus = apparatusOf(`
== texts/a.md
See [](#p1) and [](#a).
`);
    expect(referringTo("a", apparatus)).toEqual([]);
  });

  it("can be another document", () => {
    const apparatus = apparatusOf(`
== texts/a.md
See [](#b:p1).
== texts/b.md
Words.[^1]

[^1]: See [](#a).
`);
    expect(referringTo("a", apparatus)).toEqual(["b:n1"]);
    expect(referringTo("b", apparatus)).toEqual(["a:p1"]);
  });

  it("is found in lists, tables, headings and entries of a sheet", () => {
    const apparatus = apparatusOf(`
== texts/a.md
## Of [](#castro)

- Words

  of [](#castro)

| Of [](#castro) |
| --- |
| of [](#castro) |

::: {.entry date=1962-06-10}
Of [](#castro).
:::
== people.yaml
castro: {name: Fidel Castro}
`);
    expect(referringTo("castro", apparatus)).toEqual(["a", "a:p2", "a:p3", "a:p4"]);
  });
});

describe("what a text mentions", () => {
  it("is listed by heading, from front matter and text", () => {
    const { mentioned } = apparatusOf(`
== texts/a.md
authors: mao
---
Of [](#cpsu), [](#castro), [](#b) and [](#castro).
== texts/b.md
Words.
== people.yaml
mao: {name: Mao Zedong}
castro: {name: Fidel Castro, sort: "Castro, Fidel"}
== terms.yaml
cpsu: {name: Communist Party of the Soviet Union, abbreviation: CPSU}
`);
    expect(mentioned.get("a")?.map(({ id }) => id)).toEqual(["castro", "cpsu", "mao"]);
    expect(mentioned.get("b")).toEqual([]);
  });
});
