import type { Inline, Table } from "../../../edition/text.ts";
import { type Anchor, throughAnchors } from "../content-offsets.ts";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import { readInlines } from "./inlines.ts";
import type { Branch } from "./token-tree.ts";
import { wordsOf } from "./words.ts";

/** A table of pipes. */
export function readTable(branch: Branch, reading: Reading, voice: Voice): Table {
  const rows = branch.branches.flatMap((part) => part.branches);
  const [head, ...others] = rows.map((row) => readRow(row, reading, voice));
  const cells = rows[0]?.branches ?? [];
  return {
    type: "table",
    alignments: cells.map(({ token }) => alignment(token.attrGet("style"))),
    head: head ?? [],
    rows: others,
    place: reading.placeAt(blockMeta(branch.token).at),
  };
}

function readRow(row: Branch, reading: Reading, voice: Voice): readonly (readonly Inline[])[] {
  const words = row.branches[0]?.branches[0]?.token;
  let lineStart = (words && blockMeta(words).starts?.[0]) ?? 0;
  // markdown-it trims a row as JavaScript does, of no-break spaces too.
  while (/[^\S\n]/.test(reading.markdown[lineStart] ?? "")) lineStart += 1;
  const lineEnd = reading.markdown.indexOf("\n", lineStart);
  const line = reading.markdown.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const cells = splitRow(line, lineStart);
  if (!/(?<!\\)\|/.test(line))
    reading.report(
      "table-cells",
      reading.placeAt(lineStart),
      "a line without bars becomes a row of the table above it",
      "leave an empty line above it",
    );
  const surplus = cells[row.branches.length];
  if (surplus)
    reading.report(
      "table-cells",
      reading.placeAt(surplus[0]?.markdown ?? lineStart),
      `a row with ${cells.length} cells in a table of ${row.branches.length}`,
    );
  return row.branches.map((cell, index) => {
    const anchors = cells[index] ?? [{ content: 0, markdown: lineStart + line.length }];
    return readInlines(wordsOf(cell, reading, voice, () => throughAnchors(anchors)));
  });
}

/** Where each cell of a row begins, and goes on behind each `\|`, whose backslash markdown-it takes away. */
function splitRow(line: string, lineStart: number): readonly (readonly Anchor[])[] {
  const cells: Anchor[][] = [];
  let start = 0;
  const end = line.trimEnd().length;
  if (line[0] === "|") start = 1;
  while (start < end) {
    let stop = start;
    const bars: number[] = [];
    while (stop < end && (line[stop] !== "|" || line[stop - 1] === "\\")) {
      if (line[stop] === "|") bars.push(stop);
      stop += 1;
    }
    const words = line.slice(start, stop);
    const first = start + words.length - words.trimStart().length;
    const anchors = [{ content: 0, markdown: lineStart + first }];
    for (const [count, bar] of bars.entries())
      anchors.push({ content: bar - first - count - 1, markdown: lineStart + bar });
    cells.push(anchors);
    start = stop + 1;
  }
  return cells;
}

function alignment(style: string | null): Table["alignments"][number] {
  if (style === "text-align:left") return "left";
  if (style === "text-align:center") return "center";
  if (style === "text-align:right") return "right";
  return "none";
}
