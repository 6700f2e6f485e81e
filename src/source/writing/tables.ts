import type { Inline, Table } from "../../edition/text.ts";
import { cellSetting, writeInlines } from "./inlines.ts";
import { LINE_WIDTH, inOneLine } from "./wrap.ts";

const rulers = { left: ":--", center: ":-:", right: "--:", none: "---" } as const;

/** A table of pipes. Its columns stand below each other as long as its lines can be seen whole. */
export function writeTable({ alignments, head, rows }: Table): readonly string[] {
  const written = [head, ...rows].map((row) => row.map(writeCell));
  const [first = [], ...others] = written;
  const widths = alignments.map((_, column) =>
    written.reduce((most, row) => Math.max(most, lengthOf(row[column] ?? "")), 3),
  );
  const isShort = widths.reduce((sum, width) => sum + width + 3, 1) <= LINE_WIDTH;
  const padded = (row: readonly string[]): string =>
    lineOf(row.map((cell, column) => (isShort ? pad(cell, widths[column] ?? 0) : cell)));
  const ruler = alignments.map((alignment, column) => {
    const [left = "", middle = "", right = ""] = rulers[alignment];
    return left + middle.repeat(isShort ? Math.max((widths[column] ?? 3) - 2, 1) : 1) + right;
  });
  return [padded(first), lineOf(ruler), ...others.map(padded)];
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A bar in a cell has a backslash, whatever stands before it: the reader takes it off before anything else. */
function writeCell(cell: readonly Inline[]): string {
  return inOneLine(writeInlines(cell, cellSetting)).replaceAll("|", "\\|");
}

function pad(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(width - lengthOf(cell), 0));
}

function lengthOf(cell: string): number {
  return Array.from(cell).length;
}
