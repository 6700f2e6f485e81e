import { describe, expect, it } from "vitest";
import { apparatusOf } from "../apparatus/testing/edition-of.ts";
import { readRanges } from "../edition/paragraph-ranges.ts";
import { excerptOf } from "./excerpt.ts";
import { placesOfReading } from "./held-places.ts";

const apparatus = apparatusOf(`== texts/letter.md
::: {.headnote}
Before, with a [place]{#before}.
:::

One []{.pb n=12}.[^1]

## A heading {#heading}

[Two]{#two}.[^tx:1]

| a |
|---|
| 3 |

[^1]: With [a place]{#inside}.

[^tx:1]: Textual.

[^src]: The archive.
`);

function placesOf(paragraphs: string): readonly string[] {
  const letter = apparatus.byId.get("letter");
  const read = readRanges(paragraphs);
  if (letter?.kind !== "document" || !("ranges" in read)) throw new Error(paragraphs);
  return [...placesOfReading(excerptOf(letter, read.ranges), apparatus)].sort();
}

describe("places to which references can lead", () => {
  it("are paragraphs, notes, named places and pages of what is held", () => {
    expect(placesOf("p1-p3")).toEqual(
      ["before", "heading", "inside", "n1", "p1", "p2", "p3", "page-12", "s1", "two", "tx1"].sort(),
    );
  });

  it("are none of what an excerpt leaves out, but for where its page of the original begins", () => {
    expect(placesOf("p2")).toEqual(
      ["before", "heading", "p2", "page-12", "s1", "two", "tx1"].sort(),
    );
    expect(placesOf("p3")).toEqual(["before", "p3", "page-12", "s1"].sort());
  });
});
