import { type XmlElement, visitElements } from "../xml/xml-tree.ts";
import { markOf } from "./markup.ts";
import type { Book, BookPage } from "./open-book.ts";

/** Where everything in a book's pages is. */
export interface BookIndex {
  /** An element by its page and its id: `text/a.xhtml#note-1`. */
  readonly byTarget: ReadonlyMap<string, XmlElement>;
  readonly pageOf: (element: XmlElement) => BookPage | undefined;
  readonly parentOf: (element: XmlElement) => XmlElement | undefined;
  /** Elements in reading order. */
  readonly order: ReadonlyMap<XmlElement, number>;
}

/** Goes through the pages of a book once. */
export function indexBook({ pages }: Book): BookIndex {
  const byTarget = new Map<string, XmlElement>();
  const pageOf = new Map<XmlElement, BookPage>();
  const parents = new Map<XmlElement, XmlElement>();
  const order = new Map<XmlElement, number>();
  for (const page of pages) {
    visitElements(page.root, (element) => {
      order.set(element, order.size);
      pageOf.set(element, page);
      const mark = markOf(element);
      const target = `${page.path}#${mark ?? ""}`;
      if (mark !== undefined && !byTarget.has(target)) byTarget.set(target, element);
      for (const child of element.children) {
        if (child.type === "element") parents.set(child, element);
      }
    });
  }
  return {
    byTarget,
    pageOf: (element) => pageOf.get(element),
    parentOf: (element) => parents.get(element),
    order,
  };
}
