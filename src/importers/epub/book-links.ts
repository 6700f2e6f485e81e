import { eachItsOwn, idOf } from "../reading/slug.ts";
import { type XmlElement, type XmlNode, elementsNamed, visitElements } from "../xml/xml-tree.ts";
import { type BookIndex } from "./book-index.ts";
import { type BookNotes, leadsTo } from "./book-notes.ts";
import type { BookPiece } from "./book-pieces.ts";
import { markOf, wordsIn } from "./markup.ts";
import { resolvePath } from "./open-book.ts";
import type { LinkFate } from "./page-reading.ts";

/** A piece of a book that becomes a file, with its id. */
export interface NamedPiece {
  readonly piece: BookPiece;
  readonly id: string;
}

/** Where the links of a book lead in the edition. */
export interface BookLinks {
  readonly fateOf: (link: XmlElement) => LinkFate;
  readonly anchorOf: (element: XmlElement) => string | undefined;
  /** Links to places in the book, and to the web. */
  readonly count: number;
}

/** Follows the links of the pieces and of the notes called in them. */
export function followLinks(
  named: readonly NamedPiece[],
  notes: BookNotes,
  index: BookIndex,
  labelOf: (call: XmlElement) => string | undefined,
): BookLinks {
  const owners = ownersOf(named);
  const firstOf = new Map<string, string>();
  for (const { piece, id } of named) {
    if (!firstOf.has(piece.page.path)) firstOf.set(piece.page.path, id);
  }
  const links = linksIn(named, notes);
  const wanted = new Set<XmlElement>();
  for (const link of links) {
    if (notes.backlinks.has(link) || notes.calledBy.has(link)) continue;
    const target = leadsTo(link, index);
    const owner = target && owners.get(target);
    if (target && owner?.isText === true) wanted.add(target);
  }
  const elements = [...wanted];
  const ids = eachItsOwn(
    elements.map(
      (element) => `${owners.get(element)?.id ?? ""}-${idOf(markOf(element) ?? "", "place")}`,
    ),
  );
  const anchors = new Map(elements.map((element, at) => [element, ids[at] ?? ""]));
  const within = (link: XmlElement): string | undefined => {
    const target = leadsTo(link, index);
    if (target) {
      const inside = anchors.get(target) ?? owners.get(target)?.id;
      return inside ?? firstOwned(target, owners);
    }
    const page = index.pageOf(link);
    const { path, mark } = resolvePath(page?.path ?? "", link.attributes.get("href") ?? "");
    return mark === "" ? firstOf.get(path) : undefined;
  };
  const fateOf = (link: XmlElement): LinkFate => {
    if (notes.backlinks.has(link)) return { kind: "back" };
    if (notes.calledBy.has(link)) {
      const label = labelOf(link);
      return label === undefined
        ? { kind: "dead", doubt: "a note is called here that stands with another text" }
        : { kind: "note", label };
    }
    const href = link.attributes.get("href")?.trim() ?? "";
    if (href === "") return { kind: "none" };
    if (/^(?:https?|mailto):[^\s<>]+$/iu.test(href)) return { kind: "web", url: href };
    const target = /^[a-z][a-z0-9+.-]*:/iu.test(href) ? undefined : within(link);
    if (target !== undefined) return { kind: "here", target };
    const shown = href.slice(0, 200).replaceAll(/\s+/gu, " ").replaceAll("--", "- -");
    return { kind: "dead", doubt: `a link led to "${shown}", which is not in the edition` };
  };
  const count = links.filter((link) => {
    const { kind } = fateOf(link);
    return (kind === "web" || kind === "here") && wordsIn([link]) !== "";
  }).length;
  return { fateOf, anchorOf: (element) => anchors.get(element), count };
}

interface Owner {
  readonly id: string;
  /** Whether it stands in the text, where an anchor can be, and not in the title. */
  readonly isText: boolean;
}

function ownersOf(named: readonly NamedPiece[]): ReadonlyMap<XmlElement, Owner> {
  const owners = new Map<XmlElement, Owner>();
  const own = (nodes: readonly XmlNode[], owner: Owner): void => {
    for (const node of nodes) {
      if (node.type === "element") visitElements(node, (element) => owners.set(element, owner));
    }
  };
  for (const { piece, id } of named) {
    own([...piece.head.ordinal, ...piece.head.title], { id, isText: false });
    own([...piece.head.beside, ...piece.nodes], { id, isText: true });
  }
  return owners;
}

/** The file in which the first of an element's contents stands. */
function firstOwned(
  element: XmlElement,
  owners: ReadonlyMap<XmlElement, Owner>,
): string | undefined {
  let found: string | undefined;
  visitElements(element, (each) => {
    found ??= owners.get(each)?.id;
  });
  return found;
}

/** The links in the text of pieces and in their notes. */
function linksIn(named: readonly NamedPiece[], notes: BookNotes): readonly XmlElement[] {
  const roots = new Set<XmlElement>(notes.bodies);
  for (const { piece } of named) {
    for (const node of [...piece.head.beside, ...piece.nodes]) {
      if (node.type === "element") roots.add(node);
    }
  }
  const links = new Set<XmlElement>();
  for (const root of roots) {
    if (root.name === "a") links.add(root);
    for (const link of elementsNamed(root, "a")) links.add(link);
  }
  return [...links];
}
