import { describe, expect, it } from "vitest";
import type { Block } from "../../edition/text.ts";
import { paragraph, somewhere, text } from "../../testing/text-trees.ts";
import { withSections } from "./sections.ts";

function heading(words: string, level = 2, id?: string): Block {
  return {
    type: "heading",
    level,
    children: [text(words)],
    place: somewhere,
    ...(id === undefined ? {} : { id }),
  };
}

describe("the contents of a text", () => {
  it("are not listed where there are few sections", () => {
    const blocks = [heading("One"), paragraph("a"), heading("Two")];
    expect(withSections(blocks)).toEqual({ blocks, sections: [] });
  });

  it("lead to every section, by its own id if it has one", () => {
    const names = ["One", "Two", "Three", "Four"];
    const blocks = [...names.map((name) => heading(name)), heading("Five", 2, "five")];
    const { blocks: linked, sections } = withSections([...blocks, heading("Within", 3)]);
    expect(sections.map(({ href, title }) => `${href} ${title}`)).toEqual([
      "#section--1 One",
      "#section--2 Two",
      "#section--3 Three",
      "#section--4 Four",
      "#five Five",
    ]);
    expect(linked.map((block) => (block.type === "heading" ? block.id : ""))).toEqual([
      "section--1",
      "section--2",
      "section--3",
      "section--4",
      "five",
      undefined,
    ]);
  });
});
