import { divisionNamed, questionKinds } from "../edition/divisions.ts";
import type { Division } from "../edition/text.ts";
import { headingElement } from "./blocks.ts";
import { comparedDocuments } from "./compared-documents.ts";
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
    // Of what is filled in with a pencil.
    "data-lines": writer.medium === "print" ? node.options?.get("lines")?.value : undefined,
  };
  const compared = node.name === "comparison" ? comparedDocuments(node, writer) : "";
  return block(writer, "section", attributes, divisionHeading(node, writer) + compared + inside);
}

/** How text inside a division is written: teaching parts are the edition's words wherever they stand, and their headings go under their own. */
export function insideDivision(node: Division, writer: Writer): Writer {
  const teaching = divisionNamed(node.name)?.side === "teaching";
  return teaching ? { ...writer, voice: "edition" } : writer;
}

function divisionHeading(node: Division, writer: Writer): string {
  const kind = questionKinds.get(node.options?.get("kind")?.value ?? "");
  const title = node.title ?? kind ?? divisionNamed(node.name)?.heading ?? "";
  const words = [
    ...(node.date ? [dateElement(node.date)] : []),
    ...(title === "" ? [] : [escapeHtml(title)]),
  ].join(" · ");
  const attributes = { class: "division-heading", lang: writer.editorsLanguage };
  if (words === "") return "";
  // An answer stands under its question, which has no heading of its own.
  return node.name === "answer"
    ? block(writer, "p", attributes, words)
    : headingElement(2, attributes, words, writer);
}
