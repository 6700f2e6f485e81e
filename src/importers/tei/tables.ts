import type { Inline, Table } from "../../edition/text.ts";
import { childElements, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";
import { type Convert, pour, pourInto } from "./convert.ts";
import { strong } from "./inline-forms.ts";
import { hasOwnText, isBlank } from "./letters.ts";
import type { TextFlow } from "./text-flow.ts";
import type { Work } from "./work.ts";

/** A cell: what it says is one line, with forced new lines in it. */
type Cell = readonly Inline[];

/** A table, with its heading before and whatever else stands in it behind. */
export const table: Convert = (element, flow, work) => {
  flow.endParagraph();
  let rows: XmlElement[] = [];
  let between: XmlNode[] = [];
  const end = (): void => {
    if (rows.length > 0) oneTable(rows, element, flow, work);
    rows = [];
  };
  for (const child of element.children) {
    if (child.type === "text" && isBlank(child)) continue;
    if (child.type === "element" && child.name === "row") {
      rows.push(between.length > 0 ? withLead(child, between) : child);
      between = [];
    } else if (isMark(child)) between.push(child);
    else {
      end();
      pour(between, flow, work, true);
      between = [];
      if (child.type === "element" && child.name === "head") {
        flow.endParagraph();
        flow.within(strong(child), () => pourInto(child, flow, work));
        flow.endParagraph();
      } else pour([child], flow, work, false);
    }
  }
  const last = rows.at(-1);
  if (last && between.length > 0) rows[rows.length - 1] = withTail(last, between);
  else pour(between, flow, work, true);
  end();
};

/** What has no width and may stand in a cell: a page that begins, a note's call. */
function isMark(node: XmlNode): boolean {
  return (
    node.type === "element" &&
    (node.name === "pb" || node.name === "note" || node.name.startsWith("#"))
  );
}

/** Marks between rows stand in the next row's first cell. */
function withLead(row: XmlElement, marks: readonly XmlNode[]): XmlElement {
  const first = row.children.findIndex((child) => child.type === "element");
  return {
    ...row,
    children: row.children.map((child, at) =>
      at === first && child.type === "element"
        ? { ...child, children: [...marks, ...child.children] }
        : child,
    ),
  };
}

function withTail(row: XmlElement, marks: readonly XmlNode[]): XmlElement {
  const last = row.children.findLastIndex((child) => child.type === "element");
  return {
    ...row,
    children: row.children.map((child, at) =>
      at === last && child.type === "element"
        ? { ...child, children: [...child.children, ...marks] }
        : child,
    ),
  };
}

function oneTable(
  rows: readonly XmlElement[],
  element: XmlElement,
  flow: TextFlow,
  work: Work,
): void {
  const grid = gridOf(rows, flow, { ...work, transcription: false });
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0) return;
  const full = grid.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, (): Cell => []),
  ]);
  const headed = rows[0]?.attributes.get("role") === "label" && rows.length > 1;
  const [first = [], ...rest] = full;
  const made: Table = {
    type: "table",
    alignments: Array.from({ length: width }, (): "none" => "none"),
    head: headed ? first : Array.from({ length: width }, (): Cell => []),
    rows: headed ? rest : full,
    place: element.place,
  };
  flow.block(made);
}

/** Rows of cells; a cell that spans several has empty ones beside and below it. */
function gridOf(
  rows: readonly XmlElement[],
  flow: TextFlow,
  work: Work,
): readonly (readonly Cell[])[] {
  /** For each column, how many rows more the cell above reaches. */
  const reaching: number[] = [];
  return rows.map((row) => {
    const cells: Cell[] = [];
    const passReaching = (): void => {
      while ((reaching[cells.length] ?? 0) > 0) {
        reaching[cells.length] = (reaching[cells.length] ?? 0) - 1;
        cells.push([]);
      }
    };
    for (const cell of cellsOf(row)) {
      passReaching();
      const [across, down] = [spanOf(cell, "cols"), spanOf(cell, "rows")];
      if (across * down > 1) {
        work.volume.remarks.add(
          "a cell of a table spans several columns or rows; empty cells stand beside or below it ({times})",
          cell.place,
        );
      }
      const words = flow.line((line) => pourInto(cell, line, work), "kept");
      for (let column = 0; column < across; column += 1) {
        if (down > 1) reaching[cells.length] = down - 1;
        cells.push(column === 0 ? words : []);
      }
    }
    passReaching();
    return cells;
  });
}

/** Cells of a row; words that stand in none are one. */
function cellsOf(row: XmlElement): readonly XmlElement[] {
  if (hasOwnText(row)) return [{ ...row, name: "cell" }];
  const cells: XmlElement[] = [];
  let marks: readonly XmlNode[] = [];
  for (const child of childElements(row)) {
    if (isMark(child)) marks = [...marks, child];
    else {
      cells.push(
        marks.length === 0 ? child : { ...child, children: [...marks, ...child.children] },
      );
      marks = [];
    }
  }
  const last = cells.pop();
  if (last) cells.push({ ...last, children: [...last.children, ...marks] });
  else if (marks.length > 0) cells.push({ ...row, name: "cell", children: marks });
  return cells;
}

const WIDEST = 100;

function spanOf(cell: XmlElement, name: "cols" | "rows"): number {
  const number = Number(cell.attributes.get(name) ?? "1");
  return Number.isInteger(number) && number > 0 ? Math.min(number, WIDEST) : 1;
}
