import { childElements, childNamed, type XmlElement, type XmlNode } from "../xml/xml-tree.ts";
import { isBlank, isPage, withChildren, wordsOf } from "./letters.ts";
import { xmlId } from "./names.ts";
import type { Remarks } from "./remarks.ts";

/** A part of a volume that becomes something of its own. */
export type Unit =
  | DocumentUnit
  | {
      readonly kind: "essay";
      readonly element: XmlElement;
      readonly nodes: readonly XmlNode[];
      /** The heading of the chapter whose documents it introduces; empty for none. */
      readonly called: string;
    }
  | { readonly kind: "people" | "terms"; readonly element: XmlElement }
  /** What is made anew, or is no text: a table of contents, an index, a title page. */
  | {
      readonly kind: "left";
      readonly element: XmlElement;
      readonly what: string;
      readonly why: string;
    };

export interface DocumentUnit {
  readonly kind: "document";
  readonly element: XmlElement;
  /** What stands in it, with pages that begin before it and without documents of their own within it. */
  readonly nodes: readonly XmlNode[];
  /** Headings of the parts in which it stands, outermost first. */
  readonly part: readonly string[];
}

/** Kinds of part that are not kept. */
const left: Readonly<Record<string, readonly [what: string, why: string]>> = {
  toc: ["printed table of contents", "a table of contents is made anew"],
  index: ["printed index", "an index is made anew from the text"],
  titlePage: ["title page", "the volume's entry says what it says"],
};

/** Parts by their id, where they have the same on every volume; and by their type. */
const partKinds: Readonly<Record<string, "people" | "terms" | "toc" | "index">> = {
  toc: "toc",
  contents: "toc",
  "table-of-contents": "toc",
  index: "index",
  persons: "people",
  names: "people",
  "list-of-persons": "people",
  terms: "terms",
  abbreviations: "terms",
  "abbreviations-and-terms": "terms",
  "list-of-abbreviations": "terms",
};

/** The parts of a text, in its order. */
export function unitsOf(text: XmlElement, remarks: Remarks): readonly Unit[] {
  const finding = new Finding(remarks);
  for (const part of topParts(text)) finding.container(part, []);
  return finding.finish();
}

/** `front`, `body` and `back`, or the text itself where it has none; of a group of texts those of each. */
function topParts(text: XmlElement): readonly XmlElement[] {
  const parts = childElements(text).filter(({ name }) => ["front", "body", "back"].includes(name));
  return parts.length > 0 ? [...around(text, parts)] : [text];
}

/** What stands between `front`, `body` and `back` is kept, too. */
function* around(text: XmlElement, parts: readonly XmlElement[]): Generator<XmlElement> {
  let loose: XmlNode[] = [];
  for (const child of text.children) {
    if (child.type === "element" && parts.includes(child)) {
      if (!loose.every(isBlank) || hasPages(loose)) yield withChildren(text, loose);
      loose = [];
      yield child;
    } else loose.push(child);
  }
  if (!loose.every(isBlank) || hasPages(loose)) yield withChildren(text, loose);
}

function hasPages(nodes: readonly XmlNode[]): boolean {
  return nodes.some(isPage);
}

/** Whether an element is a document. */
export function isDocument(element: XmlElement): boolean {
  return element.name === "div" && element.attributes.get("type") === "document";
}

const DIVISION = /^(?:div\d?|group|text|front|body|back|titlePage|listPerson|index)$/u;

class Finding {
  readonly #units: Unit[] = [];
  /** Beginnings of pages between two parts: they belong to the next. */
  #pages: XmlNode[] = [];
  /** What stands between two parts and belongs to none: it is a text of its own. */
  #loose: XmlNode[] = [];

  readonly #remarks: Remarks;

  constructor(remarks: Remarks) {
    this.#remarks = remarks;
  }

  finish(): readonly Unit[] {
    const unit = this.#units.at(-1);
    if (unit && "nodes" in unit && this.#pages.length > 0) {
      // No text begins with them: they end the last.
      this.#units.pop();
      this.#units.push({ ...unit, nodes: [...unit.nodes, ...this.#pages] });
    } else if (unit) this.#dropPages(unit.element);
    return this.#units;
  }

  /** Goes through an element that holds parts. */
  container(element: XmlElement, part: readonly string[]): void {
    for (const child of element.children) {
      if (child.type === "element" && DIVISION.test(child.name)) {
        this.#endLoose(element, part);
        this.#part(child, part);
      } else if (isPage(child) && this.#loose.every(isBlank)) {
        this.#pages.push(child);
      } else this.#loose.push(child);
    }
    this.#endLoose(element, part);
  }

  #endLoose(element: XmlElement, part: readonly string[]): void {
    const loose = this.#loose;
    this.#loose = [];
    if (loose.every(isBlank) && !loose.some(holdsMore)) return;
    const { nodes, trailing } = this.#claimPages(loose);
    this.#units.push({ kind: "essay", element, nodes, called: part.at(-1) ?? "" });
    this.#pages = trailing;
  }

  #part(element: XmlElement, part: readonly string[]): void {
    const kind = kindOf(element);
    if (isDocument(element)) return this.#document(element, part);
    if (kind === "people" || kind === "terms") {
      this.#dropPages(element);
      this.#units.push({ kind, element });
      return;
    }
    if (kind !== undefined) {
      const [what, why] = left[kind] ?? ["part", "it is made anew"];
      this.#dropPages(element);
      this.#units.push({ kind: "left", element, what, why });
      return;
    }
    if (holdsDocuments(element)) {
      const heads = childElements(element).filter(({ name }) => name === "head");
      const titles = heads
        .map((head) => wordsOf(withoutNotes(head)))
        .filter((words) => words !== "");
      const rest = element.children.filter(
        (child) => !(child.type === "element" && heads.includes(child)),
      );
      const notes = heads.flatMap((head) =>
        childElements(head).filter(({ name }) => name === "note"),
      );
      // Notes of a part's heading have nothing else to stand at than the text that introduces the part.
      this.container(withChildren(element, [...notes, ...rest]), [...part, ...titles]);
      return;
    }
    if (isBlank(element) && !childElements(element).some(holdsMore)) return;
    const { nodes, trailing } = this.#claimPages(element.children);
    this.#units.push({ kind: "essay", element, nodes, called: "" });
    this.#pages = trailing;
  }

  /** A part that is left behind takes the pages with it that begin before it. */
  #dropPages({ place }: XmlElement): void {
    for (const _ of this.#pages) {
      this.#remarks.leave({
        what: "beginnings of pages",
        why: "the parts at which they stand are left behind",
        holds: { pages: 1 },
        place,
      });
    }
    this.#pages = [];
  }

  #document(element: XmlElement, part: readonly string[]): void {
    const inner = childElements(element).filter(isDocument);
    const own = element.children.filter(
      (child) => !(child.type === "element" && inner.includes(child)),
    );
    const { nodes, trailing } = this.#claimPages(own);
    this.#units.push({ kind: "document", element, nodes, part });
    this.#pages = trailing;
    for (const child of inner) this.#document(child, part);
  }

  /** Pages that begin before a part begin with it; those that begin behind its last words begin with the next. */
  #claimPages(children: readonly XmlNode[]): {
    readonly nodes: readonly XmlNode[];
    readonly trailing: XmlNode[];
  } {
    let end = children.length;
    while (end > 0) {
      const last = children[end - 1];
      if (last && isPage(last)) {
        end -= 1;
        continue;
      }
      if (!(last?.type === "text" && isBlank(last))) break;
      end -= 1;
    }
    const trailing = children.slice(end).filter((child) => child.type === "element");
    const nodes = [...this.#pages, ...children.slice(0, end)];
    this.#pages = [];
    return { nodes, trailing };
  }
}

/** What says something without letters. */
function holdsMore(node: XmlNode): boolean {
  return node.type === "element" && ["figure", "graphic", "note"].includes(node.name);
}

function kindOf(
  element: XmlElement,
): "people" | "terms" | "toc" | "index" | "titlePage" | undefined {
  if (element.name === "titlePage") return "titlePage";
  if (element.name === "listPerson") return "people";
  if (element.name === "index") return "index";
  const names = [element.attributes.get("type"), element.attributes.get("subtype"), xmlId(element)];
  const kind = names.map((name) => partKinds[(name ?? "").toLowerCase()]).find((found) => found);
  if (kind === "people") return definesAny(element, "persName") ? kind : undefined;
  if (kind === "index") return isIndex(element) ? kind : undefined;
  if (kind === "terms") return definesAny(element, "term") ? kind : undefined;
  return kind;
}

/** An index is so called: a list of papers with what they say is encoded as one, too. */
function isIndex(element: XmlElement): boolean {
  const head = headOf(element);
  return (
    /^index/iu.test(xmlId(element) ?? "") || head === undefined || /\bindex\b/iu.test(wordsOf(head))
  );
}

/** Whether an element defines what other elements point to. */
function definesAny(element: XmlElement, name: string): boolean {
  return childElements(element).some(
    (child) => (child.name === name && xmlId(child) !== undefined) || definesAny(child, name),
  );
}

function holdsDocuments(element: XmlElement): boolean {
  return childElements(element).some((child) => isDocument(child) || holdsDocuments(child));
}

/** An element without the notes in it. */
export function withoutNotes(element: XmlElement): XmlElement {
  return withChildren(
    element,
    element.children
      .filter((child) => !(child.type === "element" && child.name === "note"))
      .map((child) => (child.type === "element" ? withoutNotes(child) : child)),
  );
}

/** The first heading directly within an element. */
export function headOf(element: XmlElement): XmlElement | undefined {
  return childNamed(element, "head");
}
