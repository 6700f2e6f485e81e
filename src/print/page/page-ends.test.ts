import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { readPdf } from "../proof/read-pdf.ts";
import { printEdition } from "../testing/print-edition.ts";

it("leads to the page where a document's head stands, though it is moved there from the page before", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-page-ends-"));
  try {
    const numbers = Array.from({ length: 24 }, (_, at) => at + 1);
    const files: Record<string, string> = {
      "edition.yaml": "title: Ends\ndocument-pdfs: false\nlanguage: en\npaper: letter\n",
      "readers/all.md": "---\nid: all\ntitle: All\n---\n\nRead it.\n",
    };
    for (const number of numbers) {
      const abstract = "What it says in a sentence or in several. ".repeat(1 + ((number * 5) % 11));
      files[`texts/brief-${number}.md`] =
        `---\nid: brief-${number}\nnumber: ${number}\ntitle: Brief ${number}\nstatus: calendared\ndate: 1962-10-${String(number).padStart(2, "0")}\nabstract: ${abstract.trim()}\n---\n`;
    }
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, "documents", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await printEdition(folder, path.join(folder, "out"));
    const pdf = await readPdf(await readFile(path.join(folder, "out/readers/all.pdf")));
    for (const number of numbers) {
      const page = pdf.places.get(`brief-${number}`)?.page;
      const head = pdf.bookmarks.find(({ title }) => title === `${number}. Brief ${number}`)?.page;
      expect(page).toBeDefined();
      expect([number, page]).toEqual([number, head]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
