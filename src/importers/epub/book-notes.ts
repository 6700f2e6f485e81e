import { type XmlElement, childElements, elementsNamed } from "../xml/xml-tree.ts";
import type { BookIndex } from "./book-index.ts";
import { classesOf, holds, isBlock, isHeading, typesOf, wordsIn } from "./markup.ts";
import { type Book, resolvePath } from "./open-book.ts";

/** A note of a book. */
export interface BookNote {
  /** What stands in the text where it is called, without brackets: `12`, `*`. */
  readonly mark: string;
  /** The elements that are its text. */
  readonly body: readonly XmlElement[];
}

/** The notes of a book. */
export interface BookNotes {
  /** By the links that call them. A note that is called twice is one. */
  readonly calledBy: ReadonlyMap<XmlElement, BookNote>;
  /** Links from notes back to the text. */
  readonly backlinks: ReadonlySet<XmlElement>;
  /** Elements that are the text of a note, and stand nowhere else. */
  readonly bodies: ReadonlySet<XmlElement>;
}

const MARK = "(?:\\d{1,4}|[*†‡§¶‖#]{1,4}|[a-z]|[ivxlc]{1,7})";
/** What calls a note where nothing says so: a number, a sign, perhaps in brackets. */
const CALL = new RegExp(`^[[(]?${MARK}[\\])]?$`, "u");
/** Words of a link that leads back. */
const BACK = new RegExp(
  `^(?:[[(]?${MARK}[\\])]?[.:]?|[↩↑^←⏎⤴]\\uFE0E?|back|return|jump back.*|zurück|retour)$`,
  "iu",
);
const NOTE_NAME = /^(?:foot|end|rear)?-?notes?(?:text|body)?$|^fn$|^fnote$/iu;

/** A link that may call a note. */
interface Candidate {
  readonly link: XmlElement;
  readonly target: XmlElement;
  readonly isSaid: boolean;
}

/** Finds the notes of a book: by links that say that they call one, and by links that look so and are answered by one that leads back. */
export function findNotes(book: Book, index: BookIndex): BookNotes {
  const candidates = book.pages.flatMap((page) =>
    elementsNamed(page.root, "a").flatMap((link) => candidateOf(link, index) ?? []),
  );
  const targets = new Set(candidates.map(({ target }) => target));
  const calledBy = new Map<XmlElement, BookNote>();
  const backlinks = new Set<XmlElement>();
  const bodies = new Set<XmlElement>();
  const byTarget = new Map<XmlElement, BookNote>();
  for (const { link, target, isSaid } of candidates) {
    const known = byTarget.get(target);
    if (known) {
      if (!backlinks.has(link)) calledBy.set(link, known);
      continue;
    }
    const body = bodyOf(target, targets, index);
    if (body.length === 0 || !canBeNote(body, link, bodies, index)) continue;
    const back = body.flatMap((element) => linksBack(element, link, index));
    const comesLater = (index.order.get(target) ?? 0) > (index.order.get(link) ?? 0);
    const looksSo = comesLater && (back.length > 0 || isAmongNotes(target, index));
    if (backlinks.has(link) || !(isSaid || looksSo)) continue;
    const note = { mark: wordsIn([link]).replaceAll(/^[[(]|[\])]$/gu, ""), body };
    byTarget.set(target, note);
    calledBy.set(link, note);
    for (const element of body) bodies.add(element);
    for (const each of back) backlinks.add(each);
  }
  return { calledBy, backlinks, bodies };
}

/** A note is no part of the book, does not hold its own call, and neither holds another note nor lies in one. */
function canBeNote(
  body: readonly XmlElement[],
  call: XmlElement,
  bodies: ReadonlySet<XmlElement>,
  index: BookIndex,
): boolean {
  const isOther = (element: XmlElement): boolean =>
    element === call || bodies.has(element) || isPart(element);
  return body.every((element) => {
    if (isOther(element) || holds(element, isOther)) return false;
    for (let at = index.parentOf(element); at; at = index.parentOf(at)) {
      if (bodies.has(at)) return false;
    }
    return true;
  });
}

/** Sections and headings that do not say that they are a note. */
function isPart(element: XmlElement): boolean {
  return (
    /^(?:section|article|h[1-6]|hgroup|header)$/u.test(element.name) &&
    ![...typesOf(element)].some((name) => NOTE_NAME.test(name))
  );
}

function candidateOf(link: XmlElement, index: BookIndex): Candidate | undefined {
  const target = leadsTo(link, index);
  const types = typesOf(link);
  if (!target || types.has("backlink")) return undefined;
  if (types.has("noteref")) return { link, target, isSaid: true };
  return CALL.test(wordsIn([link])) ? { link, target, isSaid: false } : undefined;
}

/** The element to which a link leads within the book. */
export function leadsTo(link: XmlElement, index: BookIndex): XmlElement | undefined {
  const href = link.attributes.get("href");
  const page = index.pageOf(link);
  if (href === undefined || !page || /^[a-z][a-z0-9+.-]*:/iu.test(href)) return undefined;
  const { path, mark } = resolvePath(page.path, href);
  return mark === "" ? undefined : index.byTarget.get(`${path}#${mark}`);
}

/** Links in a note that lead back to its call, or say that they do. */
function linksBack(body: XmlElement, call: XmlElement, index: BookIndex): readonly XmlElement[] {
  const home = blockAround(call, index);
  return elementsNamed(body, "a").filter((link) => {
    if (typesOf(link).has("backlink")) return true;
    const target = leadsTo(link, index);
    if (!target || !BACK.test(wordsIn([link]))) return false;
    return target === call || blockAround(target, index) === home;
  });
}

/** The innermost element on lines of its own in which an element stands, or which it is. */
function blockAround(element: XmlElement, index: BookIndex): XmlElement {
  let block = element;
  while (!isBlock(block)) {
    const parent = index.parentOf(block);
    if (!parent) break;
    block = parent;
  }
  return block;
}

function isAmongNotes(target: XmlElement, index: BookIndex): boolean {
  for (let at: XmlElement | undefined = target; at; at = index.parentOf(at)) {
    const names = [...typesOf(at), ...classesOf(at)];
    if (names.some((name) => NOTE_NAME.test(name))) return true;
  }
  return false;
}

const WHOLE: ReadonlySet<string> = new Set(["li", "aside", "div", "section", "article", "dd"]);

/** The elements that are a note's text, from the place to which its call leads. */
function bodyOf(
  target: XmlElement,
  targets: ReadonlySet<XmlElement>,
  index: BookIndex,
): readonly XmlElement[] {
  const block = blockAround(target, index);
  const isOther = (element: XmlElement): boolean => element !== target && targets.has(element);
  if (block.name === "body" || isHeading(block) || holds(block, isOther)) return [];
  if (WHOLE.has(block.name)) return [block];
  const parent = index.parentOf(block);
  if (!parent) return [block];
  const isOwn = WHOLE.has(parent.name) && !holds(parent, isOther);
  if (isOwn && [...typesOf(parent), ...classesOf(parent)].some((name) => NOTE_NAME.test(name))) {
    return [parent];
  }
  if (parent.name === "li" && isOwn) return [parent];
  return [block, ...goingOn(block, parent, targets, isAmongNotes(parent, index))];
}

/** Paragraphs that go on with a note: up to the next note, or to the end where all around are notes. */
function goingOn(
  block: XmlElement,
  parent: XmlElement,
  targets: ReadonlySet<XmlElement>,
  amongNotes: boolean,
): readonly XmlElement[] {
  const siblings = childElements(parent);
  const found: XmlElement[] = [];
  for (const sibling of siblings.slice(siblings.indexOf(block) + 1)) {
    if (targets.has(sibling) || holds(sibling, (each) => targets.has(each))) return found;
    if (isHeading(sibling) || !/^(?:p|dd|blockquote|ul|ol|table)$/u.test(sibling.name)) break;
    found.push(sibling);
  }
  return amongNotes || block.name === "dt" ? found : [];
}
