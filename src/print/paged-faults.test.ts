import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type ReadPdf, readPdf } from "./proof/read-pdf.ts";
import { printEdition } from "./testing/print-edition.ts";
import { writeTrickyEdition } from "./testing/tricky-edition.ts";

const many = (count: number, words: string): string => `${words} `.repeat(count);
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** Where Paged.js has lost, doubled or cut text: a document for each. */
const faults: Readonly<Record<string, string>> = {
  "long-note": `One word.[^1] Another.[^2]\n\n${many(80, "The text goes on.")}\n\n[^1]: ${many(900, "Much is noted.")}\n[^2]: Short.`,
  "ten-notes": `Ten${numbers(10)
    .map((at) => `[^n${at}]`)
    .join("")} calls upon one row. ${many(300, "The text goes on.")}\n\n${numbers(10)
    .map((at) => `[^n${at}]: Note ${at} is noted here.`)
    .join("\n")}`,
  "crowd-at-text-start": `${many(120, "Before it.")}*words*[^1] ${many(40, "and so on")}[^2] and[^3] behind.\n\n[^1]: ${many(300, "It is noted.")}\n[^2]: ${many(300, "It is noted.")}\n[^3]: ${many(300, "It is noted.")}`,
  "notes-within": `## A heading[^1]\n\n> Quoted.[^2]\n\n- Listed.[^3]\n\n| One | Two |\n| --- | --- |\n| here[^4] | there |\n\n[^1]: Of a heading.\n[^2]: Of a quotation.\n[^3]: Of a list.\n[^4]: Of a table.\n\n    | Within | a note |\n    | --- | --- |\n    | ${many(500, "tall row")} | x |`,
  "long-table": `| Port | Ships |\n| --- | --- |\n${numbers(110)
    .map((at) => `| Harbour ${at} | ${at} |`)
    .join("\n")}`,
  "long-paragraph": many(700, "This paragraph goes over two pages."),
  "long-word": `${many(290, "Before a long word.")} ${"Anadyr".repeat(67)} ${many(90, "Behind it.")}`,
  "tall-picture": `Before.\n\n![Tall](images/tall.svg "Taller than a page")\n\nBehind.`,
  "other-scripts": `${many(200, "Совершенно секретно.")}\n\nA word, [שלום]{lang=he}, and [מברק]{lang=he}.`,
  "long-code": `Before.[^1]\n\n\`\`\`\n${"x = y;".repeat(300)}\n\`\`\`\n\nBetween.[^2]\n\n\`\`\`\n${numbers(
    60,
  )
    .map((at) => `line ${at} = y;`)
    .join("\n")}\n\`\`\`\n\nBehind it.\n\n[^1]: One.\n[^2]: Two.`,
  "tall-row": `| Port | Ships |\n| --- | --- |\n| ${many(900, "A row of words.")} | here[^1] |\n\n[^1]: ${many(9, "Of the row.")}`,
  "broken-list": `3. ${many(300, "The third.")}\n5. ${many(300, "The fifth.")}\n9. ${many(300, "The ninth.")}`,
  "list-in-quotation": `> Quoted:\n>\n> 1. ${many(120, "First of all.")}\n>    - ${many(300, "Within it.")}\n>    - ${many(120, "And again.")}\n> 2. Second.\n\nBehind it.`,
};

const BEHIND_LONG_NOTE = /long-note\.md:.* print-note-page: .* note 2 does not begin on the page/;

let messages: readonly string[];
let pdf: ReadPdf;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-paged-"));
  const output = path.join(folder, "out");
  const texts = Object.entries(faults).map(([id, text], at) => [
    `texts/${id}.md`,
    `---\nid: ${id}\nnumber: ${at + 4}\ntitle: Hard\n---\n\n${text}\n`,
  ]);
  await writeTrickyEdition(folder, Object.fromEntries(texts));
  for (const images of ["documents/images", "out/images"]) {
    await mkdir(path.join(folder, images), { recursive: true });
    await writeFile(
      path.join(folder, images, "tall.svg"),
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="3000"><rect width="300" height="3000" fill="#ccc"/></svg>`,
    );
  }
  const printed = await printEdition(folder, output);
  messages = printed.messages.filter((message) => message.includes(" print-"));
  pdf = await readPdf(await readFile(path.join(output, "readers/all.pdf")));
  await rm(folder, { recursive: true, force: true });
});

const pagesWith = (words: string): readonly number[] =>
  pdf.pages.flatMap(({ text }, page) =>
    text.replaceAll(/\s+/g, " ").includes(words) ? [page] : [],
  );

describe("what Paged.js loses", () => {
  it("is all printed and proved, with no notes behind their document", () => {
    // Called on one line with a note longer than a page, a note cannot begin there.
    expect(messages.filter((message) => !BEHIND_LONG_NOTE.test(message))).toEqual([]);
  });

  it("goes on with a note longer than a page at the feet of the next pages", () => {
    expect(pagesWith("Much is noted.").length).toBeGreaterThan(1);
  });

  it("prints ten notes of a line below it", () => {
    const [page] = pagesWith("calls upon one row");
    for (const at of numbers(10)) expect(pagesWith(`Note ${at} is noted here.`)).toEqual([page]);
  });

  it("carries a table over pages with all its rows", () => {
    for (const at of numbers(110)) expect(pagesWith(`Harbour ${at} `).length).toBe(1);
  });
});
