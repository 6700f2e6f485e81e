import { Parser } from "htmlparser2";
import type { Place } from "../../diagnostics/place.ts";
import { Refusal } from "../refusal.ts";

/*
 * An HTML page as one row of nodes in reading order. Each element says where in the row it ends, so that
 * the page can be walked, skipped and searched without recursion, however deep it is.
 */

/** An element. */
export interface HtmlElement {
  readonly kind: "element";
  /** In small letters, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its index in the row. */
  readonly order: number;
  /** Index of its parent, -1 for none. */
  readonly parent: number;
  /** Index of the first node behind its content. */
  readonly end: number;
  readonly place: Place;
}

/** Letters. */
export interface HtmlText {
  readonly kind: "text";
  readonly text: string;
  readonly order: number;
  readonly parent: number;
  readonly place: Place;
}

export type HtmlNode = HtmlElement | HtmlText;

/** A page, read. */
export interface HtmlTree {
  readonly nodes: readonly HtmlNode[];
  readonly comments: readonly string[];
}

/** Elements whose text no reader sees. */
const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "template"]);

/** The parser needs the square of the depth; no page that was made to be read comes near this. */
const DEEPEST = 5000;

/** Reads HTML, whatever slips it has. Where it was made of another form, `data-line` tells lines of that. */
export function readHtml(html: string, file: string, tellsLines = false): HtmlTree {
  const nodes: HtmlNode[] = [];
  const ends: { order: number; end: number }[] = [];
  const comments: string[] = [];
  const open: number[] = [];
  const placeInHtml = placesIn(html, file);
  let told: Place = { file, line: 1, column: 1 };
  const placeAt = (index: number): Place => (tellsLines ? told : placeInHtml(index));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (open.length >= DEEPEST)
          throw new Refusal(
            `more than ${DEEPEST} elements stand in each other`,
            "save the page again from a browser, or copy its text",
            placeAt(parser.startIndex),
          );
        const line = Number(attributes["data-line"] ?? 0);
        if (line > 0) told = { file, line, column: 1 };
        const order = nodes.length;
        const parent = open.at(-1) ?? -1;
        const place = placeAt(parser.startIndex);
        nodes.push({ kind: "element", name, attributes, order, parent, end: order + 1, place });
        open.push(order);
      },
      ontext: (text) => {
        const parent = open.at(-1) ?? -1;
        const within = nodes[parent];
        if (within?.kind === "element" && UNSEEN.has(within.name)) return;
        const place = placeAt(parser.startIndex);
        nodes.push({ kind: "text", text, order: nodes.length, parent, place });
      },
      onclosetag: () => {
        const order = open.pop();
        if (order !== undefined) ends.push({ order, end: nodes.length });
      },
      oncomment: (comment) => comments.push(comment),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  for (const { order, end } of ends) {
    const node = nodes[order];
    if (node?.kind === "element") nodes[order] = { ...node, end };
  }
  return { nodes, comments };
}

/** Places of ever later indexes of a text. */
function placesIn(text: string, file: string): (index: number) => Place {
  let line = 1;
  let lineStart = 0;
  let next = text.indexOf("\n");
  return (index) => {
    while (next >= 0 && next < index) {
      line += 1;
      lineStart = next + 1;
      next = text.indexOf("\n", lineStart);
    }
    return { file, line, column: Math.max(1, index - lineStart + 1) };
  };
}

/** Whether text is HTML: it begins with a tag that only a page of the web begins with. */
export function isHtml(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,1500}?-->\s*){0,5}<(?:!doctype html|html|head|body)\b/iu.test(
    text.slice(0, 4000),
  );
}

/** The element at an index. */
export function elementAt({ nodes }: HtmlTree, order: number): HtmlElement | undefined {
  const node = nodes[order];
  return node?.kind === "element" ? node : undefined;
}

/** The elements of a page, in order. */
export function elementsIn({ nodes }: HtmlTree): readonly HtmlElement[] {
  return nodes.filter((node) => node.kind === "element");
}

/** Whether an element is a link that leads out of its page, or would if the page's address were known. */
export function isLink({ name, attributes }: HtmlElement): boolean {
  return name === "a" && !/^[^/:]*#/u.test(attributes["href"] ?? "#");
}

/** How many links stand among the nodes from one index to another. */
export function countLinks({ nodes }: HtmlTree, from: number, to: number): number {
  let count = 0;
  for (let order = from; order < to; order += 1) {
    const node = nodes[order];
    if (node?.kind === "element" && isLink(node)) count += 1;
  }
  return count;
}

/** Whether an element holds another node. */
export function holds(element: HtmlElement, order: number): boolean {
  return order > element.order && order < element.end;
}

/** Letters of nodes from one index to another, blocks on lines of their own; not more than `most`. */
export function textBetween(
  { nodes }: HtmlTree,
  from: number,
  to: number,
  most = Number.POSITIVE_INFINITY,
): string {
  let text = "";
  for (let order = from; order < to && text.length < most; order += 1) {
    const node = nodes[order];
    if (node?.kind === "text") text += node.text;
    else if (node && BLOCKS.has(node.name)) text += "\n";
  }
  return text;
}

/** Elements that stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    "html head body title p div section article main header footer aside nav blockquote ul ol li dl dt dd menu " +
    "table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 hgroup pre hr br figure figcaption address center " +
    "fieldset legend form details summary dialog noscript option select button textarea iframe object search"
  ).split(" "),
);

/** An element's classes and role, in small letters. */
export function namesOf({ attributes }: HtmlElement): readonly string[] {
  return `${attributes["class"] ?? ""} ${attributes["role"] ?? ""} ${attributes["epub:type"] ?? ""}`
    .toLowerCase()
    .split(/\s+/u)
    .filter((name) => name !== "");
}
