import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { printEdition } from "../testing/print-edition.ts";

it("names letters that no font has, and the document in which they stand", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-letters-"));
  try {
    const files: Record<string, string> = {
      "edition.yaml": "title: Letters\nlanguage: en\npaper: letter\n",
      "readers/all.md": "---\nid: all\ntitle: All\n---\n\nRead it.\n",
      "texts/known.md":
        "---\nid: known\nnumber: 1\ntitle: Known\n---\n\nСовершенно секретно, ἄλφα, ſ.\n",
      "texts/unknown.md":
        "---\nid: unknown\nnumber: 2\ntitle: Unknown\n---\n\nA sign 𐘀 of Crete.\n",
    };
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, "documents", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const { messages } = await printEdition(folder, path.join(folder, "out"));
    expect(messages.filter((message) => message.includes("print-font"))).toEqual([
      expect.stringMatching(
        /^documents\/texts\/unknown\.md:1:1 warning print-font: no font on this computer has the letters “𐘀”/u,
      ),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
