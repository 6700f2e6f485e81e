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
    case "text":
    case "code":
    case "note-call":
    case "page-break":
    case "image":
    case "line-break":
    case "rule":
    case "code-block":
      return [];
  }
}

/** The words of some text without marks, notes and page numbers; forced new lines become spaces. */
export function plainText(nodes: Iterable<TextNode>): string {
  let words = "";
  for (const node of walk(nodes)) {
    if (node.type === "text" || node.type === "code" || node.type === "code-block")
      words += node.value;
    else if (node.type === "line-break") words += " ";
  }
  return words;
}
