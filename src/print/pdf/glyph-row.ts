const OPENS = 0x28;
const CLOSES = 0x29;
const BACKSLASH = 0x5c;
const RETURN = 0x0d;
const MINUS = 0x2d;
const ZERO = 0x30;

/** Neither a glyph nor a gap takes more bytes. */
const MOST_BYTES = 32;

/** Writes glyphs that are numbered with two bytes, and the gaps between them, as one operator. Strings are literal: half as long as in hexadecimal, and sooner packed. */
export class GlyphRow {
  private bytes = Buffer.allocUnsafe(1024);
  private length = 0;
  private inString = false;

  /** Adds a glyph at the place that is reached. */
  add(glyph: number): void {
    this.makeRoom();
    if (!this.inString) this.bytes[this.length++] = OPENS;
    this.inString = true;
    this.addByte(glyph >> 8);
    this.addByte(glyph & 0xff);
  }

  /** Goes back by so many thousandths of the glyphs' size; `gap` is whole. */
  goBack(gap: number): void {
    this.makeRoom();
    this.endString();
    let rest = gap;
    if (rest < 0) {
      this.bytes[this.length++] = MINUS;
      rest = -rest;
    }
    if (rest < 10) this.bytes[this.length++] = ZERO + rest;
    else if (rest < 100) {
      this.bytes[this.length++] = ZERO + Math.floor(rest / 10);
      this.bytes[this.length++] = ZERO + (rest % 10);
    } else this.length += this.bytes.write(String(rest), this.length, "latin1");
  }

  /** The operator; nothing where no glyph was added since it was taken last. */
  take(): string {
    if (this.length === 0) return "";
    this.endString();
    const row = `[${this.bytes.toString("latin1", 0, this.length)}]TJ\n`;
    this.length = 0;
    return row;
  }

  private endString(): void {
    if (this.inString) this.bytes[this.length++] = CLOSES;
    this.inString = false;
  }

  /** A byte of a literal string (ISO 32000-1, 7.3.4.2): what would end it, or be read as a line's end, is escaped. */
  private addByte(byte: number): void {
    if (byte === OPENS || byte === CLOSES || byte === BACKSLASH) {
      this.bytes[this.length++] = BACKSLASH;
    } else if (byte === RETURN) {
      this.bytes[this.length++] = BACKSLASH;
      this.bytes[this.length++] = 0x72;
      return;
    }
    this.bytes[this.length++] = byte;
  }

  private makeRoom(): void {
    if (this.length + MOST_BYTES <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(this.bytes.length * 2);
    this.bytes.copy(larger);
    this.bytes = larger;
  }
}
