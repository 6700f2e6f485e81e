import {
  type XmlElement,
  type XmlNode,
  childElements,
  elementsNamed,
  visitElements,
} from "../xml/xml-tree.ts";
import { holds, isBlock, isHeading, isSilent, markOf, typesOf, wordsIn } from "./markup.ts";
import type { Book, BookPage, Contents } from "./open-book.ts";
import { type HeadWords, type PieceHead, behead } from "./piece-head.ts";
import { type PieceKind, kindOfTitle, kindOfTypes } from "./piece-kinds.ts";

/** A part of a book that becomes a file, a heading over others, or nothing. */
export interface BookPiece {
  readonly kind: PieceKind;
  readonly page: BookPage;
  /** The id of its element, or the page's name. */
  readonly mark: string;
  readonly head: PieceHead;
  /** The title that the table of contents gives it, where its text has none. */
  readonly label: string;
  readonly nodes: readonly XmlNode[];
  /** Titles of the parts in which it stands, the outermost first. */
  readonly part: readonly string[];
}

/** Takes a book apart: by what its sections say of themselves, or by its table of contents. A note stays whole, and nothing begins with it. */
export function takeApart(
  book: Book,
  wordsOf: HeadWords,
  isNote: (element: XmlElement) => boolean,
): readonly BookPiece[] {
  const says = book.pages.filter(({ body }) => sectionsSay(body)).length;
  return says * 2 >= book.pages.length
    ? bySections(book, wordsOf)
    : byContents(book, wordsOf, isNote);
}

function sectionsSay(body: XmlElement): boolean {
  return (
    kindOfTypes(typesOf(body)) !== undefined ||
    holds(
      body,
      (element) => element.name === "section" && kindOfTypes(typesOf(element)) !== undefined,
    )
  );
}

interface OpenPart {
  readonly mark: string;
  readonly titles: readonly string[];
}

/** Books whose sections say what they are. */
function bySections({ pages }: Book, wordsOf: HeadWords): readonly BookPiece[] {
  const pieces: BookPiece[] = [];
  const parts = new Map<string, readonly string[]>();
  const saysParents = pages.some(({ body }) =>
    holds(body, ({ attributes }) => attributes.has("data-parent")),
  );
  let last: OpenPart | undefined;

  const partOf = (section: XmlElement, above: readonly string[]): readonly string[] => {
    if (above.length > 0) return above;
    const parent = section.attributes.get("data-parent");
    if (saysParents) return (parent === undefined ? undefined : parts.get(parent)) ?? [];
    return last?.titles ?? [];
  };
  const add = (
    section: XmlElement,
    page: BookPage,
    inherited: PieceKind | undefined,
    above: readonly string[],
  ): void => {
    const own = kindOfTypes(typesOf(section));
    const kind = own ?? inherited ?? "document";
    const inner = childElements(section).filter(isOwnPiece);
    const mark = markOf(section) ?? nameOf(page.path);
    if (kind === "part" || (inner.length > 0 && own === undefined)) {
      const { head, rest } = behead(
        section.children.filter((child) => !isPiece(child)),
        wordsOf,
      );
      const title = titleWords(head);
      const titles =
        title === "" || kind !== "part"
          ? partOf(section, above)
          : [...partAbove(section, above), title];
      const hasText = wordsIn(rest) !== "";
      if (kind === "part" && title !== "") {
        parts.set(mark, titles);
        if (inner.length === 0) last = { mark, titles };
        pieces.push({
          kind: hasText ? "document" : "part",
          page,
          mark,
          head,
          label: "",
          nodes: rest,
          part: hasText ? titles : titles.slice(0, -1),
        });
      } else if (hasText || title !== "") {
        pieces.push({
          kind: kind === "part" ? "document" : kind,
          page,
          mark,
          head,
          label: "",
          nodes: rest,
          part: titles,
        });
      }
      for (const each of inner) add(each, page, kind === "part" ? "document" : kind, titles);
      return;
    }
    const { head, rest } = behead(section.children, wordsOf);
    const part = kind === "document" ? partOf(section, above) : above;
    pieces.push({ kind, page, mark, head, label: "", nodes: rest, part });
  };
  const partAbove = (section: XmlElement, above: readonly string[]): readonly string[] => {
    const parent = section.attributes.get("data-parent");
    return above.length > 0
      ? above
      : ((parent === undefined ? undefined : parts.get(parent)) ?? []);
  };

  for (const page of pages) {
    const { body } = page;
    const inherited = kindOfTypes(typesOf(body));
    const sections = childElements(body).filter(isSection);
    const others = body.children.filter((child) => !(child.type === "element" && isSection(child)));
    if (sections.length === 0 || wordsIn(others) !== "") add(body, page, inherited, []);
    else for (const section of sections) add(section, page, inherited, []);
  }
  return pieces;
}

function isSection({ name }: XmlElement): boolean {
  return name === "section" || name === "article";
}

function isOwnPiece(element: XmlElement): boolean {
  const kind = isSection(element) ? kindOfTypes(typesOf(element)) : undefined;
  return kind !== undefined;
}

function isPiece(node: XmlNode): boolean {
  return node.type === "element" && isOwnPiece(node);
}

/** The words of a head's title with its number, as a part of the table of contents has them. */
export function titleWords({ ordinal, title }: PieceHead): string {
  return [wordsIn(ordinal), wordsIn(title)].filter((words) => words !== "").join(": ");
}

function nameOf(path: string): string {
  const file = path.split("/").at(-1) ?? path;
  return file.replace(/\.[a-z]+$/iu, "");
}

/** Where the table of contents says that something begins. */
interface Beginning {
  readonly label: string;
  readonly part: readonly string[];
}

/** Books that do not say what their sections are: a new piece begins where the table of contents leads, or at the outermost headings. */
function byContents(
  { pages, contents }: Book,
  wordsOf: HeadWords,
  isNote: (element: XmlElement) => boolean,
): readonly BookPiece[] {
  const begins = beginningsOf(contents);
  const starts = new Map<XmlNode, Beginning>();
  const flat = pages.flatMap((page) =>
    flatNodes(page, begins, starts, isNote).map((node) => ({ page, node })),
  );
  const at = (page: BookPage, node: XmlNode): Beginning | undefined =>
    node.type === "element" && isNote(node)
      ? undefined
      : (starts.get(node) ?? beginningAt(page, node, begins));
  const inPages =
    flat.filter(({ page, node }) => at(page, node)).length +
    pages.filter(({ path }) => begins.has(path)).length;
  const outermost = inPages > 1 ? undefined : outermostHeading(flat.map(({ node }) => node));
  const groups: { page: BookPage; begins: Beginning | undefined; nodes: XmlNode[] }[] = [];
  let lastPage: BookPage | undefined;
  for (const { page, node } of flat) {
    const isNewPage = page !== lastPage;
    const pageBegins = isNewPage ? begins.get(page.path) : undefined;
    if (node.type === "text" && node.value.trim() === "" && !pageBegins) {
      groups.at(-1)?.nodes.push(node);
      continue;
    }
    lastPage = page;
    const found = at(page, node) ?? pageBegins;
    const isHead = outermost !== undefined && node.type === "element" && node.name === outermost;
    const group = groups.at(-1);
    if (
      !group ||
      found ||
      (isHead && wordsIn(group.nodes.filter((each) => !isHeadingNode(each))) !== "")
    ) {
      groups.push({ page, begins: found, nodes: [node] });
    } else group.nodes.push(node);
  }
  return groups
    .filter(({ nodes }) => wordsIn(nodes) !== "" || nodes.some(hasPicture))
    .map(({ page, begins: beginning, nodes }): BookPiece => {
      const { head, rest } = behead(nodes, wordsOf);
      const label = beginning?.label ?? "";
      const title = wordsIn(head.title);
      const named = kindOfTitle(title === "" ? label : title);
      const first = nodes.find((node) => node.type === "element");
      const boilerplate = first && /^pg-|^project-gutenberg/iu.test(markOf(first) ?? "");
      const isHeadless = title === "" && label === "";
      const kind = boilerplate || isHeadless ? "left" : named;
      const mark = (first && markOf(first)) ?? nameOf(page.path);
      return {
        kind: isHeadless && pages.length === 1 ? "document" : kind,
        page,
        mark,
        head,
        label,
        nodes: rest,
        part: beginning?.part ?? [],
      };
    });
}

function isHeadingNode(node: XmlNode): boolean {
  return node.type === "element" && isHeading(node);
}

function hasPicture(node: XmlNode): boolean {
  return node.type === "element" && (node.name === "img" || elementsNamed(node, "img").length > 0);
}

function beginningsOf(contents: readonly Contents[]): ReadonlyMap<string, Beginning> {
  const found = new Map<string, Beginning>();
  const add = (entries: readonly Contents[], part: readonly string[]): void => {
    for (const { label, target, entries: inner } of entries) {
      if (target !== "" && !found.has(target)) found.set(target, { label, part });
      add(inner, label === "" ? part : [...part, label]);
    }
  };
  add(contents, []);
  return found;
}

/** The beginning that a node is or holds. */
function beginningAt(
  page: BookPage,
  node: XmlNode,
  begins: ReadonlyMap<string, Beginning>,
): Beginning | undefined {
  if (node.type !== "element" || begins.size === 0) return undefined;
  let found: Beginning | undefined;
  visitElements(node, (element) => {
    const mark = markOf(element);
    if (mark !== undefined) found ??= begins.get(`${page.path}#${mark}`);
  });
  return found;
}

/** A page's nodes without the boxes around several of them in which something begins. `starts` gains what begins with a box. */
function flatNodes(
  page: BookPage,
  begins: ReadonlyMap<string, Beginning>,
  starts: Map<XmlNode, Beginning>,
  isNote: (element: XmlElement) => boolean,
): readonly XmlNode[] {
  const beginning = (element: XmlElement): Beginning | undefined =>
    begins.get(`${page.path}#${markOf(element) ?? ""}`);
  const opens = (element: XmlElement): boolean =>
    isHeading(element) || beginning(element) !== undefined;
  const flatten = (nodes: readonly XmlNode[]): readonly XmlNode[] =>
    nodes.flatMap((node) => {
      if (node.type === "text") return [node];
      if (isSilent(node)) return [];
      const isBox = isBlock(node) && /^(?:div|section|article|main)$/u.test(node.name);
      if (!isBox || isNote(node) || !holds(node, opens)) return [node];
      const inner = flatten(node.children);
      const found = beginning(node);
      const first = inner.find((each) => each.type === "element" || each.value.trim() !== "");
      if (found && first && !starts.has(first)) starts.set(first, found);
      return inner;
    });
  return flatten(page.body.children);
}

/** The outermost heading of which there are several. */
function outermostHeading(nodes: readonly XmlNode[]): string | undefined {
  return ["h1", "h2", "h3"].find(
    (name) => nodes.filter((node) => node.type === "element" && node.name === name).length > 1,
  );
}
