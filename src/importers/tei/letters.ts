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
  if (isSilentGap(node)) return GAP;
  return `${node.name === "lb" ? " " : ""}${node.children.map(withBreaks).join("")}`;
}

/** Whether anything but space stands directly within an element. */
export function hasOwnText(element: XmlElement): boolean {
  return element.children.some((child) => child.type === "text" && child.value.trim() !== "");
}

/** Whether an element holds no letters. */
export function isBlank(node: XmlNode): boolean {
  return lettersWithin([node]).trim() === "";
}

/** What stands for a gap that the tags tell of without words. */
export const GAP = "…";

/** Whether an element tells of a gap without words. */
export function isSilentGap(element: XmlElement): boolean {
  return element.name === "gap" && textWithin(element).trim() === "";
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
  else if (isSilentGap(node)) pieces.push(GAP);
  else for (const child of node.children) gatherLetters(child, pieces);
}

/** Whether a node is the beginning of a page of the original, and nothing else. */
export function isPage(node: XmlNode): boolean {
  return node.type === "element" && node.name === "pb" && isBlank(node);
}
