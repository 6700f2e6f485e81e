/** Numbered paragraphs in a row, both ends among them. */
export interface ParagraphRange {
  readonly from: number;
  readonly to: number;
}

/** Ranges as an excerpt names them, or the part that cannot be read. */
export type ReadRanges =
  { readonly ranges: readonly ParagraphRange[] } | { readonly unreadable: string };

/** `p3`, `p3-p7`, `p3-7`, with a hyphen or an en dash. */
const RANGE = /^p([1-9]\d{0,5})(?:\s*[-–]\s*p?([1-9]\d{0,5}))?$/u;

/** Reads the paragraphs of an excerpt, `p3-p7, p9`: in ascending order, each once. */
export function readRanges(written: string): ReadRanges {
  const ranges: ParagraphRange[] = [];
  for (const part of written.split(",").map((piece) => piece.trim())) {
    const [, from, to = from] = RANGE.exec(part) ?? [];
    const range = { from: Number(from), to: Number(to) };
    if (from === undefined || range.to < range.from) return { unreadable: part };
    if (range.from <= (ranges.at(-1)?.to ?? 0)) return { unreadable: part };
    ranges.push(range);
  }
  return { ranges };
}

/** Whether a paragraph is among some ranges. */
export function isIn(ranges: readonly ParagraphRange[], paragraph: number): boolean {
  return ranges.some(({ from, to }) => from <= paragraph && paragraph <= to);
}

/** `¶¶ 3–7, 9`: as a page shows them. */
export function showRanges(ranges: readonly ParagraphRange[]): string {
  const shown = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  const several = ranges.length > 1 || ranges.some(({ from, to }) => to > from);
  return `${several ? "¶¶" : "¶"} ${shown.join(", ")}`;
}
