import type { XmlElement } from "../xml/xml-tree.ts";

/** Short names of the name spaces of Word's files, of the usual ("transitional") and of the strict form. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"],
  ["http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"],
  ["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  ["http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"],
  ["http://purl.oclc.org/ooxml/drawingml/picture", "pic"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
]);

/** The name spaces of the usual form by those short names: what is written again is written in them. */
export const usualSpaces: readonly (readonly [prefix: string, space: string])[] = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
  ["pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"],
  ["v", "urn:schemas-microsoft-com:vml"],
  ["o", "urn:schemas-microsoft-com:office:office"],
];

/** An element's name with the usual short name of its space, however the file abbreviates it: `w:p`. */
export function wordName({ name, space }: XmlElement): string {
  const prefix = prefixes.get(space);
  return prefix === undefined ? name : `${prefix}:${name}`;
}

/** An attribute by its name without prefix: of `w:val` and `val` there is never more than one that matters. */
export function wordAttribute({ attributes }: XmlElement, name: string): string | undefined {
  for (const [written, value] of attributes) {
    if (written === name || written.endsWith(`:${name}`)) return value;
  }
  return undefined;
}

/** The first child of a name. */
export function wordChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) {
    if (child.type === "element" && wordName(child) === name) return child;
  }
  return undefined;
}

/** The children of a name. */
export function wordChildren(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (child.type === "element" && wordName(child) === name) found.push(child);
  }
  return found;
}

/** A property that is there and not turned off: `<w:b/>`, but not `<w:b w:val="0"/>`. */
export function isOn(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = wordChild(properties, name);
  if (!element) return undefined;
  return !["0", "false", "off", "none"].includes(wordAttribute(element, "val") ?? "1");
}
