import { textWithin, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";

/** Letters with their spaces made one, and none at the ends. No-break spaces stay. */
export function tidied(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/gu, " ").trim();
}

/** What an element says, in one line. A new line in it is a space. */
export function wordsOf(node: XmlNode): string {
  return tidied(withBreaks(node));
}

function withBreaks(node: XmlNode): string {
  if (node.type === "text") return node.value;
  if (node.name === "lb") return " ";
  return node.children.map(withBreaks).join("");
}

/** Whether anything but space stands directly within an element. */
export function hasOwnText(element: XmlElement): boolean {
  return element.children.some((child) => child.type === "text" && child.value.trim() !== "");
}

/** Whether an element holds no letters. */
export function isBlank(node: XmlNode): boolean {
  return textWithin(node).trim() === "";
}

/** An element with other children. */
export function withChildren(element: XmlElement, children: readonly XmlNode[]): XmlElement {
  return { ...element, children };
}

/** Letters of nodes in their order, as the drafts have them. */
export function lettersWithin(nodes: readonly XmlNode[]): string {
  const pieces: string[] = [];
  for (const node of nodes) gatherLetters(node, pieces);
  return pieces.join("");
}

function gatherLetters(node: XmlNode, pieces: string[]): void {
  if (node.type === "text") pieces.push(node.value);
  // A gap that the tags tell of without words is an ellipsis.
  else if (node.name === "gap" && isBlank(node)) pieces.push("…");
  else for (const child of node.children) gatherLetters(child, pieces);
}
