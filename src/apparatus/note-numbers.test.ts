import { describe, expect, it } from "vitest";
import { apparatusOf } from "./testing/edition-of.ts";

/** The notes of a document in the order of their calls: label, id, mark. */
function notesOf(text: string): readonly string[] {
  const { notes } = apparatusOf(`== texts/a.md\n${text}\n`);
  return (notes.get("a") ?? []).map(({ note, id, mark }) => `${note.label} ${id} ${mark}`);
}

describe("notes are numbered", () => {
  it("in the order of their calls, not of their definitions", () => {
    expect(notesOf("One.[^b] Two.[^a]\n\n[^a]: A.\n[^b]: B.")).toEqual(["b n1 1", "a n2 2"]);
  });

  it("each stream for itself", () => {
    const text =
      "One[^1] two[^tr:1] three[^tx:1] four[^2] five[^tr:2] six[^orig:1] seven[^src] eight[^in:1].\n\n" +
      "[^1]: A.\n[^2]: A.\n[^tr:1]: A.\n[^tr:2]: A.\n[^tx:1]: A.\n[^orig:1]: A.\n[^src]: A.\n[^in:1]: A.";
    expect(notesOf(text)).toEqual([
      "1 n1 1",
      "tr:1 tr1 T1",
      "tx:1 tx1 a",
      "2 n2 2",
      "tr:2 tr2 T2",
      "orig:1 o1 *",
      "src s1 S1",
      "in:1 in1 I1",
    ]);
  });

  it("through headnote, transcription and questions, wherever these stand in the file", () => {
    const text = `::: {.headnote}
Head.[^h]
:::

One.[^1]

::: {.context}
Context.[^c]
:::

Two.[^2]

::: {.questions}
Question?[^q]
:::

[^1]: A.
[^2]: A.
[^c]: A.
[^h]: A.
[^q]: A.`;
    expect(notesOf(text)).toEqual(["h n1 1", "1 n2 2", "c n3 3", "2 n4 4", "q n5 5"]);
  });

  it("through headings, lists, quotations and tables, with the head of a table first", () => {
    const text = `## Heading[^h]

1. One[^l1]
2. Two[^l2]

> Quoted[^quote]

| Name[^t1] | Rank |
| --- | --- |
| Ivanov | General[^t2] |

[^h]: A.
[^l1]: A.
[^l2]: A.
[^quote]: A.
[^t1]: A.
[^t2]: A.`;
    expect(notesOf(text)).toEqual([
      "h n1 1",
      "l1 n2 2",
      "l2 n3 3",
      "quote n4 4",
      "t1 n5 5",
      "t2 n6 6",
    ]);
  });

  it("in emphasis, acts and references as elsewhere", () => {
    const text = "*One[^1]* [two[^2]]{.supplied} [three[^3]](#a).\n\n[^1]: A.\n[^2]: A.\n[^3]: A.";
    expect(notesOf(text)).toEqual(["1 n1 1", "2 n2 2", "3 n3 3"]);
  });

  it("last where only instructors read, so that students have the same numbers", () => {
    const text = `Words.[^1]

::: {.instructor}
Words.[^2]
:::

::: {.questions}
Words?[^3]
:::

[^1]: A.
[^2]: A.
[^3]: A.`;
    expect(notesOf(text)).toEqual(["1 n1 1", "3 n2 2", "2 n3 3"]);
  });

  it("anew in each file", () => {
    const { notes } = apparatusOf(`
== texts/a.md
One.[^1]

[^1]: A.
== texts/b.md
One.[^1]

[^1]: B.
== essays/c.md
One.[^1]

[^1]: C.
== readers/d.md
One.[^1]

[^1]: D.
`);
    const ids = ["a", "b", "c", "d"].map((id) => notes.get(id)?.map((note) => note.id));
    expect(ids).toEqual([["n1"], ["n1"], ["n1"], ["n1"]]);
  });
});

describe("a call", () => {
  it("knows its note", () => {
    const { calls } = apparatusOf("== texts/a.md\nOne.[^b] Two.[^a]\n\n[^a]: A.\n[^b]: B.\n");
    expect([...calls].map(([{ label }, { id }]) => [label, id])).toEqual([
      ["b", "n1"],
      ["a", "n2"],
    ]);
  });
});
