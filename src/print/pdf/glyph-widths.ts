import { PdfName, type PdfValue } from "./objects.ts";
import type { PdfFile } from "./read-objects.ts";

/** How wide the glyphs of a font are, in thousandths of its size. */
export interface GlyphWidths {
  readonly of: (glyph: number) => number;
}

/** Reads the widths of a font whose glyphs are numbered with two bytes; nothing for others, such as drawn signs. */
export function glyphWidths(file: PdfFile, font: PdfValue): GlyphWidths | undefined {
  const dictionary = file.dictionary(font);
  const encoding = file.meant(dictionary.get("Encoding"));
  if (!(encoding instanceof PdfName) || encoding.name !== "Identity-H") return undefined;
  const described = file.dictionary(file.list(dictionary.get("DescendantFonts"))[0]);
  const usual = file.meant(described.get("DW"));
  const width = typeof usual === "number" ? usual : 1000;
  const widths = new Map<number, number>();
  const rows = file.list(described.get("W"));
  // Either a glyph and the widths from it on, or two glyphs and the width of all between them.
  for (let at = 0; at < rows.length;) {
    const first = Number(rows[at]);
    const next = file.meant(rows[at + 1]);
    if (Array.isArray(next)) {
      next.forEach((each, index) => widths.set(first + index, Number(each)));
      at += 2;
    } else {
      for (let glyph = first; glyph <= Number(next); glyph += 1)
        widths.set(glyph, Number(rows[at + 2]));
      at += 3;
    }
  }
  return { of: (glyph) => widths.get(glyph) ?? width };
}
