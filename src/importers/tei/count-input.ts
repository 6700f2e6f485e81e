import type { Counted } from "../importer.ts";
import { countWords, lettersOf } from "../ledger.ts";
import { childNamed, type XmlElement } from "../xml/xml-tree.ts";
import { lettersWithin } from "./letters.ts";
import { isInlineNote } from "./note-labels.ts";
import { countsAsPerson } from "./mentions.ts";
import type { Unit } from "./units.ts";

/**
 * Counts what is in a volume, from the tree as it was read: letters and words of all of it; notes,
 * references, pages and people of what is no index and no table of contents, whose references are as many
 * as the documents have pages.
 */
export function countInput(text: XmlElement, units: readonly Unit[]): Counted {
  const letters = lettersWithin([text]);
  const counting = new Counting(units);
  counting.visit(text, false);
  return {
    letters: lettersOf(letters).length,
    words: countWords(letters),
    notes: counting.notes,
    references: counting.references,
    pages: counting.pages,
    people: counting.people,
  };
}

function isText({ kind }: Unit): boolean {
  return kind === "document" || kind === "essay";
}

function elementsOf(units: readonly Unit[]): ReadonlySet<XmlElement> {
  return new Set(units.map(({ element }) => element));
}

class Counting {
  notes = 0;
  references = 0;
  pages = 0;
  people = 0;
  readonly #left: ReadonlySet<XmlElement>;
  readonly #texts: ReadonlySet<XmlElement>;

  constructor(units: readonly Unit[]) {
    this.#texts = elementsOf(units.filter(isText));
    this.#left = elementsOf(units.filter((unit) => !isText(unit)));
  }

  /** People whom the heading of a document or a chapter names are no mentions: it becomes a title. */
  visit(element: XmlElement, inText: boolean, inTitle = false): void {
    if (this.#left.has(element)) return;
    if (element.name === "note") this.notes += isInlineNote(element) ? 0 : 1;
    else if (element.name === "ref" || element.name === "ptr") this.references += 1;
    else if (element.name === "pb") this.pages += 1;
    else if (countsAsPerson(element) && !inTitle) {
      this.people += 1;
    }
    const isTextItself = this.#texts.has(element);
    const title = isTextItself ? childNamed(element, "head") : undefined;
    for (const child of element.children) {
      if (child.type !== "element") continue;
      const heads = inText ? false : isTextItself ? child === title : child.name === "head";
      this.visit(child, inText || isTextItself, child.name !== "note" && (inTitle || heads));
    }
  }
}

/** The text of a TEI file, without its header; the file's root where it has none. */
export function textOfFile(root: XmlElement): XmlElement {
  return childNamed(root, "text") ?? root;
}
