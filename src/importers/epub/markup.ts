import { type XmlElement, type XmlNode, childElements } from "../xml/xml-tree.ts";

/** Roles of ARIA that say what types of EPUB say. */
const roles: ReadonlyMap<string, string> = new Map([
  ["doc-noteref", "noteref"],
  ["doc-backlink", "backlink"],
  ["doc-endnotes", "endnotes"],
  ["doc-footnote", "footnote"],
  ["doc-chapter", "chapter"],
  ["doc-part", "part"],
  ["doc-preface", "preface"],
  ["doc-introduction", "introduction"],
  ["doc-foreword", "foreword"],
  ["doc-afterword", "afterword"],
  ["doc-epilogue", "epilogue"],
  ["doc-prologue", "prologue"],
  ["doc-appendix", "appendix"],
  ["doc-dedication", "dedication"],
  ["doc-epigraph", "epigraph"],
  ["doc-colophon", "colophon"],
  ["doc-toc", "toc"],
  ["doc-index", "index"],
  ["doc-glossary", "glossary"],
  ["doc-bibliography", "bibliography"],
  ["doc-pagebreak", "pagebreak"],
  ["doc-subtitle", "subtitle"],
]);

/** What an element says that it is: words of `epub:type` and of `role`, without the vocabulary's short name (`z3998:signature` → `signature`). */
export function typesOf({ attributes }: XmlElement): ReadonlySet<string> {
  const types = (attributes.get("epub:type") ?? "").split(/\s+/u).filter((type) => type !== "");
  const role = roles.get(attributes.get("role") ?? "");
  return new Set([
    ...types.map((type) => type.slice(type.indexOf(":") + 1)),
    ...(role === undefined ? [] : [role]),
  ]);
}

/** The classes of an element. */
export function classesOf({ attributes }: XmlElement): readonly string[] {
  return (attributes.get("class") ?? "").split(/\s+/u).filter((name) => name !== "");
}

/** The id of an element, or its name where older books name places so. */
export function markOf(element: XmlElement): string | undefined {
  const { attributes, name } = element;
  return (
    attributes.get("id") ??
    attributes.get("xml:id") ??
    (name === "a" ? attributes.get("name") : undefined)
  );
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table ul " +
    "caption thead tbody tfoot tr td th"
  ).split(" "),
);

/** Whether an element stands on lines of its own. */
export function isBlock(node: XmlNode): node is XmlElement {
  return node.type === "element" && BLOCKS.has(node.name);
}

/** Whether an element is a heading. */
export function isHeading({ name }: XmlElement): boolean {
  return /^h[1-6]$/u.test(name);
}

/** Elements that hold no text. */
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "svg", "head"]);

/** Whether what an element holds is no text of the book. */
export function isSilent({ name }: XmlElement): boolean {
  return SILENT.has(name);
}

/** The text within nodes, but for that of some elements. */
export function textOf(
  nodes: readonly XmlNode[],
  without: (element: XmlElement) => boolean = () => false,
): string {
  const pieces: string[] = [];
  const gather = (node: XmlNode): void => {
    if (node.type === "text") pieces.push(node.value);
    else if (!isSilent(node) && !without(node)) {
      for (const child of node.children) gather(child);
      if (isBlock(node)) pieces.push("\n");
    }
  };
  for (const node of nodes) gather(node);
  return pieces.join("");
}

/** The words of nodes on one line. */
export function wordsIn(nodes: readonly XmlNode[]): string {
  return textOf(nodes)
    .replaceAll(/[\u2060\u00AD]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

/** Whether a page holds an element, at any depth. */
export function holds(element: XmlElement, test: (element: XmlElement) => boolean): boolean {
  return childElements(element).some((child) => test(child) || holds(child, test));
}
