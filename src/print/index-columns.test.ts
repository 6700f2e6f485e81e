import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageStyles } from "../site/package-folders.ts";
import { type ReadPdf, readPdf } from "./proof/read-pdf.ts";
import { printEdition } from "./testing/print-edition.ts";

const numbers = Array.from({ length: 40 }, (_, at) => at + 1);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-index-"));
  const people = ["Adams", "Baker", "Clark", "Davis", "Evans", "Frank"];
  const files: Record<string, string> = {
    "documents/edition.yaml": "title: Index\ndocument-pdfs: false\npaper: letter\n",
    "documents/readers/all.md": "---\nid: all\ntitle: All\napparatus: [index]\n---\n\nRead it.\n",
    "documents/people.yaml": people
      .map((name) => `${name.toLowerCase()}:\n  name: ${name}\n`)
      .join(""),
  };
  for (const number of numbers) {
    // On every second page, so that no two pages are one range.
    const named = people.map((name) => `[${name}](#${name.toLowerCase()})`).join(" and ");
    files[`documents/texts/letter-${number}.md`] =
      `---\nid: letter-${number}\nnumber: ${number}\ntitle: Letter ${number}\n---\n\n${number % 2 === 0 ? named : "Nobody"} came.\n`;
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
});

afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Prints the edition with some more styles. */
async function print(styles: string): Promise<{ messages: readonly string[]; pdf: ReadPdf }> {
  await mkdir(path.join(folder, "styles"), { recursive: true });
  const own = await readFile(path.join(packageStyles, "print.css"), "utf8");
  await writeFile(path.join(folder, "styles/print.css"), `${own}\n${styles}`);
  const { messages } = await printEdition(folder, path.join(folder, "out"));
  return { messages, pdf: await readPdf(await readFile(path.join(folder, "out/readers/all.pdf"))) };
}

/** How far from the left of their page the lines of the index begin, each once. */
function columnsOf({ places }: ReadPdf): readonly number[] {
  const lefts = [...places].flatMap(([id, { left = 0 }]) =>
    id.startsWith("index--") ? [Math.round(left)] : [],
  );
  return [...new Set(lefts)];
}

describe("an index", () => {
  it("has two columns", async () => {
    const { messages, pdf } = await print("");
    expect(messages).toEqual([]);
    expect(columnsOf(pdf)).toHaveLength(2);
  });

  it("has one where an entry is longer than a column, and then nothing of it is lost", async () => {
    const { messages, pdf } = await print(".index-line { font-size: 60px; line-height: 84px }");
    expect(messages).toEqual([]);
    // A left page begins elsewhere than a right one.
    expect(columnsOf(pdf).length).toBeLessThanOrEqual(2);
    expect(pdf.pages.at(-1)?.text).toMatch(/^F Frank/u);
  });
});
