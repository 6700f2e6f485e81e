import type { Inline, Table } from "../edition/text.ts";
import { paragraphId, paragraphNumber } from "./blocks.ts";
import { type Writer, block } from "./writer.ts";

type Cell = readonly Inline[];

/** A table, in a box that a narrow screen can scroll. */
export function table(node: Table, writer: Writer): string {
  const row = (cells: readonly Cell[], name: "th" | "td") =>
    block(
      writer,
      "tr",
      {},
      cells.map((cell, column) => tableCell(cell, name, node.alignments[column], writer)).join(""),
    );
  const head = node.head.some((cell) => cell.length > 0)
    ? block(writer, "thead", {}, row(node.head, "th"))
    : "";
  const body = block(writer, "tbody", {}, node.rows.map((cells) => row(cells, "td")).join(""));
  const attributes = {
    class: "table-box",
    id: paragraphId(node.number, writer),
    tabindex: writer.medium === "screen" ? 0 : undefined,
    role: writer.medium === "screen" ? "group" : undefined,
    "aria-label": writer.medium === "screen" ? "Table" : undefined,
  };
  return block(
    writer,
    "div",
    attributes,
    paragraphNumber(node.number, writer) + block(writer, "table", {}, head + body),
  );
}

function tableCell(
  cell: Cell,
  name: "th" | "td",
  alignment: Table["alignments"][number] | undefined,
  writer: Writer,
): string {
  const aligned =
    alignment === undefined || alignment === "none" ? undefined : `align-${alignment}`;
  const scope = name === "th" && !writer.phrasing ? "col" : undefined;
  return block(writer, name, { class: aligned, scope }, writer.inlines(cell, writer));
}
