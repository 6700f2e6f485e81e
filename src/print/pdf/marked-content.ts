import { PLAIN } from "./artifacts.ts";

/** A piece of marked content that has begun. */
interface Marked {
  /** Where its first line stands in what is written. */
  readonly start: number;
  readonly number: number | undefined;
  /** How many states were kept when it began. */
  readonly depth: number;
  shows: boolean;
  /** Where the states were restored in which it began, if nothing was painted since. */
  restored: number | undefined;
}

/**
 * Writes where marked content begins and ends: it ends before the states are restored that were there when it
 * began, and what shows nothing but lines and fills is no part of the text.
 */
export class MarkedContent {
  /** Numbers of what shows nothing but lines and fills. */
  readonly bare = new Set<number>();
  private readonly out: string[];
  private readonly figures: ReadonlySet<number>;
  private readonly begun: Marked[] = [];

  /** Figures are marked content in which lines and fills are what is to be seen. */
  constructor(out: string[], figures: ReadonlySet<number>) {
    this.out = out;
    this.figures = figures;
  }

  get any(): boolean {
    return this.begun.length > 0;
  }

  begin(line: string, properties: string, depth: number): void {
    const number = /\/MCID\s+(\d+)/.exec(properties)?.[1];
    this.begun.push({
      start: this.out.push(line) - 1,
      number: number === undefined ? undefined : Number(number),
      depth,
      shows: false,
      restored: undefined,
    });
  }

  /** Something is shown: glyphs, a picture. */
  show(): void {
    for (const outer of this.begun) {
      outer.shows = true;
      outer.restored = undefined;
    }
  }

  /** A line or a fill is painted. */
  paint(): void {
    const inner = this.begun.at(-1);
    if (inner) inner.restored = undefined;
  }

  /** States were restored, and so many are still kept. */
  restore(depth: number, at: number): void {
    const inner = this.begun.at(-1);
    if (inner && depth < inner.depth) inner.restored ??= at;
  }

  end(): void {
    const { out, figures } = this;
    const inner = this.begun.pop();
    if (!inner) return;
    const figure = inner.number !== undefined && figures.has(inner.number);
    if (!inner.shows && !figure) {
      out[inner.start] = PLAIN;
      if (inner.number !== undefined) this.bare.add(inner.number);
    }
    if (inner.restored === undefined) out.push("EMC\n");
    else out[inner.restored] = `EMC\n${out[inner.restored] ?? ""}`;
  }

  endAll(): void {
    while (this.any) this.end();
  }
}
