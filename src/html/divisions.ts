import { divisionNamed } from "../edition/divisions.ts";
import type { Division } from "../edition/text.ts";
import { headingElement } from "./blocks.ts";
import { dateElement } from "./dates.ts";
import { escapeHtml } from "./element.ts";
import { type Writer, block, localId } from "./writer.ts";

/** A part of a document or a teaching part; `inside` is its text as HTML. */
export function division(node: Division, writer: Writer, inside: string): string {
  const teaching = divisionNamed(node.name)?.side === "teaching";
  const attributes = {
    class: teaching ? `teaching teaching-${node.name}` : `part part-${node.name}`,
    id: node.id === undefined ? undefined : localId(writer, node.id),
    lang: teaching ? writer.editorsLanguage : undefined,
  };
  return block(writer, "section", attributes, divisionHeading(node, writer) + inside);
}

/** How text inside a division is written: teaching parts are the edition's words wherever they stand, and their headings go under their own. */
export function insideDivision(node: Division, writer: Writer): Writer {
  const teaching = divisionNamed(node.name)?.side === "teaching";
  return teaching ? { ...writer, voice: "edition" } : writer;
}

function divisionHeading(node: Division, writer: Writer): string {
  const title = node.title ?? divisionNamed(node.name)?.heading ?? "";
  const words = [
    ...(node.date ? [dateElement(node.date)] : []),
    ...(title === "" ? [] : [escapeHtml(title)]),
  ].join(" · ");
  const attributes = { class: "division-heading", lang: writer.editorsLanguage };
  return words === "" ? "" : headingElement(2, attributes, words, writer);
}
