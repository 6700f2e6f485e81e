/** A glyph as Chromium writes it, and what moves it along its line. */
const GLYPH = "<0000> Tj";
const ALONG = " 0 Td ";
const LESS = 0x3c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** Reads glyphs that are written one by one, each behind a move along its line: `9.48 0 Td <0023> Tj`. */
export class SingleGlyphs {
  /** Whether a move stands before the glyph that was read last, and how far it goes. */
  moves = false;
  move = 0;
  /** Where the glyph ends that was read last. */
  end = 0;

  /** Reads the glyph that stands at a place; false where there is none. */
  read(text: string, at: number): boolean {
    this.moves = text.charCodeAt(at) !== LESS;
    const glyph = this.moves ? this.pastMove(text, at) : at;
    if (glyph < 0 || !isGlyph(text, glyph)) return false;
    this.end = glyph + GLYPH.length;
    return true;
  }

  /** Reads a move along the line; gives where what follows it begins, or -1. */
  private pastMove(text: string, from: number): number {
    let at = from;
    const negative = text.charCodeAt(at) === MINUS;
    if (negative) at += 1;
    let number = 0;
    let scale = 0;
    for (; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= ZERO && code <= ZERO + 9) {
        number = number * 10 + (code - ZERO);
        scale *= 10;
      } else if (code === POINT && scale === 0) scale = 1;
      else break;
    }
    if (!text.startsWith(ALONG, at) || number >= Number.MAX_SAFE_INTEGER) return -1;
    this.move = (negative ? -number : number) / (scale || 1);
    return at + ALONG.length;
  }
}

function isGlyph(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== LESS || !text.startsWith("> Tj", at + 5)) return false;
  for (let digit = at + 1; digit < at + 5; digit += 1) {
    const code = text.charCodeAt(digit) | 0x20;
    // Letters and digits, the latter with a bit that they have anyway.
    if (!((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66))) return false;
  }
  return true;
}
