import type {
  Anchor,
  Code,
  Emphasis,
  Foreign,
  Image,
  LineBreak,
  Link,
  PageBreak,
  Strong,
  Styled,
  Text,
  TypeStyle,
} from "../edition/text.ts";
import { plainText } from "../edition/walk.ts";
import { directionOf } from "./direction.ts";
import { element, escapeHtml } from "./element.ts";
import { aside, plainAddress } from "./asides.ts";
import { type Writer, localId } from "./writer.ts";

/** A run of letters. */
export function text(node: Text): string {
  return escapeHtml(node.value);
}

/** `<em>` */
export function emphasis(node: Emphasis, writer: Writer): string {
  return element("em", {}, writer.inlines(node.children, writer));
}

/** `<strong>` */
export function strong(node: Strong, writer: Writer): string {
  return element("strong", {}, writer.inlines(node.children, writer));
}

const STYLES: Readonly<Record<TypeStyle, string>> = {
  underline: "u",
  smallcaps: "span",
  superscript: "sup",
  subscript: "sub",
};

/** Letters as the original sets them. */
export function styled(node: Styled, writer: Writer): string {
  const name = STYLES[node.style];
  const className = name === "span" ? node.style : undefined;
  return element(name, { class: className }, writer.inlines(node.children, writer));
}

/** Words in another language. Chromium keeps the language of an `em` in a PDF's tags, not that of a `span`. */
export function foreign(node: Foreign, writer: Writer): string {
  const name = writer.medium === "print" ? "em" : "span";
  const { language } = node;
  const attributes = { class: "foreign", lang: language, dir: directionOf(language) };
  return element(name, attributes, writer.inlines(node.children, writer));
}

/** Words that can be referred to. */
export function anchor(node: Anchor, writer: Writer): string {
  return element(
    "span",
    { class: "anchor", id: localId(writer, node.id) },
    writer.inlines(node.children, writer),
  );
}

/** `<code>` */
export function code(node: Code): string {
  return element("code", {}, escapeHtml(node.value));
}

/** A link out of the edition; an address of another scheme than these is left as words. */
export function link(node: Link, writer: Writer): string {
  const words = writer.inlines(node.children, writer);
  const own = writer.ownPage?.(node.url);
  if (own !== undefined) return element("a", { class: "reference", href: own }, words);
  if (!/^(?:https?|mailto):/i.test(node.url)) return words;
  return element("a", { class: "external", href: node.url }, words) + printedAddress(node, writer);
}

/** On paper an address that its words do not give stands behind them. */
function printedAddress({ url, children }: Link, writer: Writer): string {
  const address = plainAddress(url);
  const told = writer.medium === "screen" || plainText(children).includes(address);
  return told ? "" : aside(address, writer);
}

/** Where a page of the original begins, with its number. */
export function pageBreak(node: PageBreak, writer: Writer): string {
  const screen = writer.medium === "screen";
  const id = writer.apparatus.pages.get(node);
  return element(
    "span",
    {
      class: "page-break",
      id: id === undefined ? undefined : localId(writer, id),
      role: screen ? "doc-pagebreak" : undefined,
      "aria-label": screen ? `page ${node.page} of the original` : undefined,
      title: screen ? `Page ${node.page} of the original begins` : undefined,
    },
    escapeHtml(node.page),
  );
}

/** `<img>` */
export function image(node: Image, writer: Writer): string {
  return element("img", { src: writer.image(node.source), alt: node.text });
}

/** `<br>` */
export function lineBreak(_node: LineBreak): string {
  return element("br", {});
}
