import * as fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { acts } from "../edition/acts.ts";
import { numberParagraphs } from "../edition/paragraph-numbers.ts";
import type { Block, Inline, TypeStyle } from "../edition/text.ts";
import { walk } from "../edition/walk.ts";
import { anyBlocks, paragraph, somewhere, text } from "../testing/text-trees.ts";
import { renderBlocks, renderPassages } from "./render.ts";
import { exampleDocument } from "./testing/write-example.ts";
import type { HtmlContext, Medium } from "./writer.ts";

const contextFor = (medium: Medium): HtmlContext => exampleDocument("Words.", medium).context;
const contexts: Readonly<Record<Medium, HtmlContext>> = {
  screen: contextFor("screen"),
  print: contextFor("print"),
};
const anyMedium = fc.constantFrom<Medium>("screen", "print");

/** Any tree of inlines that needs no apparatus. */
const anyInlines: fc.Arbitrary<readonly Inline[]> = fc.letrec<{
  inline: Inline;
  inlines: readonly Inline[];
}>((tie) => {
  const holder = (make: (children: readonly Inline[]) => Inline) => tie("inlines").map(make);
  const styles: readonly TypeStyle[] = ["underline", "smallcaps", "superscript", "subscript"];
  return {
    inlines: fc.array(tie("inline"), { minLength: 1, maxLength: 4 }),
    inline: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.string({ minLength: 1, unit: "grapheme" }).map(text),
      holder((children) => ({ type: "emphasis", children, place: somewhere })),
      holder((children) => ({ type: "strong", children, place: somewhere })),
      fc.tuple(fc.constantFrom(...styles), tie("inlines")).map(([style, children]): Inline => ({
        type: "styled",
        style,
        children,
        place: somewhere,
      })),
      fc
        .tuple(fc.constantFrom(...acts.map(({ name }) => name)), fc.string(), tie("inlines"))
        .map(([act, reason, children]): Inline => ({
          type: "act",
          act,
          attributes: { reason },
          children,
          place: somewhere,
        })),
      fc
        .tuple(fc.string(), tie("inlines"))
        .map(([url, children]): Inline => ({ type: "link", url, children, place: somewhere })),
      fc
        .string({ minLength: 1 })
        .map((page): Inline => ({ type: "page-break", page, place: somewhere })),
    ),
  };
}).inlines;

/** The text of some HTML and the elements around it, as a browser would read it. */
function readHtml(html: string): {
  readonly text: string;
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly names: ReadonlySet<string>;
} {
  let words = "";
  const ids: string[] = [];
  const links: string[] = [];
  const names = new Set<string>();
  const parser = new Parser({
    ontext: (part) => (words += part),
    onopentag(name, { id, href }) {
      names.add(name);
      if (id !== undefined) ids.push(id);
      if (href !== undefined) links.push(href);
    },
  });
  parser.end(html);
  return { text: words, ids, links, names };
}

/** Whether every piece stands in the text, one after the other. */
function standInOrder(pieces: readonly string[], words: string): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = words.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

function wordsOf(blocks: readonly Block[]): readonly string[] {
  return [...walk(blocks)].flatMap((node) => (node.type === "text" ? [node.value] : []));
}

describe("any text", () => {
  it("is all there, in order, in both media", () => {
    fc.assert(
      fc.property(anyBlocks, anyMedium, (blocks, medium) => {
        const { text: words } = readHtml(renderBlocks(blocks, contexts[medium]));
        expect(standInOrder(wordsOf(blocks), words)).toBe(true);
      }),
    );
  });

  it("is all there when its words are set and bracketed in any way", () => {
    fc.assert(
      fc.property(anyInlines, anyMedium, (inlines, medium) => {
        const blocks = [paragraph(...inlines)];
        const { text: words } = readHtml(renderPassages(blocks, contexts[medium]));
        expect(standInOrder(wordsOf(blocks), words)).toBe(true);
      }),
    );
  });

  it("brings in no element and no link of its own making", () => {
    const known = new Set("p span a em strong u sup sub ins del".split(" "));
    fc.assert(
      fc.property(anyInlines, anyMedium, (inlines, medium) => {
        const { names, links } = readHtml(
          renderPassages([paragraph(...inlines)], contexts[medium]),
        );
        expect([...names].filter((name) => !known.has(name))).toEqual([]);
        expect(links.filter((link) => !/^(?:https?|mailto):/i.test(link))).toEqual([]);
      }),
    );
  });

  it("has an id for each numbered paragraph, once, and each link within it leads somewhere", () => {
    fc.assert(
      fc.property(anyBlocks, anyMedium, (blocks, medium) => {
        const { ids, links } = readHtml(renderPassages(numberParagraphs(blocks), contexts[medium]));
        expect(new Set(ids).size).toBe(ids.length);
        for (const link of links) expect(ids).toContain(link.slice(1));
      }),
    );
  });

  it("never links to a script, whatever a tree says", () => {
    for (const url of ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", " https://x"]) {
      const link: Inline = { type: "link", url, children: [text("here")], place: somewhere };
      expect(renderBlocks([paragraph(link)], contexts.screen)).toBe("<p>here</p>");
    }
  });

  it("in print never has a block inside a paragraph, even in notes", () => {
    const { document, context } = exampleDocument(
      "One.[^1]\n\n1. two[^2]\n\n[^1]: A\n\n    - b\n\n    > c\n\n[^2]: D\n\n    E",
      "print",
    );
    const html = renderBlocks(document.transcription, context);
    expect(html).not.toMatch(/<p[ >](?:(?!<\/p>).)*<(?:p|div|aside|ul|ol|blockquote)[ >]/s);
  });
});
