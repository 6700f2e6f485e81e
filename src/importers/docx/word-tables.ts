import type { Place } from "../../diagnostics/place.ts";
import { type Passage, inserted, joined, knowing, passageOf } from "../reading/passage.ts";
import type { RawTable } from "../reading/raw-blocks.ts";
import { type LibraryNode, countOf, isTrue } from "./library-tree.ts";

/** A table, and what its cells lost by becoming one of plain rows. */
export interface ReadTable {
  readonly table: RawTable;
  readonly joinedCells: boolean;
  readonly innerTables: boolean;
}

/** More columns than this are no table that a page can show. */
const MOST_COLUMNS = 64;

/**
 * A table of plain rows: of joined cells the first has the words and the others are empty, paragraphs of a
 * cell stand on lines of their own. `passagesOf` reads the paragraphs of a cell, in order.
 */
export function readTable(
  node: LibraryNode,
  place: Place,
  passagesOf: (cell: LibraryNode) => readonly Passage[],
): ReadTable {
  const rows = node.children.filter(({ type }) => type === "tableRow");
  const empty = (): Passage => passageOf("", place);
  /** How many rows below are still taken by a cell above, by column. */
  const taken: number[] = [];
  let joinedCells = false;
  let innerTables = false;
  const grid = rows.map((row) => {
    const cells: Passage[] = [];
    const skipTaken = (): void => {
      while ((taken[cells.length] ?? 0) > 0) {
        taken[cells.length] = (taken[cells.length] ?? 1) - 1;
        cells.push(empty());
      }
    };
    for (const cell of row.children.filter(({ type }) => type === "tableCell")) {
      skipTaken();
      const wide = Math.min(countOf(cell, "colSpan"), MOST_COLUMNS);
      const high = countOf(cell, "rowSpan");
      joinedCells ||= wide > 1 || high > 1;
      innerTables ||= cell.children.some(({ type }) => type === "table");
      for (let column = 0; column < wide; column += 1) {
        taken[cells.length] = high - 1;
        cells.push(column === 0 ? onLines(passagesOf(cell), empty()) : empty());
      }
    }
    skipTaken();
    return cells;
  });
  const width = Math.max(1, ...grid.map((cells) => cells.length));
  const [first, ...others] = grid.map((cells) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, empty),
  ]);
  const hasHead = rows[0] !== undefined && isTrue(rows[0], "isHeader");
  const noHead = Array.from({ length: width }, empty);
  const body = first === undefined ? [] : [first, ...others];
  return {
    table: {
      type: "table",
      head: hasHead && first ? first : noHead,
      rows: hasHead ? others : body,
      place,
    },
    joinedCells,
    innerTables,
  };
}

/** Paragraphs of a cell one under the other. */
function onLines(passages: readonly Passage[], empty: Passage): Passage {
  const filled = passages.filter(({ letters, spans }) => letters.trim() !== "" || spans.length > 0);
  if (filled.length === 0) return empty;
  return joined(
    filled.map((passage, index) =>
      index === 0
        ? passage
        : knowing(passage, [inserted(0, (place) => ({ type: "line-break", place }))]),
    ),
  );
}
