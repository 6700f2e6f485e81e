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
