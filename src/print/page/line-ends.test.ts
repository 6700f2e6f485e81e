import { mkdtemp, readFile, rm, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printEdition } from "../testing/print-edition.ts";

/** A line on a page: its words, how far it stands from the page's foot, and how large they are, in points. */
interface Line {
  readonly words: string;
  readonly height: number;
  readonly size: number;
}

let folder: string;
let messages: readonly string[];
/** The lines of each page, from its head down. */
let pages: readonly (readonly Line[])[];

const WORDS =
  "representatives considered extraordinary responsibilities regarding international negotiations notwithstanding comprehensive preparations understanding circumstances particularly".split(
    " ",
  );

/** Sentences of long words, of all lengths, so that lines and pages end at every place of a word. */
function paragraph(number: number): string {
  const words: string[] = [];
  for (let at = 0; at < 70 + (number % 7); at += 1) {
    words.push(
      WORDS[(number * 7 + at * (1 + (number % 3))) % WORDS.length] ?? "",
      "of".slice(at % 3),
    );
  }
  return `${words.filter((word) => word !== "").join(" ")}.[^${number}]`;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-line-ends-"));
  const numbers = Array.from({ length: 40 }, (_, at) => at + 1);
  const files = {
    "edition.yaml": "title: Lines\ndocument-pdfs: false\nlanguage: en\npaper: a4\n",
    "readers/all.md": "---\nid: all\ntitle: All\n---\n\nRead it.\n",
    "texts/long.md": `---\nid: long\nnumber: 1\ntitle: Long Words\n---\n\n${numbers
      .map(paragraph)
      .join("\n\n")}\n\n${numbers
      .map(
        (number) =>
          `[^${number}]: Note ${number}; see [the page](https://example.org/documents/of/an/archive/of/${number}).`,
      )
      .join("\n")}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, "documents", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  ({ messages } = await printEdition(folder, path.join(folder, "out")));
  pages = await linesOf(await readFile(path.join(folder, "out/readers/all.pdf")));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function linesOf(pdf: Uint8Array): Promise<readonly (readonly Line[])[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  try {
    const document = await task.promise;
    const read: Line[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      const lines = new Map<number, Line>();
      for (const item of items) {
        if (!("str" in item) || item.str === "") continue;
        const height = Math.round(Number(item.transform[5]));
        const size = Math.max(lines.get(height)?.size ?? 0, item.height);
        lines.set(height, { height, size, words: (lines.get(height)?.words ?? "") + item.str });
      }
      read.push([...lines.values()].sort((one, other) => other.height - one.height));
    }
    return read;
  } finally {
    await task.destroy();
  }
}

/** The lines of the text alone, which is larger than the notes, and smaller than the titles. */
function textLines(): readonly (readonly string[])[] {
  return pages.map((page) =>
    page.filter(({ size }) => size > 10 && size < 13).map(({ words }) => words.trim()),
  );
}

describe("the lines of a printed text", () => {
  it("are printed without a complaint", () => {
    expect(messages.filter((message) => message.includes("print-"))).toEqual([]);
  });

  it("end in a hyphen where a word is divided", () => {
    const lines = textLines().flat();
    const divided = lines.filter((words) => /[a-z]-$/.test(words));
    expect(divided.length).toBeGreaterThan(lines.length / 20);
  });

  it("do not end a page in the middle of a word", () => {
    const ends = textLines().flatMap((lines) => lines.slice(-1));
    expect(ends.length).toBeGreaterThan(10);
    expect(ends.filter((words) => words.endsWith("-"))).toEqual([]);
  });

  it("hold none of the signs by which they were divided, so that words are found and copied", () => {
    const all = pages.flat().map(({ words }) => words);
    expect(all.filter((words) => /[\u00AD\u200B\u2011]/.test(words))).toEqual([]);
    // Whole where they stand in a line.
    expect(all.join(" ")).toContain("extraordinary responsibilities");
  });

  it("keep the notes of marks that end a justified line", () => {
    const all = pages
      .flat()
      .map(({ words }) => words)
      .join(" ");
    const notes = [...all.matchAll(/Note (\d+); see/g)].map(([, number]) => Number(number));
    expect(notes).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  });
});
