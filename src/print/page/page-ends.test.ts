import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type ReadPdf, readPdf } from "../proof/read-pdf.ts";
import { printEdition } from "../testing/print-edition.ts";

const numbers = Array.from({ length: 24 }, (_, at) => at + 1);

/** Sheets to fill in, each with a word before it on what it is for, after more text or less. */
const sheets = numbers.map(
  (number) =>
    `${"It is told at length. ".repeat((number * 5) % 13)}\n\nFill in sheet ${number}.\n\n::: {.worksheet name=HIPP title="Sheet ${number}:" lines=1}\n:::`,
);

/** Weeks whose list of readings ends at every height of a page. */
const weeks = numbers.map((number) => {
  const lines = Array.from({ length: 10 + number }, () => "A line of its own,").join("\\\n");
  return `::: {.week title="Week of ${number}"}\n${lines}\n\n::: {.reading of=brief-${number} purpose="To read number ${number}."}\n:::\n:::`;
});

/** A packet of these weeks. */
let packet: ReadPdf;

/** Documents of which an abstract alone is printed, one below the other: every kind of place in a head meets a page's end. */
let pdf: ReadPdf;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-page-ends-"));
  try {
    const files: Record<string, string> = {
      "edition.yaml": "title: Ends\ndocument-pdfs: false\nlanguage: en\npaper: letter\n",
      "readers/all.md": `---\nid: all\ntitle: All\n---\n\nRead it.\n\n${sheets.join("\n\n")}\n`,
    };
    files["readers/weeks.md"] =
      `---\nid: weeks\ntitle: Weeks\nweekly: false\nbring: Paper.\n---\n\n${weeks.join("\n\n")}\n`;
    for (const number of numbers) {
      const abstract = "What it says in a sentence or in several. ".repeat((number * 3) % 17);
      files[`texts/brief-${number}.md`] =
        `---\nid: brief-${number}\nnumber: ${number}\ntitle: Brief ${number}\nstatus: calendared\ndate: 1962-10-24\ndate-note: Dated by clerk ${number}.\nabstract: Abstract ${number}. ${abstract.trim()}\n---\n`;
    }
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, "documents", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await printEdition(folder, path.join(folder, "out"));
    pdf = await readPdf(await readFile(path.join(folder, "out/readers/all.pdf")));
    packet = await readPdf(await readFile(path.join(folder, "out/readers/weeks.pdf")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The pages on which some words stand, from 0. */
const pagesWith = (words: string): readonly number[] =>
  pdf.pages.flatMap(({ text }, page) =>
    text.replaceAll(/\s+/g, " ").includes(words) ? [page] : [],
  );

it("holds what a worksheet is for together with it", () => {
  for (const number of numbers) {
    const page = pagesWith(`Fill in sheet ${number}.`);
    expect(page).toHaveLength(1);
    expect([number, ...page]).toEqual([number, ...pagesWith(`Sheet ${number}:`)]);
  }
});

it("holds what to bring together with the last of a week's readings", () => {
  const texts = packet.pages.map(({ text }) => text.replaceAll(/\s+/g, " "));
  const brings = texts.filter((text) => text.includes("Bring: Paper."));
  // The title page says it once more.
  expect(brings).toHaveLength(numbers.length + 1);
  for (const text of brings.slice(1)) expect(text).toMatch(/To read number \d+\. Bring: Paper\./);
});

describe("a document's head at a page's end", () => {
  it("is led to on the page where it stands, though it is moved there from the page before", () => {
    for (const number of numbers) {
      const page = pdf.places.get(`brief-${number}`)?.page;
      const head = pdf.bookmarks.find(({ title }) => title === `${number}. Brief ${number}`)?.page;
      expect(page).toBeDefined();
      expect([number, page]).toEqual([number, head]);
    }
  });

  it("holds its title, its date and the date's note together with what follows", () => {
    for (const number of numbers) {
      const page = pdf.places.get(`brief-${number}`)?.page;
      expect([number, ...pagesWith(`Dated by clerk ${number}.`)]).toEqual([number, page]);
      expect([number, ...pagesWith(`Abstract ${number}.`)]).toEqual([number, page]);
    }
  });
});
