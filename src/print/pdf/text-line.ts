import { afterBlanks } from "./content-operators.ts";
import { GlyphRow } from "./glyph-row.ts";
import type { Glyphs } from "./glyphs.ts";
import { saysNoMore } from "./said-letters.ts";
import { SingleGlyphs } from "./single-glyphs.ts";

/** States of text in which a glyph is not as wide as its font says. */
const CHANGES_WIDTH: ReadonlySet<string> = new Set(["Tz", "Tc", "Tw"]);

/** A page's fonts by the names that it has for them; nothing of those whose glyphs are not known. */
export type FontsByName = ReadonlyMap<string, Glyphs | undefined>;

/** Writes what stands between `BT` and `ET`: rows of single glyphs as one line each, every glyph at its place to a thousandth of its size. */
export class TextLine {
  open = false;
  private readonly out: string[];
  private readonly fonts: FontsByName;
  private font: Glyphs | undefined;
  private size = 1;
  /** Where the next glyph stands, and where it would stand without a word, counted from where the line was written to begin. */
  private wanted = 0;
  private reached = 0;
  /** Where the line begins by what was read, counted in the same way. */
  private lineStart = 0;
  /** Whether glyphs were written that moved on by themselves. */
  private plain = true;
  private readonly row = new GlyphRow();
  private readonly text: string;
  private readonly single = new SingleGlyphs();

  /** Reads what stands in a page's text, and writes into `out`. */
  constructor(text: string, out: string[], fonts: FontsByName) {
    this.text = text;
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
      else
        for (const [glyph] of (glyphs ?? "").replaceAll(/\s/g, "").matchAll(/.{1,4}/g))
          this.add(parseInt(glyph.padEnd(4, "0"), 16), font, this.size);
    }
  }

  /** Where something follows the row that was taken last. */
  taken = 0;

  /** Takes as many glyphs as are written one by one. */
  take(from: number): boolean {
    const { text, font, size, single } = this;
    if (!font || !this.plain) return false;
    this.taken = from;
    while (single.read(text, this.taken)) {
      if (single.moves) {
        this.lineStart += single.move;
        this.wanted = this.lineStart;
      }
      this.add(single.glyph, font, size);
      this.taken = afterBlanks(text, single.end);
    }
    return this.taken > from;
  }

  /** Whether the glyphs of marked content that begins here are by themselves the letters that it says they are. */
  says(properties: string, from: number): boolean {
    const { text } = this;
    return saysNoMore(properties, text.slice(from, text.indexOf("EMC", from)), (name) =>
      name === undefined ? this.font : this.fonts.get(name),
    );
  }

  /** Operators of text that are written as they are. */
  other(operator: string): void {
    this.flush();
    if (CHANGES_WIDTH.has(operator)) this.plain = false;
  }

  flush(): void {
    const row = this.row.take();
    if (row !== "") this.out.push(row);
  }

  private add(glyph: number, font: Glyphs, size: number): void {
    if (Number.isNaN(this.wanted)) this.wanted = this.lineStart;
    if (Number.isNaN(this.reached)) this.beginAnew();
    const gap = Math.round(((this.reached - this.wanted) * 1000) / size);
    if (gap !== 0) {
      this.row.goBack(gap);
      this.reached -= (gap / 1000) * size;
    }
    this.row.add(glyph);
    const width = (font.width(glyph) / 1000) * size;
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

function short(number: number): string {
  return String(Math.round(number * 1e4) / 1e4);
}
