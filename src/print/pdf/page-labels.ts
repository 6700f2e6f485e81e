import type { Sheet } from "../numbering/sheets.ts";

/** Pages from `first` (counted from 0) on that are numbered in one manner, the first of them with `start`. */
export interface LabelRange {
  readonly first: number;
  readonly style: "r" | "D";
  readonly start: number;
}

/** How a PDF reader names pages: the front matter i, ii, the rest 1, 2, as they are printed. */
export function labelRanges(sheets: readonly Sheet[]): readonly LabelRange[] {
  const body = sheets.findIndex(({ label }) => /^\d/.test(label));
  const ranges: LabelRange[] = [];
  if (body !== 0) ranges.push({ first: 0, style: "r", start: 1 });
  if (body >= 0) ranges.push({ first: body, style: "D", start: Number(sheets[body]?.label) });
  return ranges;
}
