import type { Place } from "../../diagnostics/place.ts";
import type { LeftBehind } from "../ledger.ts";
import { lettersOf } from "../ledger.ts";
import { noteCall } from "../reading/note-marks.ts";
import type { Passage } from "../reading/passage.ts";
import { joined, passageOf } from "../reading/passage.ts";
import { type RawBlock, passagesIn } from "../reading/raw-blocks.ts";
import type { HtmlNotes } from "./html-notes.ts";
import { type HtmlStyle, stylesOf } from "./html-styles.ts";
import {
  type HtmlElement,
  type HtmlTree,
  BLOCKS,
  countLinks,
  isLink,
  namesOf,
  textBetween,
} from "./html-tree.ts";
import { asideOf } from "./page-parts.ts";
import { PassageMaker } from "./passage-maker.ts";

/** What reading a page's nodes needs to know. */
export interface HtmlReading {
  readonly tree: HtmlTree;
  readonly notes: HtmlNotes;
  /** The page's language. */
  readonly language: string;
  /** The full address of a link; nothing where it has none that leads out of the page. */
  readonly addressOf: (href: string) => string | undefined;
}

/** Blocks of a part of a page. */
export interface HtmlBlocks {
  readonly blocks: readonly RawBlock[];
  readonly left: readonly LeftBehind[];
  /** Names of pictures and other things that are no text, with their places. */
  readonly things: readonly { readonly name: string; readonly place: Place }[];
}

/** Blocks within blocks deeper than this are read on one level: no text needs more. */
const DEEPEST = 12;

/** A block that is being read. */
interface Frame {
  readonly end: number;
  readonly element: HtmlElement | undefined;
  readonly blocks: RawBlock[];
  /** Makes of the blocks what stands in the frame around this one. */
  readonly close: (blocks: readonly RawBlock[]) => readonly RawBlock[];
  /** Styles that end with the element. */
  readonly styles: readonly HtmlStyle[];
  /** Whether its blocks stand within a block. */
  readonly nests: boolean;
}

/** Reads nodes from one index to another, leaving out the ranges of notes when it meets them. */
export function readBlocks(
  reading: HtmlReading,
  from: number,
  to: number,
  withoutNotes: boolean,
): HtmlBlocks {
  return new BlockReader(reading, withoutNotes).read(from, to);
}

class BlockReader {
  readonly #reading: HtmlReading;
  readonly #maker = new PassageMaker();
  readonly #frames: Frame[] = [];
  readonly #left: LeftBehind[] = [];
  readonly #things: { name: string; place: Place }[] = [];
  readonly #skips: ReadonlyMap<number, number>;
  /** New lines since the last letter: two end a paragraph. */
  #breaks = 0;
  #names: readonly string[] = [];
  /** How many blocks stand around what is read. */
  #depth = 0;

  constructor(reading: HtmlReading, withoutNotes: boolean) {
    this.#reading = reading;
    this.#skips = new Map(
      withoutNotes ? reading.notes.notes.map(({ from, to }) => [from, to]) : [],
    );
  }

  read(from: number, to: number): HtmlBlocks {
    const blocks: RawBlock[] = [];
    this.#frames.push({
      end: to,
      element: undefined,
      blocks,
      close: unchanged,
      styles: [],
      nests: false,
    });
    let order = from;
    while (order < to) {
      this.#closeTo(order);
      order = this.#node(order, from);
    }
    this.#closeTo(to);
    this.#flush();
    return { blocks, left: this.#left, things: this.#things };
  }

  /** Reads a node and gives the index of the next one. */
  #node(order: number, from: number): number {
    const { tree, notes } = this.#reading;
    const node = tree.nodes[order];
    const skipTo = this.#skips.get(order);
    if (skipTo !== undefined && order !== from) {
      if (node?.kind === "element" && BLOCKS.has(node.name)) this.#flush();
      return Math.max(skipTo, order + 1);
    }
    if (!node) return order + 1;
    if (node.kind === "text") {
      if (node.text.trim() !== "") this.#breaks = 0;
      this.#maker.add(node.text, node.place);
      return order + 1;
    }
    const label = notes.calls.get(order);
    if (label !== undefined) {
      this.#replace(node, noteCall(0, 0, label));
      return node.end;
    }
    const again = notes.again.get(order);
    if (again !== undefined)
      this.#maker.insert(
        (place) => ({ type: "doubt", message: `note ${again} is called here again`, place }),
        node.place,
      );
    if (notes.backlinks.has(order)) {
      this.#replace(node, { nodes: () => [], cut: "backlink" });
      return node.end;
    }
    const aside = asideOf(node, true);
    if (aside && !this.#holdsNotes(node)) {
      if (BLOCKS.has(node.name)) this.#flush();
      const text = textBetween(tree, order, node.end);
      const references = countLinks(tree, order, node.end);
      if (lettersOf(text) !== "" || references > 0)
        this.#left.push({
          ...aside,
          text,
          ...(references > 0 && { holds: { references } }),
          place: node.place,
        });
      return node.end;
    }
    return this.#element(node);
  }

  /** An element that is left out for what it is may hold the notes. */
  #holdsNotes(element: HtmlElement): boolean {
    const { notes } = this.#reading.notes;
    let low = 0;
    let high = notes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((notes[middle]?.to ?? 0) <= element.order) low = middle + 1;
      else high = middle;
    }
    return (notes[low]?.from ?? element.end) < element.end;
  }

  #replace(element: HtmlElement, span: Parameters<PassageMaker["replace"]>[1]): void {
    const begins = this.#maker.length;
    const { nodes, cut } = span;
    for (let order = element.order; order < element.end; order += 1) {
      const node = this.#reading.tree.nodes[order];
      if (node?.kind === "text") this.#maker.add(node.text, node.place);
    }
    if (this.#maker.length === begins) this.#maker.add(" ", element.place);
    this.#maker.replace(begins, { nodes, ...(cut === undefined ? {} : { cut }) });
  }

  #element(element: HtmlElement): number {
    const { name, attributes, place, order, end } = element;
    const page = pageOf(element);
    if (page !== undefined) {
      this.#maker.insert((at) => ({ type: "page-break", page, place: at }), place);
      return order + 1;
    }
    switch (name) {
      case "br":
        this.#breaks += 1;
        if (this.#breaks > 1) this.#flush();
        else this.#maker.insert((at) => ({ type: "line-break", place: at }), place);
        return order + 1;
      case "hr":
        this.#flush();
        this.#top().blocks.push({ type: "rule", place });
        return order + 1;
      case "img":
      case "svg":
      case "video":
      case "audio":
      case "iframe":
      case "object":
      case "embed":
      case "canvas":
        return this.#thing(element);
      case "input":
      case "wbr":
      case "link":
      case "meta":
      case "base":
        return order + 1;
      case "pre":
        this.#flush();
        this.#verse(element);
        return end;
      case "table":
        if (isTableOfData(this.#reading.tree, element)) {
          this.#flush();
          this.#table(element);
          return end;
        }
        break;
    }
    if (BLOCKS.has(name)) {
      this.#flush();
      this.#names = namesOf(element);
      const frame = { ...this.#frameOf(element), styles: [] };
      if (frame.nests) this.#depth += 1;
      this.#frames.push(frame);
      return order + 1;
    }
    const { language, addressOf } = this.#reading;
    if (isLink(element) && addressOf(attributes["href"] ?? "") === undefined)
      this.#left.push({
        what: "addresses of links",
        why: "the page does not say where they lead",
        text: "",
        holds: { references: 1 },
        place,
      });
    const styles = stylesOf(element, language, addressOf).filter((style) =>
      this.#maker.open(style),
    );
    if (styles.length > 0 || attributes["id"] !== undefined)
      this.#frames.push({
        end,
        element,
        blocks: this.#top().blocks,
        close: unchanged,
        styles,
        nests: false,
      });
    return order + 1;
  }

  #frameOf(element: HtmlElement): Omit<Frame, "styles"> {
    const { name, end, place } = element;
    const transparent = {
      end,
      element,
      blocks: this.#top().blocks,
      close: unchanged,
      nests: false,
    };
    if (this.#depth >= DEEPEST) return transparent;
    const own = (
      nest: (blocks: readonly RawBlock[]) => readonly RawBlock[],
    ): Omit<Frame, "styles"> => ({
      end,
      element,
      blocks: [],
      close: nest,
      nests: true,
    });
    switch (name) {
      case "blockquote":
        return own((blocks) => quotationOf(blocks, place));
      case "ul":
      case "ol":
        return own((blocks) => listOf(element, blocks));
      case "li":
        // Until its list is made an entry is a quotation by itself.
        return own((blocks) => quotationOf(blocks, place));
      default:
        return /^h[1-6]$/u.test(name)
          ? own((blocks) => headingsOf(Number(name[1]), blocks))
          : transparent;
    }
  }

  #top(): Frame {
    const top = this.#frames.at(-1);
    if (!top) throw new Error("no block is being read");
    return top;
  }

  /** Ends every element that ends before a node. */
  #closeTo(order: number): void {
    for (let top = this.#top(); this.#frames.length > 1 && top.end <= order; top = this.#top()) {
      const isBlock = top.element !== undefined && BLOCKS.has(top.element.name);
      for (const style of top.styles) this.#maker.close(style);
      if (isBlock) this.#flush();
      this.#frames.pop();
      if (top.nests) this.#depth -= 1;
      const outer = this.#top();
      if (outer.blocks !== top.blocks) outer.blocks.push(...top.close(top.blocks));
    }
  }

  /** Ends a paragraph. */
  #flush(): void {
    const passage = this.#maker.take();
    this.#breaks = 0;
    if (!passage) return;
    const names = this.#names;
    this.#top().blocks.push({
      type: "paragraph",
      passage,
      ...(names.length === 0 ? {} : { names }),
    });
  }

  #thing(element: HtmlElement): number {
    const { attributes, name, place, order, end } = element;
    const told = attributes["src"] ?? attributes["data"] ?? attributes["alt"] ?? "";
    const source = told.startsWith("data:") ? "in the page itself" : told.slice(0, 200);
    const alt = attributes["alt"] ?? "";
    const words = alt === "" || alt === told ? "" : ` (${alt.slice(0, 200)})`;
    this.#things.push({ name: `${name} ${source}${words}`.trim(), place });
    const text = textBetween(this.#reading.tree, order, end);
    if (lettersOf(text) !== "")
      this.#left.push({
        what: `words in a picture`,
        why: "the picture is left behind",
        text,
        place,
      });
    return end;
  }

  /** Lines as they are. */
  #verse(element: HtmlElement): void {
    const { tree } = this.#reading;
    for (let order = element.order; order < element.end; order += 1) {
      const node = tree.nodes[order];
      if (node?.kind !== "text") continue;
      const lines = node.text.split(/\r\n?|\n/u);
      let { line } = node.place;
      for (const [index, words] of lines.entries()) {
        if (index > 0) this.#maker.insert((place) => ({ type: "line-break", place }), node.place);
        this.#maker.add(words, { ...node.place, line });
        line += 1;
      }
    }
    this.#names = ["verse"];
    this.#flush();
    this.#names = [];
  }

  #table(element: HtmlElement): void {
    const { tree } = this.#reading;
    const rows: { readonly isHead: boolean; readonly cells: Passage[] }[] = [];
    let row: { isHead: boolean; cells: Passage[] } | undefined;
    for (let order = element.order + 1; order < element.end; order += 1) {
      const node = tree.nodes[order];
      if (node?.kind === "element" && node.name === "tr") {
        row = { isHead: true, cells: [] };
        rows.push(row);
      } else if (node?.kind === "element" && (node.name === "td" || node.name === "th")) {
        if (!row) {
          row = { isHead: true, cells: [] };
          rows.push(row);
        }
        if (node.name === "td") row.isHead = false;
        row.cells.push(this.#cell(node));
        const more = Math.min(20, Number(node.attributes["colspan"] ?? 1) - 1);
        for (let count = 0; count < more; count += 1) row.cells.push(passageOf("", node.place));
        order = node.end - 1;
      } else if (node?.kind === "element" && node.name === "caption") {
        this.#inner(node.order + 1, node.end);
        order = node.end - 1;
      } else if (node?.kind === "text" && node.text.trim() !== "") {
        // Letters outside of cells are a slip of the page; browsers show them before the table.
        this.#maker.add(node.text, node.place);
        this.#flush();
      }
    }
    const width = Math.max(0, ...rows.slice(0, 10_000).map(({ cells }) => cells.length));
    const place = element.place;
    const full = rows
      .filter(({ cells }) => cells.length > 0)
      .map(({ isHead, cells }) => ({
        isHead,
        cells: [
          ...cells,
          ...Array.from({ length: Math.max(0, width - cells.length) }, () => passageOf("", place)),
        ],
      }));
    const [first, ...others] = full;
    if (!first) return;
    const head = first.isHead ? first.cells : first.cells.map(() => passageOf("", place));
    const body = first.isHead ? others : full;
    this.#top().blocks.push({ type: "table", head, rows: body.map(({ cells }) => cells), place });
  }

  /** What stands in a cell, its blocks on lines of their own. */
  #cell(element: HtmlElement): Passage {
    const inner = new BlockReader(this.#reading, false).read(element.order + 1, element.end);
    this.#left.push(...inner.left);
    this.#things.push(...inner.things);
    const passages = passagesIn(inner.blocks);
    return passages.length === 0 ? passageOf("", element.place) : joined(passages, " ");
  }

  #inner(from: number, to: number): void {
    const inner = new BlockReader(this.#reading, false).read(from, to);
    this.#left.push(...inner.left);
    this.#things.push(...inner.things);
    this.#top().blocks.push(...inner.blocks);
  }
}

/** `<span epub:type="pagebreak" title="12">` */
function pageOf(element: HtmlElement): string | undefined {
  if (!namesOf(element).some((name) => name === "pagebreak" || name === "doc-pagebreak"))
    return undefined;
  if (element.end > element.order + 1) return undefined;
  const { attributes } = element;
  const page =
    attributes["title"] ?? attributes["aria-label"] ?? attributes["id"]?.replace(/^\D+/u, "") ?? "";
  return page.trim() === ""
    ? undefined
    : page
        .trim()
        .replace(/^page\s+/iu, "")
        .replace(/\.$/u, "");
}

/** A table with at least two rows of at least two cells, none of which holds blocks of its own; others only arrange a page. */
function isTableOfData(tree: HtmlTree, table: HtmlElement): boolean {
  let rows = 0;
  let cells = 0;
  let widest = 0;
  let paragraphs = 0;
  for (let order = table.order + 1; order < table.end; order += 1) {
    const node = tree.nodes[order];
    if (node?.kind !== "element") continue;
    if (/^(?:table|ul|ol|h[1-6]|blockquote|pre|dl|section|article|figure|form)$/u.test(node.name))
      return false;
    if (node.name === "tr") {
      rows += 1;
      cells = 0;
    }
    if (node.name === "td" || node.name === "th") {
      cells += 1;
      widest = Math.max(widest, cells);
      paragraphs = 0;
    }
    if (node.name === "p" || node.name === "div") {
      paragraphs += 1;
      if (paragraphs > 3) return false;
    }
  }
  return rows > 1 && widest > 1 && widest <= 60;
}

function unchanged(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return blocks;
}

function quotationOf(blocks: readonly RawBlock[], place: Place): readonly RawBlock[] {
  return blocks.length === 0 ? [] : [{ type: "quotation", blocks, place }];
}

function headingsOf(level: number, blocks: readonly RawBlock[]): readonly RawBlock[] {
  return blocks.map((block) =>
    block.type === "paragraph" ? { type: "heading", level, passage: block.passage } : block,
  );
}

function listOf(element: HtmlElement, blocks: readonly RawBlock[]): readonly RawBlock[] {
  if (blocks.length === 0) return [];
  const ordered = element.name === "ol";
  const start = Number.parseInt(element.attributes["start"] ?? "1", 10);
  const entries = blocks.map((block, index) => ({
    ...(ordered
      ? { marker: `${(Number.isFinite(start) && start >= 0 ? start : 1) + index}.` }
      : {}),
    blocks: block.type === "quotation" ? block.blocks : [block],
  }));
  const tight = entries.every((entry) => entry.blocks.length === 1);
  return [{ type: "list", ordered, tight, entries, place: element.place }];
}
