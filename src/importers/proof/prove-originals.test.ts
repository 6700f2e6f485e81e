import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startOf } from "../../diagnostics/place.ts";
import type { Block, Inline, Note } from "../../edition/text.ts";
import type { Original } from "../ledger.ts";
import { matchLetters } from "./match-letters.ts";
import { proveOriginals } from "./prove-originals.ts";

const place = startOf("input.txt");
const text = (value: string): Inline => ({ type: "text", value, place });
const call = (label: string): Inline => ({ type: "note-call", label, place });
const paragraph = (...children: readonly Inline[]): Block => ({
  type: "paragraph",
  children,
  place,
});
const note = (label: string, words: string): Note => ({
  label,
  stream: "editor",
  blocks: [paragraph(text(words))],
  place,
});

const prove = (
  originals: readonly Original[],
  blocks: readonly Block[],
  notes: readonly Note[] = [],
  matter: unknown = {},
) => proveOriginals(originals, { blocks, notes, matter, markdownFields: ["abstract"] });

describe("a draft is proved against the input", () => {
  const blocks = [paragraph(text("One"), call("1"), text(" two."))];
  const notes = [note("1", "A note.")];

  it.each<readonly [order: Original["order"], text: string]>([
    ["inline", "One A note. two."],
    ["behind", "One two. A note."],
  ])("with its notes %s", (order, words) => {
    expect(prove([{ order, text: words }], blocks, notes)).toEqual([]);
  });

  it("with a note that is never called before everything else", () => {
    expect(
      prove([{ order: "inline", text: "Source. One A note. two." }], blocks, [
        ...notes,
        note("src", "Source."),
      ]),
    ).toEqual([]);
  });

  it("whatever becomes of spaces, soft hyphens and composed letters", () => {
    expect(
      prove(
        [{ order: "inline", text: "Caf\u00E9  so\u00ADon" }],
        [paragraph(text("Cafe\u0301 soon"))],
      ),
    ).toEqual([]);
  });

  it("piece by piece", () => {
    expect(
      prove(
        [
          { order: "field", fields: ["title"], text: "A Letter" },
          { order: "inline", text: "One" },
          { order: "field", fields: ["source.archive", "source.place"], text: "AVP RF, Moscow" },
          { order: "inline", text: "two." },
          { order: "field", fields: ["abstract"], text: "Short words." },
        ],
        [paragraph(text("One two."))],
        [],
        {
          title: "A Letter",
          source: { archive: "AVP RF,", place: "Moscow" },
          abstract: "*Short* words.",
        },
      ),
    ).toEqual([]);
  });

  it("with brackets of acts and numbers of lists, whether the input writes them or not", () => {
    const list: Block = {
      type: "list",
      ordered: true,
      tight: true,
      place,
      entries: [
        {
          marker: "1.",
          place,
          blocks: [
            paragraph({
              type: "act",
              act: "gap",
              attributes: {},
              children: [text("illegible")],
              place,
            }),
          ],
        },
      ],
    };
    for (const words of ["1. [illegible]", "illegible", "1. illegible", "[illegible]"])
      expect(prove([{ order: "inline", text: words }], [list])).toEqual([]);
  });

  it.each<readonly [what: string, input: string, draft: string, found: object]>([
    ["a lost word", "One two three.", "One three.", { input: "wothree.", draft: "hree." }],
    ["an invented word", "One three.", "One two three.", { input: "hree.", draft: "wothree." }],
    ["words in another order", "b a", "a b", { input: "ba", draft: "ab" }],
    ["a lost end", "One. Two.", "One.", { input: "Two.", draft: "" }],
  ])("and %s is found", (_, input, draft, found) => {
    expect(prove([{ order: "inline", text: input }], [paragraph(text(draft))])).toEqual([
      { where: "the text", ...found },
    ]);
  });

  it("and a lost field, and a text of which the input knows nothing", () => {
    expect(prove([{ order: "field", fields: ["title"], text: "A" }], blocks, notes)).toEqual([
      { where: 'the field "title"', input: "A", draft: "" },
      { where: "the text", input: "", draft: "OneAnote.two." },
    ]);
  });
});

describe("letters are matched", () => {
  const segment = fc.record({
    letters: fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 3 }),
    optional: fc.boolean(),
  });

  it("whichever of the optional ones are left out", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(segment, fc.boolean()), { maxLength: 30 }), (parts) => {
        const letters = parts
          .filter(([{ optional }, isThere]) => !optional || isThere)
          .map(([part]) => part.letters)
          .join("");
        const segments = parts.map(([part]) => part);
        expect(matchLetters(letters, segments).kind).toBe("equal");
        expect(matchLetters(`${letters}c`, segments).kind).toBe("different");
      }),
    );
  });

  it("in bounded time where many ways lead nowhere", () => {
    const segments = Array.from({ length: 200_000 }, () => ({ letters: "a", optional: true }));
    expect(matchLetters(`${"a".repeat(100_000)}b`, segments).kind).toBe("different");
  });
});
