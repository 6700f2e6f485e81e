import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyBlocks, division, paragraph, somewhere, text } from "../testing/text-trees.ts";
import type { Edition, Essay } from "./edition.ts";
import { essayMatterSchema } from "./essay-matter.ts";
import { settingsSchema } from "./settings.ts";
import type { Block, Inline, Note, NoteCall } from "./text.ts";
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
        expect(words(left(blocks), "all")).toEqual(words(blocks, "open"));
      }),
    );
  });
});
