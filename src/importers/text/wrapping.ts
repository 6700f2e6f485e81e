import { type Line, isEmpty } from "./lines.ts";

/** How a text breaks its lines. */
export interface Wrapping {
  /** Whether lines are broken at a width, so that several make a paragraph. */
  readonly isWrapped: boolean;
  /** The width, in letters. */
  readonly width: number;
}

/** Wider than this no program and no typist breaks lines. */
const WIDEST = 110;

/** Judges by the lines that another one follows: of a wrapped text most are nearly as long as the longest. */
export function wrappingOf(lines: readonly Line[]): Wrapping {
  const followed = lines.filter((line, index) => !isEmpty(line) && !isEmpty(lines[index + 1]));
  const lengths = followed.map(({ text }) => text.length).toSorted((a, b) => a - b);
  if (lengths.length < 2) return { isWrapped: false, width: 0 };
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const long = lengths.filter((length) => length > width * 0.7).length;
  const widest = lengths.at(-1) ?? 0;
  const isWrapped =
    width >= 40 && widest <= WIDEST * 1.5 && width <= WIDEST && long >= lengths.length * 0.6;
  return { isWrapped, width };
}
