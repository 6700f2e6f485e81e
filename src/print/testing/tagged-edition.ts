import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/*
 * An edition that holds whatever a PDF's structure has a word for, much of it broken over pages.
 */

/** About 90 words that belong to one name. */
function prose(name: string, sentences = 6): string {
  return Array.from(
    { length: sentences },
    (_, at) => `Sentence ${at + 1} of ${name} tells what was said in the hall that afternoon.`,
  ).join(" ");
}

function rows(count: number, row: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => row(at + 1)).join("\n");
}

const report = `---
id: report
number: 1
title: A Report on Everything
date: 1962-05-24
languages: ru
---

::: {.headnote}
What the editors say first[^head], with [слово]{lang=ru} in another language.
:::

## The first part

${prose("one", 40)}[^long]

The second paragraph has *an emphasis* and a reference to [](#letter:p1)[^two].

### A part of the part

${rows(30, (at) => `${at}. Entry ${at} of the list[^e${at}].\n\n    ${prose(`entry ${at}`, 3)}\n`)}

> ${prose("a quotation", 40)}[^quoted]
>
> ${prose("its second paragraph", 10)}

| Port | Ships | What was unloaded |
| ---- | ----: | ----------------- |
${rows(60, (at) => `| Port ${at} | ${at * 3} | ${at === 7 ? "a note in a cell[^cell]" : `cargo ${at}`} |`)}

![A map of the island with four harbors](images/map.png "The island, drawn by hand.")

${prose("the end", 12)}

::: {.questions}
1. What was said?
2. By whom?
:::

[^head]: Of the headnote.
[^long]: ${prose("a long note", 14)}

    - one point
    - another point

    ![A stamp](images/map.png)

    | a | b |
    | - | - |
    | c | d |
[^two]: As in [](#letter).
${rows(30, (at) => `[^e${at}]: Note of entry ${at}. ${prose(`note ${at}`, 1 + (at % 3))}`)}
[^quoted]: Of the quotation.
[^cell]: Of the cell.
`;

const letter = `---
id: letter
number: 2
title: A Letter
date: 1962-06-10
languages: fr
---

Cette lettre fut écrite à Genève[^1].

[^1]: Written in Geneva.
[^src]: The archive of the letter.
`;

/** A picture of one point. */
const MAP =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const files: Readonly<Record<string, string | Uint8Array>> = {
  "edition.yaml": `title: Everything
document-pdfs: false
editors: [A. Editor]
language: en
date: "2026-01-31"
paper: a4
licence: { name: CC BY 4.0 }
`,
  "texts/report.md": report,
  "texts/letter.md": letter,
  "essays/introduction.md": `---
id: introduction
title: Introduction
role: introduction
---

An introduction, with a note[^1].

[^1]: Of the introduction.
`,
  "readers/all.md": `---
id: all
title: A Reader of Everything
---

Read all of it.
`,
  "images/map.png": Buffer.from(MAP, "base64"),
};

/** Writes the edition into a folder. */
export async function writeTaggedEdition(folder: string): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, "documents", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
