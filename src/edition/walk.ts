import type { Block, Inline } from "./text.ts";

/** A node of the text's tree. */
export type TextNode = Block | Inline;

/** Every node of some text, parents before children, in reading order. Notes are not entered: their text stands with their definition. */
export function* walk(nodes: Iterable<TextNode>): Generator<TextNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(childrenOf(node));
  }
}

/** The nodes directly inside a node, in reading order. */
export function childrenOf(node: TextNode): readonly TextNode[] {
  switch (node.type) {
    case "emphasis":
    case "strong":
    case "styled":
    case "foreign":
    case "anchor":
    case "link":
    case "reference":
    case "act":
    case "paragraph":
    case "heading":
      return node.children;
    case "quotation":
    case "division":
      return node.blocks;
    case "list":
      return node.entries.flatMap((entry) => entry.blocks);
    case "table":
      return [...node.head.flat(), ...node.rows.flat(2)];
    case "definitions":
      return node.entries.flatMap((entry) => [...entry.terms.flat(), ...entry.meanings.flat()]);
    case "figure":
      return [node.image];
    case "omission":
      return node.page ? [node.page] : [];
    case "text":
    case "code":
    case "note-call":
    case "citation":
    case "page-break":
    case "image":
    case "line-break":
    case "rule":
    case "code-block":
    case "doubt":
      return [];
  }
}

/** The words of some text without marks, notes, citations in brackets and page numbers; forced new lines and the bounds of blocks become spaces. */
export function plainText(nodes: Iterable<TextNode>): string {
  let words = "";
  const gap = (): void => {
    if (words !== "" && !words.endsWith(" ")) words += " ";
  };
  const read = (inside: Iterable<TextNode>): void => {
    for (const node of inside) {
      if (node.type === "text" || node.type === "code") words += node.value;
      else if (node.type === "citation") {
        // Beside the words: with the space before it.
        if (node.inSentence) words += node.written;
        else if (words.endsWith(" ")) words = words.slice(0, -1);
        words += node.punctuation ?? "";
      } else if (INLINE_HOLDERS.has(node.type)) read(childrenOf(node));
      else {
        gap();
        if (node.type === "code-block") words += node.value;
        for (const part of partsOf(node)) {
          gap();
          read(part);
        }
      }
    }
  };
  read(nodes);
  return words;
}

/** Inlines that run on with the words around them. */
const INLINE_HOLDERS: ReadonlySet<TextNode["type"]> = new Set([
  "emphasis",
  "strong",
  "styled",
  "foreign",
  "anchor",
  "link",
  "reference",
  "act",
  "note-call",
  "page-break",
  "doubt",
]);

/** What stands apart within a block: the cells of a table, words and their meanings. */
function partsOf(node: TextNode): readonly (readonly TextNode[])[] {
  if (node.type === "table") return [...node.head, ...node.rows.flat()];
  if (node.type === "definitions") {
    return node.entries.flatMap(({ terms, meanings }) => [...terms, ...meanings]);
  }
  return [childrenOf(node)];
}
