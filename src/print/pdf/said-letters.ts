import type { Glyphs } from "./glyphs.ts";
import { type PdfDictionary, PdfText } from "./objects.ts";
import { Tokens } from "./read-objects.ts";

/**
 * Whether marked content says only what its glyphs are by themselves, letter for letter. `fontOf` gives the font
 * of a name, or the one that is set before.
 */
export function saysNoMore(
  properties: string,
  shown: string,
  fontOf: (name: string | undefined) => Glyphs | undefined,
): boolean {
  const said = /^\/Span\s*(<<.*\/ActualText.*)$/s.exec(properties)?.[1];
  if (said === undefined || shown.includes("BDC")) return false;
  const value = new Tokens(said).value();
  const letters = value instanceof Map ? lettersOf(value) : undefined;
  const font = fontOf(/\/(\S+)\s+\S+\s+Tf/.exec(shown)?.[1]);
  let own = "";
  for (const [, glyph = ""] of shown.matchAll(/<([0-9A-Fa-f]{4})> Tj/g))
    own += font?.letter(parseInt(glyph, 16)) ?? "\ufffd";
  return own !== "" && own === letters;
}

function lettersOf(properties: PdfDictionary): string | undefined {
  const said = properties.get("ActualText");
  if (!(said instanceof PdfText)) return undefined;
  const bytes = Buffer.from(said.bytes, "latin1");
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString("utf16le") : said.bytes;
}
