import type { Place } from "../../diagnostics/place.ts";

/*
 * An XML document as a tree of elements and text. Comments and processing instructions are not
 * in it; sections of CDATA are text. No tree is nested deeper than `readXml` allows, so that
 * walking one by recursion is safe.
 */

/** An element. */
export interface XmlElement {
  readonly type: "element";
  /** Its name without prefix: `div`. */
  readonly name: string;
  /** The prefix as written, empty for none: `frus`. */
  readonly prefix: string;
  /** The name space; empty for none. */
  readonly space: string;
  /** Values by names as written: `xml:id`, `n`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly place: Place;
}

/** A run of letters; two never stand side by side unless a comment stood between them. */
export interface XmlText {
  readonly type: "text";
  readonly value: string;
  readonly place: Place;
}

export type XmlNode = XmlElement | XmlText;

/** The elements directly within an element. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.type === "element");
}

/** The first element of a name directly within an element. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return childElements(element).find((child) => child.name === name);
}

/** Every element of a name within an element, at any depth, in the document's order. */
export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  visitElements(element, (each) => {
    if (each.name === name && each !== element) found.push(each);
  });
  return found;
}

/** Visits an element and all within it, in the document's order. */
export function visitElements(element: XmlElement, visit: (element: XmlElement) => void): void {
  visit(element);
  for (const child of element.children) if (child.type === "element") visitElements(child, visit);
}

/** All letters within a node, as they stand. */
export function textWithin(node: XmlNode): string {
  if (node.type === "text") return node.value;
  const pieces: string[] = [];
  gatherText(node, pieces);
  return pieces.join("");
}

function gatherText(element: XmlElement, pieces: string[]): void {
  for (const child of element.children) {
    if (child.type === "text") pieces.push(child.value);
    else gatherText(child, pieces);
  }
}
