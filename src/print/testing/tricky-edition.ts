import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/*
 * An edition of two documents and a calendared one that holds what is hard to print. Each
 * paragraph has words of its own, so that one that is lost or doubled can be told.
 */

/** Some forty words that belong to one number: a reader would not miss them, a comparison does. */
function prose(number: number, sentences = 4): string {
  const said: string[] = [];
  for (let at = 1; at <= sentences; at += 1) {
    said.push(`Sentence ${at} of ${number} says what the Presidium heard that afternoon.`);
  }
  return said.join(" ");
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

const LONG_WORD = "Anadyr".repeat(67).slice(0, 400);

const tricky = `---
id: tricky
number: 1
title: Everything That Is Hard to Print, Gathered on One Sheet
short-title: Everything Hard
date: 1962-05-24
languages: ru
authors: ivanov
---

::: {.headnote}
A headnote with a note[^head] and a mention of [Ivanov](#ivanov). See [](#second:p2).
:::

## A heading with a note[^heading]

${prose(1)}[^several]

${prose(2, 60)}

Ten notes on a line[^a] and[^b] another[^c] and[^d] another[^e] and[^f] another[^g] and[^h] another[^i] and[^j].

> A quotation with a note[^quoted] of the translator[^tr:1].

1. First entry[^listed].

   A second paragraph of it.

7. Seventh entry.

   - Nested, with a note[^nested].

     > And a quotation in it.

Совершенно секретно: заседание Президиума ЦК КПСС[^russian] о мероприятиях на Кубе.

A word that no line can hold: ${LONG_WORD}.

| Port | Ships | Remarks |
| ---- | ----: | ------- |
${numbers(70)
  .map(
    (row) =>
      `| Port ${row} | ${row * 3} | ${row === 40 ? "a note in a table[^cell]" : `row ${row}`} |`,
  )
  .join("\n")}

[]{.pb n=188}After the table[^tx:1] a word [Castro]{.supplied} supplied, and [gone]{.del} words, cf. [Doc. 2](#second).

${numbers(24)
  .map((number) => `${prose(number + 100)}[^run${number}]`)
  .join("\n\n")}

::: {.questions}
1. What was hard?
2. What was lost, if anything?
:::

[^head]: A note of the headnote.
[^heading]: A note of a heading.
[^several]: ${prose(201, 2)}

    A second paragraph of the note, with a list:

    1. one
    2. two

    > and a quotation.

${"abcdefghij"
  .split("")
  .map(
    (label) =>
      `[^${label}]: Note ${label} of ten, with some words so that it takes more than a line of the page’s foot, as notes do.`,
  )
  .join("\n")}
[^quoted]: In a quotation; see [](#p2).
[^tr:1]: The translator speaks.
[^tx:1]: The text is torn here.
[^listed]: In a list.
[^nested]: In a nested list.
[^russian]: По-русски: особая важность.
[^cell]: In a table, which goes over pages.
${numbers(24)
  .map((number) => `[^run${number}]: ${prose(number + 300, 1 + (number % 4))}`)
  .join("\n")}
`;

const second = `---
id: second
number: 2
title: A Second Document
date: 1962-06-10
place: Moscow
languages: ru
---

It refers to [](#tricky:p2) and to a note, [](#tricky:n1)[^1].

The second paragraph mentions [Ivanov](#ivanov) and the [CC](#cc)[^long].

[^src]: The archive of the second document, fond 89; see [](#second:s2).

    A second paragraph of its source note.
[^src:2]: Nobody calls this note either.
[^1]: As in [](#tricky).
[^long]: ${prose(400, 60)}

    And a last paragraph of the long note.
`;

const third = `---
id: third
number: 3
title: A Document of Which an Abstract Is Given
status: calendared
date: 1962-10
abstract: What it says in a sentence, compared with [](#tricky).
---

[^src]: Known from a list alone.
`;

const files: Readonly<Record<string, string>> = {
  "edition.yaml": `title: Hard to Print
document-pdfs: false
subtitle: A Test
editors: [A. Editor]
language: en
date: "2026-01-31"
paper: letter
licence: { name: CC BY 4.0 }
`,
  "people.yaml": `ivanov: { name: Semyon Ivanov, sort: "Ivanov, Semyon", role: General }\n`,
  "terms.yaml": `cc: { name: Central Committee, abbreviation: CC }\n`,
  "texts/tricky.md": tricky,
  "texts/second.md": second,
  "texts/third.md": third,
  "essays/introduction.md": `---
id: introduction
title: Introduction
role: introduction
---

An introduction that leads to [](#tricky:p30) and [](#second).
`,
  "readers/all.md": `---
id: all
title: A Reader of All That Is Hard
---

Read all of it.
`,
};

/** Writes the edition into a folder; `changes` replace files or add some. */
export async function writeTrickyEdition(
  folder: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    const file = path.join(folder, "documents", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
