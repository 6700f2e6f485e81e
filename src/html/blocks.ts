import type { CodeBlock, Figure, Heading, Paragraph, Quotation, Rule } from "../edition/text.ts";
import { type Attributes, element, escapeHtml } from "./element.ts";
import { type Writer, block, localId } from "./writer.ts";

/** A paragraph; with its number, which on screen is a link to itself, where it has one. */
export function paragraph(node: Paragraph, writer: Writer): string {
  return block(
    writer,
    "p",
    { id: paragraphId(node.number, writer) },
    paragraphNumber(node.number, writer) + writer.inlines(node.children, writer),
  );
}

/** The id of a numbered paragraph or table: `p3`. */
export function paragraphId(number: number | undefined, writer: Writer): string | undefined {
  return number === undefined ? undefined : localId(writer, `p${number}`);
}

/** The number that hangs in the margin. */
export function paragraphNumber(number: number | undefined, writer: Writer): string {
  if (number === undefined) return "";
  if (writer.medium === "print") return element("span", { class: "pn" }, String(number));
  return element(
    "a",
    { class: "pn", href: `#${localId(writer, `p${number}`)}`, "aria-label": `Paragraph ${number}` },
    String(number),
  );
}

/** A heading, its level moved into the page's order of headings. */
export function heading(node: Heading, writer: Writer): string {
  const id = node.id === undefined ? undefined : localId(writer, node.id);
  return headingElement(node.level, { id }, writer.inlines(node.children, writer), writer);
}

/** A heading of some level of the source, as this page's heading. */
export function headingElement(
  level: number,
  attributes: Attributes,
  words: string,
  writer: Writer,
): string {
  const shifted = Math.min(6, level + writer.headingShift);
  return block(writer, `h${shifted}`, attributes, words);
}

/** A quotation set off. */
export function quotation(node: Quotation, writer: Writer): string {
  return block(writer, "blockquote", {}, writer.blocks(node.blocks, writer));
}

/** A picture that stands alone, with its caption. */
export function figure(node: Figure, writer: Writer): string {
  const caption =
    node.caption === "" ? "" : block(writer, "figcaption", {}, escapeHtml(node.caption));
  return block(writer, "figure", {}, writer.inlines([node.image], writer) + caption);
}

/** A rule or an ornament of the original. */
export function rule(_node: Rule, writer: Writer): string {
  return block(writer, "hr", {});
}

/** Fenced code. */
export function codeBlock(node: CodeBlock, writer: Writer): string {
  const attributes = { class: node.language === "" ? undefined : `language-${node.language}` };
  return block(writer, "pre", {}, element("code", attributes, escapeHtml(node.value)));
}
