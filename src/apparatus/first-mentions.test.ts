import { describe, expect, it } from "vitest";
import { plainText } from "../edition/walk.ts";
import { apparatusOf } from "./testing/edition-of.ts";

const TERMS = `
== terms.yaml
cpsu: {name: Communist Party of the Soviet Union, abbreviation: CPSU}
cc: {name: Central Committee, abbreviation: CC}
plenum: {name: plenum}
`;

/** The references that expand an abbreviation, as `file line:text`. */
function expanded(example: string): readonly string[] {
  const { firstMentions } = apparatusOf(`${example}${TERMS}`);
  return [...firstMentions].map(
    ({ place, children, target }) =>
      `${place.file.replace(/^.*\//u, "")} ${plainText(children) || `#${target}`}`,
  );
}

describe("an abbreviation is expanded", () => {
  it("where a text first mentions it, and only there", () => {
    expect(
      expanded("== texts/a.md\nThe [CPSU](#cpsu), the [Party](#cpsu), [](#cc), [CC](#cc).\n"),
    ).toEqual(["a.md CPSU", "a.md #cc"]);
  });

  it("in each document, essay and reader anew", () => {
    expect(
      expanded(
        "== texts/a.md\n[A](#cpsu)\n== texts/b.md\n[B](#cpsu)\n== essays/c.md\n[C](#cpsu)\n== readers/d.md\n[D](#cpsu)\n",
      ),
    ).toEqual(["a.md A", "b.md B", "c.md C", "d.md D"]);
  });

  it("in reading order: first in the headnote, in a note behind its paragraph", () => {
    expect(
      expanded(`== texts/a.md
::: {.headnote}
Of the [headnote](#cc).
:::

One.[^1] Two of the [paragraph](#cpsu).

Three of the [text](#cc).

[^1]: Of the [note](#cpsu).
`),
    ).toEqual(["a.md headnote", "a.md paragraph"]);
  });

  it("apart in an abstract and for the instructor, which are read without the rest", () => {
    expect(
      expanded(`== texts/a.md
abstract: Of the [abstract](#cpsu), the [second](#cpsu).
---
Of the [text](#cpsu).[^in:1]

::: {.instructor}
Of the [instructor](#cpsu).
:::

[^in:1]: Of the [instructor's note](#cpsu).
`),
    ).toEqual(["a.md abstract", "a.md text", "a.md instructor's note"]);
  });

  it("not where the text gives the name, but where it then gives the abbreviation", () => {
    expect(
      expanded(
        "== texts/a.md\nThe [Communist Party of the Soviet Union](#cpsu), the [CPSU](#cpsu), the [CPSU](#cpsu).\n",
      ),
    ).toEqual(["a.md CPSU"]);
  });

  it("not where the document itself is explained at once, nor after that", () => {
    expect(
      expanded("== texts/a.md\nThe [CC](#cc) [Central Committee]{.expan} and the [CC](#cc).\n"),
    ).toEqual([]);
    expect(expanded("== texts/a.md\nThe [CC](#cc) of the [Central Committee]{.expan}.\n")).toEqual([
      "a.md CC",
    ]);
  });

  it("only if it is one: a term without an abbreviation is not", () => {
    expect(expanded("== texts/a.md\nThe [plenum](#plenum).\n")).toEqual([]);
  });
});
