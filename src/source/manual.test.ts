import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatDiagnostic } from "../diagnostics/report.ts";
import { documentMatterSchema } from "../edition/document-matter.ts";
import { essayMatterSchema } from "../edition/essay-matter.ts";
import { readerMatterSchema } from "../edition/reader-matter.ts";
import { registerMatterSchema } from "../edition/register-matter.ts";
import { settingsSchema } from "../edition/settings.ts";
import { volumeMatterSchema } from "../edition/volume-matter.ts";
import { readEdition } from "./read-edition.ts";
import { withTables } from "./testing/manual-tables.ts";

const manual = await readFile("documents/essays/manual.md", "utf8");

function examples(language: string): readonly string[] {
  const fences = manual.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"));
  return [...fences].map(([, example = ""]) => example);
}

function holding(words: string): string {
  const example = examples("yaml").find((text) => text.includes(words));
  if (example === undefined) throw new Error(`the manual shows nothing with “${words}”`);
  return example;
}

describe("the manual", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "scholium-manual-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function messagesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, "documents", name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const { diagnostics } = await readEdition(folder);
    return diagnostics.map(formatDiagnostic);
  }

  it("has the tables that the code uses; `npx tsx scripts/write-manual-tables.ts` writes them", () => {
    expect(manual).toBe(withTables(manual));
  });

  const wholeFiles = examples("markdown").filter((example) => example.startsWith("---"));
  const parts = examples("markdown").filter((example) => !wholeFiles.includes(example));

  it("shows a whole course packet", () => {
    expect(wholeFiles).toHaveLength(1);
  });

  it.each(wholeFiles)("shows a whole course packet that can be used as it is", async (packet) => {
    const messages = await messagesOf({
      "edition.yaml": "title: Examples\n",
      "texts/sheet.md": `---\nid: notes-24-may-1962\nnumber: 1\ntitle: X\n---\n\n${"Text.\n\n".repeat(6)}`,
      "essays/introduction.md": "---\nid: introduction\ntitle: Introduction\n---\n\nWords.\n",
      "readers/packet.md": packet,
    });
    expect(messages).toEqual([]);
  });

  it.each(parts)("shows Markdown that can be used as it is: %s", async (example) => {
    const messages = await messagesOf({
      "edition.yaml": "title: Examples\n",
      "images/map.png": "",
      "texts/x.md": `---\nid: x\nnumber: 1\ntitle: X\n---\n\nText.\n\n${example}`,
    });
    expect(messages).toEqual([]);
  });

  it("shows front matter, settings and registers that can be used as they are", async () => {
    const messages = await messagesOf({
      "edition.yaml": holding("citation-style:"),
      "texts/x.md": `${holding("record-id:")}\nText.\n`,
      "people.yaml": holding("biryuzov:"),
      "terms.yaml": holding("abbreviation:"),
      "volumes.yaml": holding("siglum:"),
    });
    expect(messages).toEqual([]);
  });
  it.each([
    ["citation-style:", settingsSchema],
    ["record-id:", documentMatterSchema],
  ])("shows every field, by the example with %s", (words, schema) => {
    const shown: object = parse(holding(words).replaceAll(/^---$/gm, ""));
    expect(Object.keys(shown).toSorted()).toEqual(Object.keys(schema.in.shape).toSorted());
  });

  it.each([
    ["readers", readerMatterSchema],
    ["registers", registerMatterSchema],
    ["volumes", volumeMatterSchema],
    ["essays", essayMatterSchema],
  ])("names every field of %s", (_, schema) => {
    for (const field of Object.keys(schema.in.shape))
      expect(manual).toMatch(new RegExp(`\`${field}\`|^ *${field}:`, "m"));
  });
});
