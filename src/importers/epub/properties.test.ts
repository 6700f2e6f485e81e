import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../refusal.ts";
import { expectOwed } from "../testing/expect-owed.ts";
import { epub } from "./epub.ts";
import { bookFile, point } from "./testing/book-file.ts";

/** Words with whatever Markdown and an edition's own marks could take for theirs. */
const words = fc
  .array(
    fc.constantFrom(
      "word",
      "слово",
      " ",
      "\n\t",
      "*",
      "_",
      "[",
      "]",
      "|",
      "1.",
      "#",
      "-",
      "\\",
      "`",
      "[^1]",
      ":::",
      "&amp;",
      "&lt;i&gt;",
      "&#160;",
      "\u2060",
      "II",
      "Chapter 4",
      "Jay: May 1, 1788.",
      "$",
      "~",
      "{.gap}",
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => pieces.join(""));

const place = fc.constantFrom("a", "b", "c", "n1", "n2");
const target = fc
  .tuple(fc.constantFrom("", "p0.xhtml", "p1.xhtml", "gone.xhtml"), place)
  .map(([page, id]) => `${page}#${id}`);

const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: words },
  fc
    .tuple(fc.constantFrom("i", "b", "em", "sup", "span", "s", "u", "small", "q"), words)
    .map(([name, inner]) => `<${name}>${inner}</${name}>`),
  fc.tuple(target, words).map(([href, inner]) => `<a href="${href}">${inner}</a>`),
  fc
    .tuple(target, fc.constantFrom("1", "2", "*"))
    .map(([href, mark]) => `<a href="${href}" epub:type="noteref">${mark}</a>`),
  fc
    .tuple(target, fc.constantFrom("1", "[2]"))
    .map(([href, mark]) => `<sup><a href="${href}">${mark}</a></sup>`),
  fc.constantFrom(
    "<br/>",
    '<span epub:type="pagebreak" title="7"/>',
    '<i xml:lang="fr">mot</i>',
    '<img src="x.png" alt="x"/>',
  ),
  place.map((id) => `<a id="${id}"/>`),
);

const inlines = fc.array(inline, { maxLength: 4 }).map((all) => all.join(""));

const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: inlines.map((inner) => `<p>${inner}</p>`) },
  fc
    .tuple(fc.constantFrom("h2", "h3", "h5"), inlines)
    .map(([name, inner]) => `<${name}>${inner}</${name}>`),
  fc.tuple(place, inlines).map(([id, inner]) => `<p id="${id}">${inner}</p>`),
  fc
    .tuple(place, inlines)
    .map(([id, inner]) => `<aside epub:type="footnote" id="${id}"><p>${inner}</p></aside>`),
  fc
    .array(fc.tuple(place, inlines), { maxLength: 3 })
    .map((all) => `<ol>${all.map(([id, inner]) => `<li id="${id}">${inner}</li>`).join("")}</ol>`),
  inlines.map((inner) => `<blockquote><p>${inner}</p></blockquote>`),
  inlines.map((inner) => `<ul><li><p>${inner}</p><ul><li>${inner}</li></ul></li></ul>`),
  inlines.map(
    (inner) =>
      `<table><tr><td rowspan="2">${inner}</td><td>x</td></tr><tr><td colspan="3">${inner}</td></tr></table>`,
  ),
  inlines.map((inner) => `<div>${inner}<p>${inner}</p>${inner}</div>`),
  inlines.map(
    (inner) => `<footer><p epub:type="z3998:signature">${inner}</p><p>${inner}</p></footer>`,
  ),
  inlines.map((inner) => `<hgroup><h2>IV</h2><p epub:type="title">${inner}</p></hgroup>`),
  inlines.map(
    (inner) => `<header><h2>${inner}</h2><p epub:type="se:bridgehead">${inner}</p></header>`,
  ),
  inlines.map((inner) => `<pre>${inner}\n${inner}</pre>`),
);

const blocks = fc.array(block, { maxLength: 5 }).map((all) => all.join(""));

const page = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("chapter", "part", "preface", "endnotes", "titlepage", "toc", ""),
      place,
      blocks,
      blocks,
    )
    .map(
      ([type, id, one, two]) =>
        `<body epub:type="bodymatter"><section epub:type="${type}" id="${id}">${one}<section epub:type="chapter">${two}</section></section></body>`,
    ),
  blocks,
);

describe("any book", () => {
  it("loses no letter and gains none, twice the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(page, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (pages, hasContents) => {
          const content = await bookFile({
            pages: pages.map((body, index) => [`p${index}`, body] as const),
            ...(hasContents
              ? {
                  points:
                    point("One", "text/p0.xhtml#a") +
                    point("Two", "text/p1.xhtml#b", point("Three", "text/p0.xhtml#c")),
                }
              : {}),
          });
          expect(await expectOwed(epub, { name: "any.epub", content })).not.toBeInstanceOf(Refusal);
        },
      ),
      { numRuns: 60 },
    );
  });
});
