import { PDFName, PDFRawStream, decodePDFRawStream } from "@cantoo/pdf-lib";
import type { PDFDocument } from "@cantoo/pdf-lib";

/**
 * Letters that a font draws alike, and which of them is meant: a PDF says for each drawn form what letter
 * it is, and Chromium takes the last that the font knows. Who searches or copies needs the first.
 */
const MEANT: Readonly<Record<string, string>> = {
  // Modifier letter apostrophe: right single quotation mark.
  "02BC": "2019",
  // Soft hyphen, non-breaking hyphen: hyphen.
  "00AD": "002D",
  // No-break space.
  "00A0": "0020",
};

/** Mends what the PDF's fonts say of the letters that they draw. */
export function mendCharacterMaps({ context }: PDFDocument): void {
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    // Such maps are streams without a type of their own.
    if (!(object instanceof PDFRawStream) || object.dict.has(PDFName.of("Type"))) continue;
    if (object.dict.has(PDFName.of("Subtype")) || object.dict.has(PDFName.of("Length1"))) continue;
    const map = new TextDecoder("latin1").decode(decodePDFRawStream(object).decode());
    if (!map.includes("begincmap")) continue;
    const mended = mendCharacterMap(map);
    if (mended !== map) context.assign(reference, context.flateStream(mended));
  }
}

/** Mends one map: single entries, and ranges of one. */
export function mendCharacterMap(map: string): string {
  return map.replaceAll(
    /^(<([0-9A-F]+)>(?: <([0-9A-F]+)>)?) <([0-9A-F]{4})>$/gm,
    (line, glyphs: string, first: string, last: string | undefined, letter: string) => {
      const meant = MEANT[letter];
      return meant !== undefined && (last === undefined || last === first)
        ? `${glyphs} <${meant}>`
        : line;
    },
  );
}
