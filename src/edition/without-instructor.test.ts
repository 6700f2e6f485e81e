import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyBlocks, division, paragraph, somewhere, text } from "../testing/text-trees.ts";
import type { Edition, Essay } from "./edition.ts";
import { essayMatterSchema } from "./essay-matter.ts";
import { settingsSchema } from "./settings.ts";
import type { Block, Inline, List, Note, NoteCall } from "./text.ts";
import { type TextNode, childrenOf, walk } from "./walk.ts";
import { withoutInstructor } from "./without-instructor.ts";

/** An edition of one essay. */
function editionOf(blocks: readonly Block[], notes: readonly Note[] = []): Edition {
  const essay: Essay = {
    kind: "essay",
    id: "essay",
    file: somewhere.file,
    places: new Map(),
    matter: essayMatterSchema.parse({ id: "essay", title: "Essay" }),
    notes,
    blocks,
  };
  return {
    settings: settingsSchema.parse({ title: "Edition" }),
    settingsPlaces: new Map(),
    documents: [],
    essays: [essay],
    readers: [],
    register: [],
    volumes: [],
    works: [],
    worksheets: [],
    styles: [],
    images: [],
  };
}

function left(blocks: readonly Block[]): readonly Block[] {
  return withoutInstructor(editionOf(blocks)).essays[0]?.blocks ?? [];
}

/** The words of some text in order; of `open` text only what stands outside parts for the instructor. */
function words(nodes: Iterable<TextNode>, which: "all" | "open"): readonly string[] {
  return [...nodes].flatMap((node) => {
    if (node.type === "text") return [node.value];
    const secret =
      node.type === "division" && (node.name === "instructor" || node.name === "answer");
    return secret && which === "open" ? [] : words(childrenOf(node), which);
  });
}

/** Whether every word that is explained is explained to students too: otherwise they do not get the word. */
function meansSomething(blocks: readonly Block[]): boolean {
  return [...walk(blocks)].every(
    (node) =>
      node.type !== "definitions" ||
      node.entries
        .map(({ meanings }) => meanings.flat())
        .every((meaning) => meaning.length === 0 || left(meaning).length > 0),
  );
}

function call(label: string): NoteCall {
  return { type: "note-call", label, place: somewhere };
}

function note(label: string, stream: Note["stream"]): Note {
  return { label, stream, blocks: [paragraph("A note.")], place: somewhere };
}

describe("what students get", () => {
  it("has no part for the instructor, wherever it stands", () => {
    const secret = division("instructor", [paragraph("Secret.")]);
    const quotation: Block = {
      type: "quotation",
      blocks: [secret, paragraph("b")],
      place: somewhere,
    };
    expect(left([paragraph("a"), secret, quotation, division("entry", [secret])])).toEqual([
      paragraph("a"),
      { ...quotation, blocks: [paragraph("b")] },
      division("entry", []),
    ]);
  });

  it("has no instructor's notes and no calls of them, even inside other words", () => {
    const emphasis: Inline = {
      type: "emphasis",
      children: [text("word"), call("in:1"), call("1")],
      place: somewhere,
    };
    const notes = [note("1", "editor"), note("in:1", "instructor")];
    const edition = withoutInstructor(editionOf([paragraph("a", emphasis)], notes));
    expect(edition.essays[0]?.notes.map(({ label }) => label)).toEqual(["1"]);
    expect(edition.essays[0]?.blocks).toEqual([
      paragraph("a", { ...emphasis, children: [text("word"), call("1")] }),
    ]);
  });

  it("is the same edition, not a copy, where there is nothing to take out", () => {
    const edition = editionOf([paragraph("a", call("1"))], [note("1", "editor")]);
    expect(withoutInstructor(edition)).toBe(edition);
  });

  it("keeps all other nodes as the objects that they are", () => {
    const kept = call("1");
    const [block] = left([paragraph("a", kept, call("in:1"))]);
    expect([...walk(block ? [block] : [])]).toContain(kept);
  });

  it("holds nothing of any tree's parts for the instructor, and everything else in order", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        fc.pre(meansSomething(blocks));
        expect(words(left(blocks), "all")).toEqual(words(blocks, "open"));
      }),
    );
  });

  it("is the same as if what is for instructors had never been written, wherever it stands", () => {
    fc.assert(
      fc.property(anyBlocks, fc.infiniteStream(fc.boolean()), (blocks, chances) => {
        const clean = left(blocks);
        const planted = plant(clean, () => chances.next().value === true);
        expect(left(planted)).toEqual(clean);
      }),
    );
  });

  it("has no question, entry or list of which nothing is left", () => {
    const answer = division("answer", [paragraph("Secret.")]);
    const list = (...entries: readonly (readonly Block[])[]): List => ({
      type: "list",
      ordered: true,
      tight: false,
      entries: entries.map((inside) => ({ blocks: inside, place: somewhere })),
      place: somewhere,
    });
    const questions = division("questions", [list([answer]), answer]);
    expect(left([paragraph("a"), questions])).toEqual([paragraph("a")]);
    expect(left([division("questions", [list([paragraph("Why?"), answer], [answer])])])).toEqual([
      division("questions", [{ ...list([paragraph("Why?")]), tight: true }]),
    ]);
    const week = division("week", [division("reading", [answer])]);
    expect(left([week])).toEqual([division("week", [division("reading", [])])]);
  });

  it("has of a note no part for the instructor, and no note that is nothing else", () => {
    const secret = division("instructor", [paragraph("Secret.")]);
    const notes: readonly Note[] = [
      { ...note("1", "editor"), blocks: [paragraph("Open."), secret] },
      { ...note("2", "editor"), blocks: [secret] },
    ];
    const edition = withoutInstructor(editionOf([paragraph("a", call("1"), call("2"))], notes));
    expect(edition.essays[0]?.notes.map(({ blocks }) => blocks)).toEqual([[paragraph("Open.")]]);
    expect(edition.essays[0]?.blocks).toEqual([paragraph("a", call("1"))]);
  });

  it("has pictures that a student sees or no text shows, and no others", () => {
    const picture = (source: string): Inline => ({
      type: "image",
      source,
      text: "",
      place: somewhere,
    });
    const secret = division("instructor", [
      paragraph(picture("images/a.png"), picture("images/b.png")),
    ]);
    const edition = editionOf([paragraph(picture("images/b.png")), secret]);
    const images = ["images/a.png", "images/b.png", "images/c.png"];
    expect(withoutInstructor({ ...edition, images }).images).toEqual([
      "images/b.png",
      "images/c.png",
    ]);
  });
});

/** Blocks with parts and calls of notes for instructors among them, where `chance` will have it. */
function plant(blocks: readonly Block[], chance: () => boolean): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    const planted = plantInside(block, chance);
    const secret = division(chance() ? "instructor" : "answer", [paragraph("Secret.", call("1"))]);
    return chance() ? [planted, secret] : [planted];
  });
}

function plantInside(block: Block, chance: () => boolean): Block {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return { ...block, children: plantCalls(block.children, chance) };
    case "quotation":
    case "division":
      return { ...block, blocks: plant(block.blocks, chance) };
    case "list":
      return {
        ...block,
        entries: block.entries.map((entry) => ({ ...entry, blocks: plant(entry.blocks, chance) })),
      };
    case "definitions":
      return {
        ...block,
        entries: block.entries.map(({ terms, meanings }) => ({
          terms: terms.map((term) => plantCalls(term, chance)),
          meanings: meanings.map((meaning) => plant(meaning, chance)),
        })),
      };
    case "table":
      return {
        ...block,
        head: block.head.map((cell) => plantCalls(cell, chance)),
        rows: block.rows.map((row) => row.map((cell) => plantCalls(cell, chance))),
      };
    case "figure":
    case "rule":
    case "code-block":
    case "omission":
    case "doubt":
      return block;
  }
}

/** Calls behind words or in them, as an editor sets them. */
function plantCalls(inlines: readonly Inline[], chance: () => boolean): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type !== "text" || !/\S$/u.test(inline.value) || !chance()) return [inline];
    const [first = ""] = /^.*?\S(?=\S)/su.exec(inline.value) ?? [];
    const rest = inline.value.slice(first.length);
    return chance() && first !== ""
      ? [text(first), call("in:1"), text(rest)]
      : [inline, call("in:1")];
  });
}
