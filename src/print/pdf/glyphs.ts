import { mendCharacterMap } from "./character-maps.ts";
import { PdfName, PdfReference, type PdfValue } from "./objects.ts";
import { type PdfFile, streamText } from "./read-objects.ts";

/** What must be known of a font's glyphs to write them anew. */
export interface Glyphs {
  /** How wide one is, in thousandths of the font's size. */
  readonly width: (glyph: number) => number;
  /** The letter that the mended font says it is, where it is one. */
  readonly letter: (glyph: number) => string | undefined;
}

/** Reads a font whose glyphs are numbered with two bytes; nothing of others, such as drawn signs. */
export function readGlyphs(file: PdfFile, font: PdfValue): Glyphs | undefined {
  const dictionary = file.dictionary(font);
  const encoding = file.meant(dictionary.get("Encoding"));
  if (!(encoding instanceof PdfName) || encoding.name !== "Identity-H") return undefined;
  const described = file.dictionary(file.list(dictionary.get("DescendantFonts"))[0]);
  const usual = file.meant(described.get("DW"));
  const width = typeof usual === "number" ? usual : 1000;
  const widths: number[] = [];
  const rows = file.list(described.get("W"));
  // Either a glyph and the widths from it on, or two glyphs and the width of all between them.
  for (let at = 0; at < rows.length;) {
    const first = Number(rows[at]);
    const next = file.meant(rows[at + 1]);
    if (Array.isArray(next)) {
      next.forEach((each, index) => (widths[first + index] = Number(each)));
      at += 2;
    } else {
      for (let glyph = first; glyph <= Number(next); glyph += 1)
        widths[glyph] = Number(rows[at + 2]);
      at += 3;
    }
  }
  const letters = lettersOf(file, dictionary.get("ToUnicode"));
  return { width: (glyph) => widths[glyph] ?? width, letter: (glyph) => letters[glyph] };
}

/** A glyph or a range of these, and the letter that the first of them is. */
const LETTER = /^<([0-9A-F]+)>(?: <([0-9A-F]+)>)? <([0-9A-F]{4})>$/gm;

function lettersOf(file: PdfFile, map: PdfValue | undefined): readonly (string | undefined)[] {
  const letters: (string | undefined)[] = [];
  const text = map instanceof PdfReference ? mendCharacterMap(streamText(file, map)) : "";
  const begin = text.search(/beginbf(?:char|range)/);
  for (const [, from = "", to = from, letter = ""] of text.slice(begin).matchAll(LETTER)) {
    const first = parseInt(from, 16);
    for (let glyph = first; glyph <= parseInt(to, 16); glyph += 1)
      letters[glyph] = String.fromCharCode(parseInt(letter, 16) + glyph - first);
  }
  return letters;
}
