import type { Glyphs } from "./glyphs.ts";
import { type PdfDictionary, PdfText } from "./objects.ts";
import { Tokens } from "./read-objects.ts";

/** What is written on a page, mended. */
export interface MendedContent {
  readonly content: string;
  /** Numbers of marked content that shows nothing but lines and fills: it is no part of the text any more. */
  readonly bare: ReadonlySet<number>;
}

/** What must be known of a page to mend what is written on it. */
export interface ContentPage {
  readonly height: number;
  readonly fonts: ReadonlyMap<string, Glyphs | undefined>;
  /** Numbers of marked content that belongs to figures, where lines and fills are what is to be seen. */
  readonly figures: ReadonlySet<number>;
}

/** A piece of marked content that has begun. */
interface Marked {
  /** Where its first line stands in what is written. */
  readonly start: number;
  readonly number: number | undefined;
  readonly depth: number;
  shows: boolean;
  /** Where the states were restored in which it began, if nothing was painted since. */
  restored: number | undefined;
}

type Matrix = readonly [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const PAINTS_PATH: ReadonlySet<string> = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);
const BEGINS_PATH: ReadonlySet<string> = new Set(["m", "re"]);

/** So far from the upper and lower edge stand running heads and folios, as a part of the page's height. */
const EDGE = 0.1;

/**
 * Mends what Chromium writes on a page. Rows of single glyphs become one line each, all glyphs at their place
 * to a thousandth of their size; what is painted outside of the text is marked as an artifact; marked
 * content ends before the states are restored that were there when it began.
 */
export function mendContent(text: string, page: ContentPage): MendedContent {
  const out: string[] = [];
  const bare = new Set<number>();
  const marked: Marked[] = [];
  const states: Matrix[] = [];
  let matrix = IDENTITY;
  /** Where operands that are not written yet begin. */
  let from = 0;
  let pathStart: number | undefined;
  let artifact: number | undefined;
  /** Pieces of text that have begun and say what their glyphs are, though the font says it as well. */
  let needless = 0;
  const line = new TextLine(out, page.fonts);

  const paint = (): void => {
    for (const outer of marked) {
      outer.shows = true;
      outer.restored = undefined;
    }
  };
  const operands = (end: number): string => text.slice(from, end);
  const endMarked = (): void => {
    const inner = marked.pop();
    if (!inner) return;
    const figure = inner.number !== undefined && page.figures.has(inner.number);
    if (!inner.shows && !figure) {
      out[inner.start] = "/Artifact BMC\n";
      if (inner.number !== undefined) bare.add(inner.number);
    }
    if (inner.restored === undefined) out.push("EMC\n");
    else out[inner.restored] = `EMC\n${out[inner.restored] ?? ""}`;
  };

  const scanner = new Operators(text);
  for (;;) {
    // Nearly all of a page is rows of glyphs.
    if (line.open && line.take(text, from)) {
      paint();
      from = afterBlanks(text, line.taken);
      scanner.end = from;
    }
    const operator = scanner.next();
    if (operator === "") break;
    const { start, end } = scanner;
    const inText = line.open;
    switch (operator) {
      case "Tj":
      case "TJ":
        paint();
        line.show(operands(start), operator);
        break;
      case "Td":
        line.move(operands(start));
        break;
      case "Tf":
        line.setFont(operands(start));
        break;
      case "Tm": {
        line.place(operands(start));
        // Whose place is known only now.
        if (artifact !== undefined && out[artifact] === "") {
          out[artifact] = artifactAt(heightOf(operands(start), matrix) / page.height);
        }
        break;
      }
      case "BT":
        if (marked.length === 0) artifact = out.push("") - 1;
        line.begin();
        break;
      case "ET":
        line.end();
        if (artifact !== undefined) {
          if (out[artifact] === "") out[artifact] = "/Artifact BMC\n";
          out.push("EMC\n");
          artifact = undefined;
        }
        break;
      case "BDC":
      case "BMC": {
        if (inText && line.says(operands(start), text, end)) {
          needless += 1;
          break;
        }
        if (inText) line.flush();
        const number = /\/MCID\s+(\d+)/.exec(operands(start))?.[1];
        marked.push({
          start: out.push(text.slice(from, end) + "\n") - 1,
          number: number === undefined ? undefined : Number(number),
          depth: states.length,
          shows: false,
          restored: undefined,
        });
        break;
      }
      case "EMC":
        if (needless > 0) {
          needless -= 1;
          break;
        }
        if (inText) line.flush();
        endMarked();
        break;
      case "q":
        states.push(matrix);
        out.push("q\n");
        break;
      case "Q": {
        matrix = states.pop() ?? IDENTITY;
        const at = out.push("Q\n") - 1;
        const inner = marked.at(-1);
        if (inner && states.length < inner.depth) inner.restored ??= at;
        break;
      }
      case "cm":
        matrix = product(numbers(operands(start)), matrix);
        out.push(text.slice(from, end) + "\n");
        break;
      case "Do":
      case "sh":
      case "EI": {
        const whole = text.slice(from, end) + "\n";
        out.push(marked.length > 0 ? whole : `/Artifact BMC\n${whole}EMC\n`);
        paint();
        break;
      }
      default: {
        if (inText) line.other(operator);
        const at = out.push(text.slice(from, end) + "\n") - 1;
        if (BEGINS_PATH.has(operator)) pathStart ??= at;
        else if (PAINTS_PATH.has(operator)) {
          if (marked.length === 0) {
            const first = pathStart ?? at;
            out[first] = `/Artifact BMC\n${out[first] ?? ""}`;
            out.push("EMC\n");
          } else {
            const inner = marked.at(-1);
            if (inner) inner.restored = undefined;
          }
          pathStart = undefined;
        } else if (operator === "n") pathStart = undefined;
      }
    }
    from = afterBlanks(text, end);
  }
  while (marked.length > 0) endMarked();
  return { content: out.join(""), bare };
}

function afterBlanks(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) <= 0x20) next += 1;
  return next;
}

/** Heads and folios are told from other things beside the text by where they stand. */
function artifactAt(height: number): string {
  if (height > 1 - EDGE) return "/Artifact <</Type/Pagination/Subtype/Header>>BDC\n";
  if (height < EDGE) return "/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n";
  return "/Artifact BMC\n";
}

function heightOf(operands: string, matrix: Matrix): number {
  return product(numbers(operands), matrix)[5];
}

function numbers(operands: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.trim().split(/\s+/).map(Number);
  return [a, b, c, d, e, f];
}

function product(one: Matrix, other: Matrix): Matrix {
  return [
    one[0] * other[0] + one[1] * other[2],
    one[0] * other[1] + one[1] * other[3],
    one[2] * other[0] + one[3] * other[2],
    one[2] * other[1] + one[3] * other[3],
    one[4] * other[0] + one[5] * other[2] + other[4],
    one[4] * other[1] + one[5] * other[3] + other[5],
  ];
}

/** A glyph as Chromium writes it, and what moves it along its line. */
const GLYPH = "<0000> Tj";
const ALONG = " 0 Td ";
const LESS = 0x3c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

function isGlyph(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== LESS || !text.startsWith("> Tj", at + 5)) return false;
  for (let digit = at + 1; digit < at + 5; digit += 1) {
    const code = text.charCodeAt(digit) | 0x20;
    // Letters and digits, the latter with a bit that they have anyway.
    if (!((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66))) return false;
  }
  return true;
}

/** States of text in which a glyph is not as wide as its font says. */
const CHANGES_WIDTH: ReadonlySet<string> = new Set(["Tz", "Tc", "Tw"]);

/** Writes what stands between `BT` and `ET`. */
class TextLine {
  open = false;
  private readonly out: string[];
  private readonly fonts: ContentPage["fonts"];
  private font: Glyphs | undefined;
  private size = 1;
  /** Where the next glyph stands, and where it would stand without a word, counted from where the line was written to begin. */
  private wanted = 0;
  private reached = 0;
  /** Where the line begins by what was read, counted in the same way. */
  private lineStart = 0;
  /** Whether glyphs were written that moved on by themselves. */
  private plain = true;
  private row = "";
  private inString = false;

  constructor(out: string[], fonts: ContentPage["fonts"]) {
    this.out = out;
    this.fonts = fonts;
  }

  begin(): void {
    this.open = true;
    this.plain = true;
    this.restart();
    this.out.push("BT\n");
  }

  end(): void {
    this.flush();
    this.open = false;
    this.out.push("ET\n");
  }

  place(operands: string): void {
    this.flush();
    this.restart();
    this.out.push(`${operands.trim()} Tm\n`);
  }

  setFont(operands: string): void {
    this.flush();
    const [name = "", size = "1"] = operands.trim().split(/\s+/);
    this.font = this.fonts.get(name.slice(1));
    this.size = Number(size);
    this.out.push(`${name} ${size} Tf\n`);
  }

  move(operands: string): void {
    const [x = "0", y = "0"] = operands.trim().split(/\s+/);
    this.lineStart += Number(x);
    this.wanted = this.lineStart;
    if (Number(y) === 0 && this.plain && this.font) return;
    this.flush();
    this.out.push(`${short(this.lineStart)} ${y} Td\n`);
    this.restart();
  }

  show(operands: string, operator: string): void {
    const { font } = this;
    const strings = operands.trim();
    if (!font || !this.plain || !/^[[\]<>0-9A-Fa-f.\s-]*$/.test(strings)) {
      this.flush();
      if (this.wanted !== this.reached) {
        this.out.push(`${short(this.lineStart)} 0 Td\n`);
        this.restart();
      }
      this.out.push(`${strings} ${operator}\n`);
      // Nobody knows how far these glyphs went: the next must say where they stand.
      this.reached = Number.NaN;
      this.wanted = Number.NaN;
      return;
    }
    for (const [, glyphs, number] of strings.matchAll(/<([0-9A-Fa-f\s]*)>|([-.0-9]+)/g)) {
      if (number !== undefined) this.wanted -= (Number(number) / 1000) * this.size;
      else this.add((glyphs ?? "").replaceAll(/\s/g, ""), font);
    }
  }

  /** Where the row ends that was taken last. */
  taken = 0;

  /** Takes as many glyphs as are written one by one, each behind a move along the line: `9.48 0 Td <0023> Tj`. */
  take(text: string, from: number): boolean {
    const { font, size } = this;
    if (!font || !this.plain) return false;
    this.taken = from;
    for (let at = from; ; at = afterBlanks(text, this.taken)) {
      let glyph = at;
      let move = 0;
      if (text.charCodeAt(at) !== LESS) {
        glyph = this.pastMove(text, at);
        if (glyph < 0) break;
        move = this.moved;
      }
      if (!isGlyph(text, glyph)) break;
      if (glyph !== at) {
        this.lineStart += move;
        this.wanted = this.lineStart;
      }
      this.addGlyph(text.slice(glyph + 1, glyph + 5), font, size);
      this.taken = glyph + GLYPH.length;
    }
    return this.taken > from;
  }

  private moved = 0;

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
    this.moved = (negative ? -number : number) / (scale || 1);
    return at + ALONG.length;
  }

  /** Whether the glyphs of marked content that begins here are by themselves the letters that it says they are. */
  says(properties: string, text: string, from: number): boolean {
    const said = /^\/Span\s*(<<.*\/ActualText.*)$/s.exec(properties)?.[1];
    if (said === undefined) return false;
    const value = new Tokens(said).value();
    const letters = value instanceof Map ? lettersOf(value) : undefined;
    const shown = text.slice(from, text.indexOf("EMC", from));
    const name = /\/(\S+)\s+\S+\s+Tf/.exec(shown)?.[1];
    const font = name === undefined ? this.font : this.fonts.get(name);
    let own = "";
    for (const [, glyph = ""] of shown.matchAll(/<([0-9A-Fa-f]{4})> Tj/g))
      own += font?.letter(parseInt(glyph, 16)) ?? "\ufffd";
    return own !== "" && own === letters && !shown.includes("BDC");
  }

  /** Operators of text that are written as they are. */
  other(operator: string): void {
    this.flush();
    if (CHANGES_WIDTH.has(operator)) this.plain = false;
  }

  flush(): void {
    if (this.row === "") return;
    this.out.push(`[${this.row}${this.inString ? ">" : ""}]TJ\n`);
    this.row = "";
    this.inString = false;
  }

  private add(glyphs: string, font: Glyphs): void {
    for (let at = 0; at < glyphs.length; at += 4) {
      this.addGlyph(glyphs.slice(at, at + 4), font, this.size);
    }
  }

  private addGlyph(glyph: string, glyphs: Glyphs, size: number): void {
    if (Number.isNaN(this.wanted)) this.wanted = this.lineStart;
    if (Number.isNaN(this.reached)) this.beginAnew();
    const gap = Math.round(((this.reached - this.wanted) * 1000) / size);
    if (gap !== 0) {
      this.row += `${this.inString ? ">" : ""}${gap}`;
      this.inString = false;
      this.reached -= (gap / 1000) * size;
    }
    if (!this.inString) this.row += "<";
    this.inString = true;
    this.row += glyph;
    const width = (glyphs.width(parseInt(glyph, 16)) / 1000) * size;
    this.wanted += width;
    this.reached += width;
  }

  private beginAnew(): void {
    this.flush();
    this.out.push(`${short(this.lineStart)} 0 Td\n`);
    const { wanted, lineStart } = this;
    this.restart();
    this.wanted = wanted - lineStart;
  }

  private restart(): void {
    this.wanted = 0;
    this.reached = 0;
    this.lineStart = 0;
  }
}

function lettersOf(properties: PdfDictionary): string | undefined {
  const said = properties.get("ActualText");
  if (!(said instanceof PdfText)) return undefined;
  const bytes = Buffer.from(said.bytes, "latin1");
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString("utf16le") : said.bytes;
}

function short(number: number): string {
  return String(Math.round(number * 1e4) / 1e4);
}

/** Finds one operator after the other; what stands before it are its operands. */
class Operators {
  /** Where the operator that was found last begins and ends. */
  start = 0;
  end = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The next operator; nothing where there is none any more. */
  next(): string {
    const { text } = this;
    let at = this.end;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isLetter(code)) {
        const start = at;
        while (at < text.length && isOperator(text.charCodeAt(at))) at += 1;
        const word = text.slice(start, at);
        if (word === "BI") {
          at = this.pastImage(at);
          this.start = start;
          this.end = at;
          return "EI";
        }
        if (word === "true" || word === "false" || word === "null") continue;
        this.start = start;
        this.end = at;
        return word;
      }
      if (code === 0x28) at = this.pastString(at);
      else if (code === 0x2f) {
        at += 1;
        while (at < text.length && isName(text.charCodeAt(at))) at += 1;
      } else if (code === 0x3c && text.charCodeAt(at + 1) !== 0x3c) {
        const end = text.indexOf(">", at);
        at = end < 0 ? text.length : end + 1;
      } else at += 1;
    }
    return "";
  }

  private pastString(start: number): number {
    const { text } = this;
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === "\\") at += 1;
      else if (sign === "(") depth += 1;
      else if (sign === ")" && (depth -= 1) === 0) return at + 1;
    }
    return text.length;
  }

  private pastImage(at: number): number {
    const end = /\sEI(?=\s|$)/g;
    end.lastIndex = at;
    return end.exec(this.text) ? end.lastIndex : this.text.length;
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isOperator(code: number): boolean {
  return isLetter(code) || code === 0x2a || (code >= 0x30 && code <= 0x39);
}

function isName(code: number): boolean {
  return code > 0x20 && !"()<>[]{}/%".includes(String.fromCharCode(code));
}
