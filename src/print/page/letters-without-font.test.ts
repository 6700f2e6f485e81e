import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { printEdition } from "../testing/print-edition.ts";

it("fails for letters that no font has, and names the paragraph or document in which they stand", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-letters-"));
  try {
    const files: Record<string, string> = {
      "edition.yaml": "title: Letters\ndocument-pdfs: false\nlanguage: en\npaper: letter\n",
      "readers/all.md": "---\nid: all\ntitle: All\n---\n\nRead it.\n",
      "texts/known.md":
        "---\nid: known\nnumber: 1\ntitle: Known\n---\n\nСовершенно секретно, ἄλφα, ſ.\n",
      "texts/unknown.md":
        "---\nid: unknown\nnumber: 2\ntitle: Unknown 𐘁\n---\n\nOne.\n\nA sign 𐘀 of Crete.\n",
    };
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, "documents", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const { messages } = await printEdition(folder, path.join(folder, "out"));
    const said = messages.filter((message) => message.includes(" print-"));
    expect(said.map((message) => message.split("; ")[0])).toEqual([
      "documents/texts/unknown.md:9:1 error print-font: Doc. 2 ¶2 has letters that no font on this computer has: “𐘀”",
      "documents/readers/all.md:1:1 error print-font: “front--contents” has letters that no font on this computer has: “𐘁”",
      "documents/texts/unknown.md:1:1 error print-font: “unknown” has letters that no font on this computer has: “𐘁”",
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
