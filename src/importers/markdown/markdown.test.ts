import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../source/writing/write-markdown.ts";
import type { ImportedWork } from "../importer.ts";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { markdown } from "./markdown.ts";

const TEXTS = "../shared/corpora/ed/_texts";
const absent = !existsSync(TEXTS);
if (absent) console.warn(`${TEXTS} is not here: the texts of a Jekyll edition are not imported`);

async function imported(content: string): Promise<ImportedWork> {
  const work = await expectOwed(markdown, { name: "text.md", content });
  if (work instanceof Refusal) throw work;
  return work;
}

/** Body and notes. */
async function markdownOf(content: string): Promise<string> {
  const [draft] = (await imported(content)).documents;
  return draft ? writeMarkdown(draft.blocks, draft.notes) : "";
}

describe("Markdown of a Jekyll edition", () => {
  it("has fields above the text, and what has no field here is named", async () => {
    const { documents, left } = await imported(
      "---\nlayout: poem\ntitle: Dreams\nauthor: Langston Hughes\neditor: Alex Gil\nsource: A site\nrights: Public Domain\npublication-date: 2016\ntoc:\n- One\n- Two\n---\n\nHold fast.\n",
    );
    expect(documents.map(({ matter }) => matter)).toEqual([
      {
        id: "dreams",
        title: "Dreams",
        authors: ["Langston Hughes"],
        contributors: ["Alex Gil"],
        source: { repository: "A site", uploaded: "2016" },
        rights: { statement: "Public Domain" },
      },
    ]);
    expect(left.map(({ what, text }) => `${what}: ${text}`)).toEqual([
      "front matter: layout: layout poem",
      "front matter: toc: toc One Two",
    ]);
  });

  it("has its title in the first heading where no field gives it", async () => {
    const { documents } = await imported("# A letter\n\n## Part\n\nWords.\n");
    expect(documents.map(({ matter, blocks }) => [matter.title, writeMarkdown(blocks)])).toEqual([
      ["A letter", "## Part\n\nWords."],
    ]);
  });

  it.each<readonly [what: string, source: string, read: string]>([
    [
      "notes",
      "a[^fn1] b[^x].\n\n[^fn1]: c\n\n[^x]:\n\n    d\n\n    e\n",
      "a[^1] b[^2].\n\n[^1]: c\n\n[^2]: d\n\n    e",
    ],
    [
      "notes made by hand",
      'a<sup><a href="#fn1" id="ref1">\\*</a></sup>\n\n<sup id="fn1">*</sup> b [&#x21a9;&#xfe0e;](#ref1)\n',
      "a[^1]\n\n[^1]: b",
    ],
    [
      "a heading over the notes",
      "a[^1]\n\n<br>\n\n---\n\n## Footnotes\n\n[^1]: b\n",
      "a[^1]\n\n[^1]: b",
    ],
    ["verse", "- a\n- {:.indent-2}b\n- c\n\ne\n", "a\\\nb\\\nc\n\ne"],
    [
      "verse in a quotation",
      "> - a\n> - b\n> ^\n> - c\n> - d\n{:.poetry}\n",
      "> a\\\n> b\n>\n> c\\\n> d",
    ],
    ["lists", "- a\n- b\n\n1. c\n2. d\n", "- a\n- b\n\n1. c\n2. d"],
    ["HTML", '<p class="centered">A<br>B</p>\n\n<a id="x" />\n\nc\n', "A\\\nB\n\nc"],
    ["tags of templates", "a [b]({{ site.baseurl }}/c/) d {% include e.html %}\n", "a b d"],
    [
      "what only looks like a link's address",
      "[signed]: Ivanov\n",
      "::: signature\n[signed]{.remark}: Ivanov\n:::",
    ],
    [
      "links",
      "[a][1] [b](https://example.org/)\n\n[1]: https://example.org/1\n",
      "[a](https://example.org/1) [b](https://example.org/)",
    ],
  ])("reads %s", async (_, source, read) => {
    expect(await markdownOf(`# T\n\n${source}`)).toBe(read);
  });

  it("tells lines of the file, not of what was made of it", async () => {
    const [draft] = (await imported("---\ntitle: T\n---\n\na\n\nb\n")).documents;
    expect(draft?.blocks.map(({ place }) => place.line)).toEqual([5, 7]);
  });

  it("loses nothing and invents nothing, whatever it is given", async () => {
    const line = fc.oneof(
      fc.constantFrom(
        "---",
        "title: A",
        "tags: [a, b]",
        "# A",
        "## B",
        "- a",
        "> - b",
        "{:.poetry}",
        "a[^1]",
        "[^1]: n",
        "    more",
        "\tmore",
        "```",
        "<br>",
        '<p class="x">',
        "</p>",
        "a {: .b} c",
        "{% raw %}",
        "| a | b |",
        "| - | - |",
        "*a* **b** `c`",
        "[a](#b)",
        "![a](b.png)",
        "<!-- a -->",
        "",
        "",
        "^",
        "1. a",
        "[signed]: a",
        "a  ",
        "date: May 1, 1962",
      ),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 16 }), async (lines) => {
        await expectOwed(markdown, { name: "any.md", content: lines.join("\n") });
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(absent)("the texts of a Jekyll edition", () => {
  const files = absent ? [] : readdirSync(TEXTS).toSorted();

  it.each(files)("%s: its words are the document's", async (name) => {
    const source = readFileSync(join(TEXTS, name), "utf8");
    const work = await imported(source);
    const [draft] = work.documents;
    if (!draft) throw new Error("a text is a document");
    // Words of the source, however it is marked up, which are told neither as left nor as words in the document.
    const told = [
      writeMarkdown(draft.blocks, draft.notes),
      JSON.stringify(draft.matter),
      ...work.left.map(({ text }) => text),
    ].join(" ");
    const words = new Set(lettersBetween(told));
    const body = source
      .replaceAll(/^(?:author|editor|publication-date):/gmu, "")
      .replaceAll(/<!--[\s\S]*?-->|<[^>]*>|\]\([^)]*\)|&#?\w+;/gu, " ");
    expect(lettersBetween(body).filter((word) => !words.has(word))).toEqual([]);
  });

  it("have their notes", async () => {
    const counts = [];
    for (const name of files)
      counts.push((await imported(readFileSync(join(TEXTS, name), "utf8"))).counted.notes);
    expect(counts).toEqual([0, 0, 4, 3]);
  });
});

function lettersBetween(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
