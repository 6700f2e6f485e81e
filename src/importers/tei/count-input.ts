import type { Counted } from "../importer.ts";
import { lettersOf } from "../ledger.ts";
import { childNamed, type XmlElement, visitElements } from "../xml/xml-tree.ts";
import { lettersWithin } from "./lift-notes.ts";

/** Counts what is in a volume, from the tree as it was read. */
export function countInput(text: XmlElement): Counted {
  const words = lettersWithin([text]);
  let notes = 0;
  let references = 0;
  let pages = 0;
  let people = 0;
  visitElements(text, (element) => {
    if (element.name === "note") notes += 1;
    else if (element.name === "ref" || element.name === "ptr") references += 1;
    else if (element.name === "pb") pages += 1;
    else if (element.name === "persName" && element.attributes.has("corresp")) people += 1;
  });
  return {
    letters: lettersOf(words).length,
    words: words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    notes,
    references,
    pages,
    people,
  };
}

/** The text of a TEI file, without its header; the file's root where it has none. */
export function textOfFile(root: XmlElement): XmlElement {
  return childNamed(root, "text") ?? root;
}
