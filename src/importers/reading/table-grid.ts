import type { Place } from "../../diagnostics/place.ts";
import { type Passage, inserted, joined, knowing, passageOf } from "./passage.ts";
import type { RawTable } from "./raw-blocks.ts";

/** A cell as it is written: how many columns and rows it takes, and its paragraphs. */
export interface GridCell {
  readonly wide: number;
  readonly high: number;
  readonly passages: readonly Passage[];
}

/** A table of plain rows, and whether cells of it had been joined. */
export interface PlainTable {
  readonly table: RawTable;
  readonly joinedCells: boolean;
}

/** More columns than this are no table that a page can show. */
const MOST_COLUMNS = 64;

/** What is told of a table with joined cells. */
export const JOINED_CELLS =
  "a table has joined cells: the first of them has the words, the others are empty";

/** Makes plain rows: of joined cells the first has the words and the others are empty, paragraphs of a cell stand on lines of their own. */
export function plainTable(
  rows: readonly (readonly GridCell[])[],
  hasHead: boolean,
  place: Place,
): PlainTable {
  const empty = (): Passage => passageOf("", place);
  /** How many rows below are still taken by a cell above, by column. */
  const taken: number[] = [];
  const grid = rows.map((row) => {
    const cells: Passage[] = [];
    const skipTaken = (): void => {
      while ((taken[cells.length] ?? 0) > 0) {
        taken[cells.length] = (taken[cells.length] ?? 1) - 1;
        cells.push(empty());
      }
    };
    for (const { wide, high, passages } of row) {
      skipTaken();
      for (let column = 0; column < Math.min(wide, MOST_COLUMNS); column += 1) {
        taken[cells.length] = high - 1;
        cells.push(column === 0 ? onLines(passages, empty()) : empty());
      }
    }
    skipTaken();
    return cells;
  });
  const width = grid.reduce((widest, cells) => Math.max(widest, cells.length), 1);
  const [first, ...others] = grid.map((cells) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, empty),
  ]);
  const noHead = Array.from({ length: width }, empty);
  const body = first === undefined ? [] : [first, ...others];
  return {
    table: {
      type: "table",
      head: hasHead && first ? first : noHead,
      rows: hasHead ? others : body,
      place,
    },
    joinedCells: rows.some((row) => row.some(({ wide, high }) => wide > 1 || high > 1)),
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
