import type { ResolvedReference } from "../apparatus/apparatus.ts";
import { documentName } from "../apparatus/document-numbers.ts";
import type { Inline, Reference } from "../edition/text.ts";
import { plainText } from "../edition/walk.ts";
import { aside, plainAddress } from "./asides.ts";
import { element, escapeHtml } from "./element.ts";
import type { Writer } from "./writer.ts";

/** A reference as a link, with its term's expansion at a first mention, and in print with a slot for the page. */
export function reference(node: Reference, writer: Writer, siblings: readonly Inline[]): string {
  const resolved = writer.apparatus.references.get(node);
  const words =
    node.children.length > 0
      ? writer.inlines(node.children, writer)
      : escapeHtml(resolved?.text ?? node.target);
  if (!resolved) return words;
  const href = writer.href(resolved.entity, resolved.coordinate);
  const { kind } = resolved.entity;
  const className = kind === "register-entry" ? "mention" : "reference";
  const linked =
    href === undefined
      ? element("span", { class: className }, words)
      : element("a", { class: className, href }, words);
  return (
    linked +
    pageSlot(resolved, href, writer) +
    elsewhere(node, resolved, href, writer) +
    expansion(node, resolved, writer, siblings)
  );
}

/** In a printed reader that does not hold the document: its number, and where it can be read. */
function elsewhere(
  node: Reference,
  { entity, text }: ResolvedReference,
  href: string | undefined,
  writer: Writer,
): string {
  if (writer.medium === "screen" || href !== undefined || entity.kind !== "document") return "";
  const words = node.children.length > 0 ? plainText(node.children) : text;
  const name = documentName(writer.apparatus.numberOf(entity));
  const { url } = entity.matter.source;
  const told = [
    ...(words.includes(name) ? [] : [name]),
    ...(url === undefined ? [] : [plainAddress(url)]),
  ].filter((part) => !words.includes(part));
  return told.length === 0 ? "" : aside(told.join(", "), writer);
}

/** An empty slot for the page on which a reference's target is printed; only where that is in this file. */
function pageSlot(resolved: ResolvedReference, href: string | undefined, writer: Writer): string {
  const printed = writer.medium === "print" && resolved.entity.kind !== "register-entry";
  if (!printed || href === undefined || !href.startsWith("#")) return "";
  return element("span", { class: "page-of", "data-page-of": href.slice(1) });
}

/** What an abbreviation stands for, at its first mention: editors write it in parentheses, into a document they set it in brackets. */
function expansion(
  node: Reference,
  { entity, text }: ResolvedReference,
  writer: Writer,
  siblings: readonly Inline[],
): string {
  if (!writer.apparatus.firstMentions.has(node) || entity.kind !== "register-entry") return "";
  const { name, abbreviation } = entity.matter;
  const words = node.children.length > 0 ? plainText(node.children) : text;
  if (abbreviation === undefined || words.includes(name)) return "";
  const document = writer.voice === "document";
  if (document && expandedByHand(node, siblings)) return "";
  const gloss = document ? `[${name}]` : `(${name})`;
  // The space belongs to the gloss: without it the text reads as it is written.
  const lang = document ? writer.editorsLanguage : undefined;
  return element("span", { class: "gloss", lang }, escapeHtml(` ${gloss}`));
}

/** Whether the source itself says at once what is meant: `CC [Central Committee]{.expan}`. */
function expandedByHand(node: Reference, siblings: readonly Inline[]): boolean {
  const next = siblings
    .slice(siblings.indexOf(node) + 1)
    .find((sibling) =>
      sibling.type === "text" ? sibling.value.trim() !== "" : sibling.type !== "doubt",
    );
  return next?.type === "act" && (next.act === "expan" || next.act === "ident");
}
