import type { Place } from "../../diagnostics/place.ts";
import type { DivisionName } from "../../edition/divisions.ts";
import type { Inline, TypeStyle } from "../../edition/text.ts";
import { type Anchor, type Passage, type Span, inserted, passageFrom } from "../reading/passage.ts";
import { type RawBlock, passagesIn } from "../reading/raw-blocks.ts";
import { JOINED_CELLS, plainTable } from "../reading/table-grid.ts";
import { type XmlElement, type XmlNode, elementsNamed } from "../xml/xml-tree.ts";
import { classesOf, isBlock, isHeading, isSilent, typesOf, wordsIn } from "./markup.ts";

/** What becomes of a link. */
export type LinkFate =
  | { readonly kind: "note"; readonly label: string }
  | { readonly kind: "back" }
  | { readonly kind: "web"; readonly url: string }
  | { readonly kind: "here"; readonly target: string }
  /** It leads nowhere: why, for an editor. */
  | { readonly kind: "dead"; readonly doubt: string }
  | { readonly kind: "none" };

/** What reading pages needs to know of the book. */
export interface PageContext {
  readonly fateOf: (link: XmlElement) => LinkFate;
  /** The anchor of an element to which something in the book refers. */
  readonly anchorOf: (element: XmlElement) => string | undefined;
  /** The path from `documents/` of a picture that was taken. */
  readonly imageOf: (image: XmlElement) => string | undefined;
  /** Elements that are read elsewhere: notes. */
  readonly isElsewhere: (element: XmlElement) => boolean;
  /** The language of the book. */
  readonly language: string;
  readonly remark: (message: string) => void;
}

/** Types and elements that are a part of a document. */
const divisionTypes: ReadonlyMap<string, DivisionName> = new Map([
  ["salutation", "salute"],
  ["letter.dateline", "dateline"],
  ["dateline", "dateline"],
  ["valediction", "closer"],
  ["signature", "signature"],
  ["sender", "signature"],
  ["postscript", "postscript"],
  ["bridgehead", "opener"],
]);

/** Reads nodes of a page as blocks. */
export function readPageBlocks(
  nodes: readonly XmlNode[],
  context: PageContext,
): readonly RawBlock[] {
  return new PageReading(context).blocks(nodes);
}

/** Reads nodes as one passage: a title, a line of contents. */
export function readPagePassage(nodes: readonly XmlNode[], context: PageContext): Passage {
  const reading = new PassageReading(context);
  reading.read(nodes);
  return reading.passage();
}

class PageReading {
  readonly #context: PageContext;

  constructor(context: PageContext) {
    this.#context = context;
  }

  /** Words between blocks are paragraphs of their own. */
  blocks(nodes: readonly XmlNode[]): readonly RawBlock[] {
    const found: RawBlock[] = [];
    let inline: XmlNode[] = [];
    const end = (): void => {
      const passage = readPagePassage(inline, this.#context);
      inline = [];
      if (!isEmpty(passage)) found.push({ type: "paragraph", passage });
    };
    for (const node of nodes) {
      const apart = node.type === "element" && (isBlock(node) || this.#holdsBlocks(node));
      if (apart) {
        end();
        found.push(...this.#block(node));
      } else inline.push(node);
    }
    end();
    return found;
  }

  #holdsBlocks(element: XmlElement): boolean {
    if (isSilent(element)) return false;
    return element.children.some((child) => isBlock(child));
  }

  #block(element: XmlElement): readonly RawBlock[] {
    if (this.#context.isElsewhere(element)) return [];
    const blocks = this.#typed(element);
    const anchor = this.#context.anchorOf(element);
    return anchor === undefined ? blocks : withAnchor(blocks, anchor, element.place);
  }

  #typed(element: XmlElement): readonly RawBlock[] {
    const types = typesOf(element);
    if (types.has("pagebreak") || classesOf(element).includes("pagenum")) {
      return this.#paragraph(element);
    }
    const division = [...types].map((type) => divisionTypes.get(type)).find((name) => name);
    if (!division || element.name === "section") return this.#plain(element);
    const inner = isHeading(element) ? this.#paragraph(element) : this.#plain(element);
    if (inner.length === 0) return [];
    return [{ type: "division", name: division, blocks: inner, place: element.place }];
  }

  #plain(element: XmlElement): readonly RawBlock[] {
    switch (element.name) {
      case "p":
      case "dt":
      case "caption":
      case "figcaption":
      case "summary":
        return this.blocks([...element.children]);
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        return this.#heading([element], Number(element.name.slice(1)));
      case "hgroup":
        return this.#heading(
          element.children,
          Number(/^h([1-6])$/u.exec(firstHeading(element) ?? "h6")?.[1] ?? 6),
        );
      case "ul":
      case "ol":
        return this.#list(element);
      case "table":
        return this.#table(element);
      case "blockquote": {
        const blocks = this.blocks(element.children);
        return blocks.length === 0 ? [] : [{ type: "quotation", blocks, place: element.place }];
      }
      case "hr":
        return [{ type: "rule", place: element.place }];
      case "pre":
        return this.#lines(element);
      case "footer":
        return this.#closing(element);
      default:
        return this.blocks(element.children);
    }
  }

  #paragraph(element: XmlElement): readonly RawBlock[] {
    const passage = readPagePassage([element], this.#context);
    return isEmpty(passage) ? [] : [{ type: "paragraph", passage }];
  }

  #heading(nodes: readonly XmlNode[], level: number): readonly RawBlock[] {
    const passage = readPagePassage(nodes, this.#context);
    return isEmpty(passage) ? [] : [{ type: "heading", level, passage }];
  }

  #list(element: XmlElement): readonly RawBlock[] {
    const ordered = element.name === "ol";
    let count = Number(element.attributes.get("start") ?? "1");
    if (!Number.isInteger(count) || count < 0 || count > 999_999) count = 1;
    const entries: { readonly marker?: string; readonly blocks: readonly RawBlock[] }[] = [];
    for (const child of element.children) {
      const blocks =
        child.type === "element" && child.name === "li" ? this.#block(child) : this.blocks([child]);
      if (blocks.length === 0) continue;
      entries.push(ordered ? { marker: `${count}.`, blocks } : { blocks });
      count += 1;
    }
    if (entries.length === 0) return [];
    const tight = entries.every(({ blocks }) => blocks.length === 1);
    return [{ type: "list", ordered, tight, entries, place: element.place }];
  }

  #table(element: XmlElement): readonly RawBlock[] {
    const captions = element.children.filter((child) => isNamed(child, "caption"));
    const inner = elementsNamed(element, "table");
    const within = (row: XmlElement): boolean =>
      inner.some((table) => elementsNamed(table, "tr").includes(row));
    const rows =
      inner.length === 0
        ? elementsNamed(element, "tr")
        : elementsNamed(element, "tr").filter((row) => !within(row));
    const cells = rows.map((row) =>
      row.children
        .filter((child) => isNamed(child, "td") || isNamed(child, "th"))
        .map((cell) => ({
          wide: spanOf(cell, "colspan"),
          high: spanOf(cell, "rowspan"),
          isHead: cell.name === "th",
          passages: passagesIn(this.#block(cell)),
        })),
    );
    const hasHead =
      cells[0] !== undefined && cells.length > 1 && cells[0].every(({ isHead }) => isHead);
    const { table, joinedCells } = plainTable(cells, hasHead, element.place);
    if (joinedCells) this.#context.remark(JOINED_CELLS);
    const before = captions.flatMap((caption) => this.blocks([caption]));
    return table.rows.length + cells.length === 0 ? before : [...before, table];
  }

  /** Lines of a page that keeps its lines. */
  #lines(element: XmlElement): readonly RawBlock[] {
    const passage = readPagePassage([element], this.#context);
    const breaks = [...passage.letters.matchAll(/\n/gu)].map(({ index }) =>
      inserted(index, (place): Inline => ({ type: "line-break", place })),
    );
    if (isEmpty(passage)) return [];
    return [{ type: "paragraph", passage: { ...passage, spans: [...passage.spans, ...breaks] } }];
  }

  /** What stands at a document's end: greeting, signature, date. */
  #closing(element: XmlElement): readonly RawBlock[] {
    return this.blocks(element.children).map((block): RawBlock =>
      block.type === "paragraph"
        ? { type: "division", name: "closer", blocks: [block], place: element.place }
        : block,
    );
  }
}

function isNamed(node: XmlNode, name: string): node is XmlElement {
  return node.type === "element" && node.name === name;
}

function firstHeading(element: XmlElement): string | undefined {
  return element.children.find((child) => child.type === "element" && isHeading(child))?.type ===
    "element"
    ? element.children.filter((child) => child.type === "element").find((child) => isHeading(child))
        ?.name
    : undefined;
}

function spanOf(cell: XmlElement, name: string): number {
  const value = Number(cell.attributes.get(name) ?? "1");
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1;
}

function isEmpty({ letters, spans }: Passage): boolean {
  return letters.trim() === "" && !spans.some(({ kind }) => kind === "instead");
}

/** Puts an anchor before the first words of blocks. */
function withAnchor(blocks: readonly RawBlock[], id: string, place: Place): readonly RawBlock[] {
  const [first, ...others] = blocks;
  const anchor = inserted(0, (at): Inline => ({ type: "anchor", id, children: [], place: at }));
  if (!first) {
    const passage = passageFrom("", [{ at: 0, place }], [anchor]);
    return [{ type: "paragraph", passage }];
  }
  if (first.type === "paragraph" || first.type === "heading") {
    const { passage } = first;
    return [{ ...first, passage: { ...passage, spans: [anchor, ...passage.spans] } }, ...others];
  }
  if (first.type === "quotation" || first.type === "division") {
    return [{ ...first, blocks: withAnchor(first.blocks, id, place) }, ...others];
  }
  if (first.type === "list") {
    const [entry, ...rest] = first.entries;
    if (!entry) return blocks;
    const changed = { ...entry, blocks: withAnchor(entry.blocks, id, place) };
    return [{ ...first, entries: [changed, ...rest] }, ...others];
  }
  return blocks;
}

type Wrap = (children: readonly Inline[], place: Place) => Inline;

const emphasis: Wrap = (children, place) => ({ type: "emphasis", children, place });
const strong: Wrap = (children, place) => ({ type: "strong", children, place });
const deleted: Wrap = (children, place) => ({
  type: "act",
  act: "del",
  attributes: {},
  children,
  place,
});

function styled(style: TypeStyle): Wrap {
  return (children, place) => ({ type: "styled", style, children, place });
}

/** How elements within a line set their words. */
const inlineForms: ReadonlyMap<string, Wrap> = new Map([
  ["i", emphasis],
  ["em", emphasis],
  ["var", emphasis],
  ["dfn", emphasis],
  ["b", strong],
  ["strong", strong],
  ["u", styled("underline")],
  ["s", deleted],
  ["strike", deleted],
  ["del", deleted],
  ["sup", styled("superscript")],
  ["sub", styled("subscript")],
]);

const SMALL_CAPITALS = /^(?:small-?caps?|sc|smcap|smallcap)$/iu;

/** Reads what stands within a line. */
class PassageReading {
  readonly #context: PageContext;
  #letters = "";
  readonly #anchors: Anchor[] = [];
  readonly #spans: Span[] = [];
  /** Elements that are open and set words in some way: the same is not said twice. */
  readonly #open: Wrap[] = [];
  #languages: readonly string[];

  constructor(context: PageContext) {
    this.#context = context;
    this.#languages = [context.language];
  }

  read(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (node.type === "text") this.#text(node.value, node.place);
      else this.#element(node);
    }
  }

  passage(): Passage {
    const anchors = this.#anchors.length > 0 ? this.#anchors : [{ at: 0, place: NOWHERE }];
    const [first, ...others] = anchors;
    return passageFrom(
      this.#letters,
      first ? [{ ...first, at: 0 }, ...others] : anchors,
      this.#spans,
    );
  }

  #text(value: string, place: Place): void {
    this.#anchors.push({ at: this.#letters.length, place });
    this.#letters += value;
  }

  #element(element: XmlElement): void {
    if (isSilent(element) || this.#context.isElsewhere(element)) return;
    if (this.#anchors.length === 0) this.#anchors.push({ at: 0, place: element.place });
    const anchor = isBlock(element) ? undefined : this.#context.anchorOf(element);
    if (anchor !== undefined) {
      this.#insert((place) => ({ type: "anchor", id: anchor, children: [], place }));
    }
    if (this.#isPageBreak(element)) return this.#page(element);
    switch (element.name) {
      case "br":
        return this.#insert((place) => ({ type: "line-break", place }));
      case "img":
      case "image":
        return this.#image(element);
      case "a":
        return this.#link(element);
      case "audio":
      case "video":
      case "iframe":
      case "object":
        this.#context.remark("sound, film or a program in a page is left behind");
        break;
      case "math":
        this.#insert((place) => ({
          type: "doubt",
          message: "a formula, of which only the letters are kept",
          place,
        }));
        break;
    }
    if (isBlock(element)) this.#space();
    this.#set(element);
    if (isBlock(element)) this.#space();
  }

  #space(): void {
    if (this.#letters !== "") this.#letters += " ";
  }

  /** Reads the words of an element, set as it says, in its language. */
  #set(element: XmlElement): void {
    const from = this.#letters.length;
    const wraps = this.#wrapsOf(element);
    const language = languageOf(element);
    const isForeign =
      language !== undefined && !isSameLanguage(language, this.#languages.at(-1) ?? "");
    if (isForeign) this.#languages = [...this.#languages, language];
    this.#open.push(...wraps);
    this.read(element.children);
    this.#open.length -= wraps.length;
    if (isForeign) this.#languages = this.#languages.slice(0, -1);
    const to = this.#letters.length;
    if (from === to || this.#letters.slice(from, to).trim() === "") return;
    if (isForeign && !isBlock(element)) {
      this.#around(from, to, (children, place) => ({ type: "foreign", language, children, place }));
    }
    for (const wrap of wraps) this.#around(from, to, wrap);
  }

  #wrapsOf(element: XmlElement): readonly Wrap[] {
    const isNoteMark = element.name === "sup" && this.#holdsOnlyCalls(element);
    const form = isNoteMark ? undefined : inlineForms.get(element.name);
    const isSmall = classesOf(element).some((name) => SMALL_CAPITALS.test(name));
    const wraps = [...(form ? [form] : []), ...(isSmall ? [SMALL_CAPS] : [])];
    return wraps.filter((wrap) => !this.#open.includes(wrap));
  }

  #holdsOnlyCalls(element: XmlElement): boolean {
    const links = elementsNamed(element, "a").filter((link) =>
      ["note", "back"].includes(this.#context.fateOf(link).kind),
    );
    const around = wordsIn([element]).replaceAll(/[[\]()\s]/gu, "").length;
    return links.length > 0 && around <= wordsIn(links).replaceAll(/[[\]()\s]/gu, "").length;
  }

  #around(from: number, to: number, wrap: Wrap): void {
    this.#spans.push({ kind: "around", from, to, wrap, divisible: true });
  }

  #link(element: XmlElement): void {
    const fate = this.#context.fateOf(element);
    const from = this.#letters.length;
    if (fate.kind === "note" || fate.kind === "back") this.#plain(element);
    else this.#set(element);
    const to = this.#letters.length;
    switch (fate.kind) {
      case "note":
        this.#spans.push({
          kind: "instead",
          from,
          to,
          nodes: (place) => [{ type: "note-call", label: fate.label, place }],
          cut: "note-mark",
        });
        break;
      case "back":
        this.#spans.push({ kind: "instead", from, to, nodes: () => [], cut: "backlink" });
        break;
      case "web":
        this.#linked(from, to, (children, place) => ({
          type: "link",
          url: fate.url,
          children,
          place,
        }));
        break;
      case "here":
        this.#linked(from, to, (children, place) => ({
          type: "reference",
          target: fate.target,
          children,
          place,
        }));
        break;
      case "dead":
        this.#insert((place) => ({ type: "doubt", message: fate.doubt, place }));
        break;
      case "none":
        break;
    }
  }

  #linked(from: number, to: number, wrap: Wrap): void {
    if (this.#letters.slice(from, to).trim() === "") return;
    this.#spans.push({ kind: "around", from, to, wrap, divisible: false });
  }

  /** The words of a mark, whatever is in it. */
  #plain(element: XmlElement): void {
    for (const child of element.children) {
      if (child.type === "text") this.#text(child.value, child.place);
      else if (!isSilent(child)) this.#plain(child);
    }
  }

  #isPageBreak(element: XmlElement): boolean {
    return (
      typesOf(element).has("pagebreak") ||
      (classesOf(element).some((name) => /^(?:pagenum|pageno|page-?number)$/iu.test(name)) &&
        wordsIn([element]).length <= 20)
    );
  }

  /** A page of the print: its name stands in its title, in its id, or in its words. */
  #page(element: XmlElement): void {
    const from = this.#letters.length;
    this.#plain(element);
    const to = this.#letters.length;
    const { attributes } = element;
    const told = attributes.get("title") ?? attributes.get("aria-label") ?? "";
    const words = wordsIn([element]);
    const id = attributes.get("id") ?? "";
    const page = [told, words, id].map(pageName).find((name) => name !== undefined);
    if (page === undefined) return;
    this.#spans.push({
      kind: "instead",
      from,
      to,
      nodes: (place) => [{ type: "page-break", page, place }],
      cut: "page-mark",
    });
  }

  #image(element: XmlElement): void {
    const source = this.#context.imageOf(element);
    if (source === undefined) return;
    const text = (element.attributes.get("alt") ?? "").replaceAll(/\s+/gu, " ").trim();
    this.#insert((place) => ({ type: "image", source, text, place }));
    if (text !== "") return;
    const message = "say what the picture shows, for those who cannot see it";
    this.#insert((place) => ({ type: "doubt", message, place }));
  }

  #insert(node: (place: Place) => Inline): void {
    this.#spans.push(inserted(this.#letters.length, node));
  }
}

const SMALL_CAPS = styled("smallcaps");
const NOWHERE: Place = { file: "", line: 1, column: 1 };

/** `12`, `xii`, `12a` in words that name a page. */
function pageName(words: string): string | undefined {
  return /(?:^|[^\p{L}\d])(\d{1,5}[a-z]?|[ivxlcdm]{1,12})[^\p{L}\d]*$/iu.exec(
    words.replace(/^page[-_\s]*/iu, " "),
  )?.[1];
}

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

function languageOf({ attributes }: XmlElement): string | undefined {
  const language = attributes.get("xml:lang") ?? attributes.get("lang");
  return language !== undefined && LANGUAGE.test(language) ? language : undefined;
}

/** British and American English are one language here. */
function isSameLanguage(one: string, other: string): boolean {
  return one.split("-")[0] === other.split("-")[0];
}
