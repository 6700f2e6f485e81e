import { describe, expect, it } from "vitest";
import { writeCoordinate } from "../edition/coordinates.ts";
import { apparatusOf } from "./testing/edition-of.ts";

/** The chronology, a line each: date, document, paragraph of an entry, title. */
function chronology(example: string): readonly string[] {
  return apparatusOf(example).chronology.map(({ date, document, coordinate, title, entry }) => {
    const place = coordinate ? `:${writeCoordinate(coordinate)}` : "";
    return `${date.shown} ${document.id}${place} ${title}${entry ? " (entry)" : ""}`;
  });
}

describe("the chronology", () => {
  it("has every dated document, by date, then by number", () => {
    expect(
      chronology(`
== texts/a.md
date: 1964-10
---
Words.
== texts/b.md
date: 1962-10-22/1962-10-28
---
Words.
== texts/c.md
Words.
== texts/d.md
date: 1962-10-22
---
Words.
== texts/e.md
date: ../1962-10-25
---
Words.
`),
    ).toEqual([
      "22–28 October 1962 b The b",
      "22 October 1962 d The d",
      "until 25 October 1962 e The e",
      "October 1964 a The a",
    ]);
  });

  it("has the dated entries of a sheet among other documents", () => {
    expect(
      chronology(`
== texts/a.md
title: Notes on the Back of a Memorandum
short-title: Notes
date: 1962-05-24
---
::: {.entry date=1962-05-24 title="The decision"}
One.
:::

::: {.entry date=1962-05-25}
Two.
:::

::: {.entry date=1962-06-10}
## The travelers report

Three.
:::

::: {.entry}
Without a date.
:::

::: {.attachment date=1962-05-01}
Five.
:::
== texts/b.md
date: 1962-06-01
---
Words.
`),
    ).toEqual([
      "1 May 1962 a:p5 Attachment to “Notes” (entry)",
      "24 May 1962 a Notes on the Back of a Memorandum",
      "25 May 1962 a:p2 Entry in “Notes” (entry)",
      "1 June 1962 b The b",
      "10 June 1962 a:p3 The travelers report (entry)",
    ]);
  });

  it("has entries of a document that is itself not dated, and entries within entries", () => {
    expect(
      chronology(`
== texts/a.md
:::: {.entry date=1962-05-24 title="Outer"}
One.

::: {.attachment date=1962-05-20 title="Inner"}
Two.
:::
::::
`),
    ).toEqual(["20 May 1962 a:p2 Inner (entry)", "24 May 1962 a:p1 Outer (entry)"]);
  });

  it("keeps a first entry whose date is not the document’s", () => {
    expect(
      chronology(`
== texts/a.md
date: 1962-05
---
::: {.entry date=1962-05-24 title="The decision"}
One.
:::
`),
    ).toEqual(["May 1962 a The a", "24 May 1962 a:p1 The decision (entry)"]);
  });
});
