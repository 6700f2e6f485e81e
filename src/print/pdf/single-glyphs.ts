const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const LESS = 0x3c;

/** How many letters a glyph is: `<0023> Tj`. */
const GLYPH = 9;
/** How many letters stand behind the number of a move along the line: ` 0 Td `. */
const ALONG = 6;

/** Reads glyphs that are written one by one, each behind a move along its line: `9.48 0 Td <0023> Tj`. */
export class SingleGlyphs {
  /** The number of the glyph that was read last. */
  glyph = 0;
  /** Whether a move stands before it, and how far that goes. */
  moves = false;
  move = 0;
  /** Where it ends. */
  end = 0;

  /** Reads the glyph that stands at a place; false where there is none. */
  read(text: string, at: number): boolean {
    this.moves = text.charCodeAt(at) !== LESS;
    const start = this.moves ? this.pastMove(text, at) : at;
    if (start < 0 || text.charCodeAt(start) !== LESS) return false;
    const glyph =
      (digit(text, start + 1) << 12) |
      (digit(text, start + 2) << 8) |
      (digit(text, start + 3) << 4) |
      digit(text, start + 4);
    // Three letters at a time are compared without a call.
    if (glyph < 0 || !text.startsWith("> T", start + 5) || !text.startsWith("j", start + 8))
      return false;
    this.glyph = glyph;
    this.end = start + GLYPH;
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
    if (!text.startsWith(" 0 ", at) || !text.startsWith("Td ", at + 3)) return -1;
    if (number >= Number.MAX_SAFE_INTEGER) return -1;
    this.move = (negative ? -number : number) / (scale || 1);
    return at + ALONG;
  }
}

/** A digit in hexadecimal; less than 0 where there is none. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= ZERO && code <= ZERO + 9) return code - ZERO;
  if (code >= 0x41 && code <= 0x46) return code - 0x37;
  if (code >= 0x61 && code <= 0x66) return code - 0x57;
  return -1;
}
