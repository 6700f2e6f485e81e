import type { Place } from "../../diagnostics/place.ts";
import type { Passage } from "../reading/passage.ts";
import { type PlainTable, plainTable } from "../reading/table-grid.ts";
import { type LibraryNode, countOf, isTrue } from "./library-tree.ts";

/** A table, and what its cells lost by becoming one of plain rows. */
export interface ReadTable extends PlainTable {
  readonly innerTables: boolean;
}

/** A table of plain rows. `passagesOf` reads the paragraphs of a cell, in order. */
export function readTable(
  node: LibraryNode,
  place: Place,
  passagesOf: (cell: LibraryNode) => readonly Passage[],
): ReadTable {
  const rows = node.children.filter(({ type }) => type === "tableRow");
  const cells = rows.map((row) => row.children.filter(({ type }) => type === "tableCell"));
  const grid = cells.map((row) =>
    row.map((cell) => ({
      wide: countOf(cell, "colSpan"),
      high: countOf(cell, "rowSpan"),
      passages: passagesOf(cell),
    })),
  );
  const hasHead = rows[0] !== undefined && isTrue(rows[0], "isHeader");
  return {
    ...plainTable(grid, hasHead, place),
    innerTables: cells.flat().some((cell) => cell.children.some(({ type }) => type === "table")),
  };
}
