import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walk } from "../../edition/walk.ts";
import { writeMarkdown } from "../../source/writing/write-markdown.ts";
import type { DocumentDraft } from "../importer.ts";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { plainText } from "./plain-text.ts";

const FORMS = "../shared/corpora/forms-v06/txt";
const absent = !existsSync(FORMS);
if (absent) console.warn(`${FORMS} is not here: the texts copied from pages are not imported`);

async function documentOf(content: string): Promise<DocumentDraft> {
  const work = await expectOwed(plainText, { name: "letter.txt", content });
  if (work instanceof Refusal) throw work;
  const [draft, ...others] = work.documents;
  if (!draft || others.length > 0) throw new Error("a text is one document");
  return draft;
}

/** The body as Markdown, with its title on the first line. */
async function markdownOf(content: string): Promise<string> {
  const { matter, blocks, notes } = await documentOf(content);
  return `${matter.title}\n\n${writeMarkdown(blocks, notes)}`;
}

describe("plain text", () => {
  it("has its title in the first line, and paragraphs between empty lines", async () => {
    expect(await markdownOf("A letter\n\nOne.\n\nTwo,\tand more.\n")).toBe(
      "A letter\n\nOne.\n\nTwo, and more.",
    );
  });

  it("is joined where it is broken at a width, and verse is not", async () => {
    const prose =
      "It was the best of times, it was the worst of times, it was the age\nof wisdom, it was the age of foolishness, it was the epoch of\nbelief, it was the epoch of incredulity, it was the season of\nLight.";
    const verse = "    Hold fast to dreams\n    For if dreams die";
    expect(await markdownOf(`Times\n\n${prose}\n\n${verse}\n\n${prose}`)).toBe(
      [
        "Times",
        prose.replaceAll("\n", " "),
        "Hold fast to dreams\\\nFor if dreams die",
        prose.replaceAll("\n", " "),
      ].join("\n\n"),
    );
  });

  it.each([
    ["a number behind a comma", "On August 27, 1 we spoke.\n\n1 A note."],
    ["a number at a word", "We spoke.1 Then not.\n\n1 A note."],
    ["brackets", "We spoke.[1] Then not.\n\n[1] A note."],
    ["round brackets", "We spoke (1) again.\n\n(1) A note."],
    ["raised digits", "We spoke.¹ Then not.\n\n¹ A note."],
    ["a sign", "We spoke.* Then not.\n\n* A note."],
    ["a heading over the notes", "We spoke.1 Then not.\n\nNotes\n\n1. A note."],
  ])("has notes at its end, called by %s", async (_, text) => {
    const { blocks, notes } = await documentOf(`A letter\n\n${text}`);
    expect(notes.map(({ label }) => label)).toEqual(["1"]);
    expect(writeMarkdown(notes.flatMap((note) => note.blocks))).toBe("A note.");
    expect(writeMarkdown(blocks)).toContain("[^1]");
    expect([...walk(blocks)].filter(({ type }) => type === "doubt")).toEqual([]);
  });

  it("keeps digits that are the text's own", async () => {
    const text = "On October 1, 1962, in Document 1, 2 hours passed.1 Then 2 came.";
    const { blocks } = await documentOf(`A letter\n\n${text}\n\n1 A note.`);
    expect(writeMarkdown(blocks)).toBe(text.replace("passed.1", "passed.[^1]"));
  });

  it("takes numbered paragraphs at the end for what they are", async () => {
    const { blocks, notes } = await documentOf("Protocol\n\nWe decide:\n\n1. One.\n\n2. Two.");
    expect(notes).toEqual([]);
    expect(writeMarkdown(blocks)).toBe("We decide:\n\n1. One.\n\n2. Two.");
  });

  it("puts page breaks where pages are marked, and doubts what runs across one", async () => {
    const text =
      "How is it [Page 174] possible?\n\nWe said that\n\n[Page 175]\n\nit was so.\n\n[Page 176]\n\nNew.";
    expect(await markdownOf(`A letter\n\n${text}`)).toBe(
      "A letter\n\nHow is it []{.pb n=174}possible?\n\nWe said that []{.pb n=175}<!-- doubt: a paragraph that goes on across the page, or two -->it was so.\n\n[]{.pb n=176}New.",
    );
  });

  it("leaves the frame of a library's program behind", async () => {
    const text =
      "The Project Gutenberg eBook\n\n*** START OF THE PROJECT GUTENBERG EBOOK X ***\n\nDreams\n\nHold fast.\n\n*** END OF THE PROJECT GUTENBERG EBOOK X ***\n\nLicense";
    const work = await expectOwed(plainText, { name: "pg.txt", content: text });
    if (work instanceof Refusal) throw work;
    expect(work.left.map(({ what }) => what)).toEqual([
      "Project Gutenberg's header",
      "Project Gutenberg's license",
    ]);
    expect(work.documents.map(({ matter }) => matter.title)).toEqual(["Dreams"]);
  });

  it("loses nothing and invents nothing, whatever it is given", async () => {
    const word = fc.constantFrom(
      "a",
      "Note",
      "1",
      "[1]",
      "2",
      "*",
      "**",
      "[",
      "]",
      "[Page 3]",
      "\f",
      "\t",
      "(sic)",
      "1.",
      "—",
      "\u0000",
      "¹",
      "CC [Central Committee]",
      "[illegible]",
      "[Translator’s Note: x]",
      "Moscow, May 1, 1962.",
      "===",
      "---",
      "Notes",
      "\u00AD",
      "é",
    );
    const line = fc
      .array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 6 })
      .map((words) => words.join(" "));
    const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        await expectOwed(plainText, { name: "any.txt", content });
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(absent)("texts copied from the pages of a volume", () => {
  const files = absent ? [] : readdirSync(FORMS).toSorted();

  it("have all their notes, each called once but for the source note", async () => {
    let notesInAll = 0;
    for (const name of files) {
      const { notes, blocks } = await documentOf(readFileSync(join(FORMS, name), "utf8"));
      notesInAll += notes.length;
      const calls = [...walk(blocks)].flatMap((node) =>
        node.type === "note-call" ? [node.label] : [],
      );
      const wanted = notes.filter(({ stream }) => stream !== "source").map(({ label }) => label);
      expect([name, ...calls]).toEqual([name, ...wanted]);
      expect([...walk(blocks)].filter(({ type }) => type === "doubt")).toEqual([]);
    }
    expect([files.length, notesInAll]).toEqual([33, 112]);
  });
});
