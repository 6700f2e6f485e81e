import { elementsNamed, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";
import { withChildren } from "./letters.ts";
import { isInlineNote } from "./note-labels.ts";
import { doubtElement } from "./work.ts";

/** Nodes in which no note stands within another: the inner one's text stands behind the outer one's, with a doubt. */
export function liftNotes(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.map((node) => {
    if (node.type === "text") return node;
    const told = holdsInlineNote(node) ? withInlineWords(node) : node;
    return holdsNoteInNote(told, false) ? lifted(told) : told;
  });
}

function holdsInlineNote(element: XmlElement): boolean {
  return (
    isInlineNote(element) ||
    element.children.some((child) => child.type === "element" && holdsInlineNote(child))
  );
}

/** Notes that are words of the line become such. */
function withInlineWords(element: XmlElement): XmlElement {
  const children = element.children.map((child) =>
    child.type === "element" ? withInlineWords(child) : child,
  );
  return isInlineNote(element)
    ? { ...element, name: "seg", children }
    : withChildren(element, children);
}

function holdsNoteInNote(element: XmlElement, inNote: boolean): boolean {
  const isNote = element.name === "note";
  if (isNote && inNote) return true;
  return element.children.some(
    (child) => child.type === "element" && holdsNoteInNote(child, inNote || isNote),
  );
}

function lifted(element: XmlElement): XmlElement {
  if (element.name !== "note") {
    return withChildren(
      element,
      element.children.map((child) => (child.type === "element" ? lifted(child) : child)),
    );
  }
  const inner = elementsNamed(element, "note");
  if (inner.length === 0) return element;
  const behind = inner.flatMap((note): readonly XmlNode[] => [
    paragraph(note, [
      doubtElement(
        `this was a note${numbered(note)} within the note; a note cannot call another`,
        note.place,
      ),
      ...withoutInner(note).children,
    ]),
  ]);
  return withChildren(element, [...withoutInner(element).children, ...behind]);
}

function numbered(note: XmlElement): string {
  const number = note.attributes.get("n") ?? "";
  return /^\w+$/u.test(number) ? ` (${number})` : "";
}

function paragraph(note: XmlElement, children: readonly XmlNode[]): XmlElement {
  return { ...note, name: "p", attributes: new Map(), children };
}

function withoutInner(element: XmlElement): XmlElement {
  return withChildren(
    element,
    element.children
      .filter((child) => !(child.type === "element" && child.name === "note"))
      .map((child) => (child.type === "element" ? withoutInner(child) : child)),
  );
}
