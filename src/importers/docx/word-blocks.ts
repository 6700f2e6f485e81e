import type { DivisionName } from "../../edition/divisions.ts";
import { startOf } from "../../diagnostics/place.ts";
import type { Passage } from "../reading/passage.ts";
import type { RawBlock, RawList } from "../reading/raw-blocks.ts";
import { JOINED_CELLS } from "../reading/table-grid.ts";
import { type LibraryNode, wordsOf } from "./library-tree.ts";
import { markOf } from "./marks.ts";
import type { RawParagraph } from "./raw-paragraph.ts";
import {
  type PassageContext,
  type WordParagraph,
  paragraphPlace,
  wordParagraph,
} from "./word-passages.ts";
import { readTable } from "./word-tables.ts";

/** Styles that Word itself has for letters, and the part of a document that each is. */
const divisionStyles: ReadonlyMap<string, DivisionName> = new Map([
  ["salutation", "salute"],
  ["closing", "closer"],
  ["signature", "signature"],
  ["inside address", "opener"],
  ["envelope address", "opener"],
]);

const QUOTATION: ReadonlySet<string> = new Set([
  "quote",
  "intense quote",
  "block text",
  "block quotation",
  "quotations",
]);

/** What a reading of blocks tells beside them. */
export interface BlockReading {
  readonly blocks: readonly RawBlock[];
  /** Every paragraph in its order. */
  readonly paragraphs: readonly WordParagraph[];
  readonly remarks: readonly string[];
}

/** Reads blocks of the document or of a note. `skip` says which paragraphs are read elsewhere. */
export function readWordBlocks(
  nodes: readonly LibraryNode[],
  context: PassageContext,
  skip: (raw: RawParagraph) => boolean = () => false,
): BlockReading {
  const reading = new Reading(context, skip);
  reading.read(nodes);
  return { blocks: reading.blocks, paragraphs: reading.paragraphs, remarks: reading.remarks };
}

class Reading {
  readonly blocks: RawBlock[] = [];
  readonly paragraphs: WordParagraph[] = [];
  readonly remarks: string[] = [];
  readonly #context: PassageContext;
  readonly #skip: (raw: RawParagraph) => boolean;
  readonly #lists = new ListBuilding();
  /** Anchors that stood between paragraphs. */
  #anchors: string[] = [];
  #boxed = false;

  constructor(context: PassageContext, skip: (raw: RawParagraph) => boolean) {
    this.#context = context;
    this.#skip = skip;
  }

  read(nodes: readonly LibraryNode[]): void {
    for (const node of nodes) {
      if (node.type === "paragraph") this.#paragraph(node);
      else if (node.type === "table") this.#table(node);
      else if (node.type === "bookmarkStart") this.#anchor(wordsOf(node, "name"));
      else this.read(node.children);
    }
  }

  #anchor(name: string): void {
    const id = markOf(name) ? undefined : this.#context.anchorOf(name);
    if (id !== undefined) this.#anchors.push(id);
  }

  #taken(node: LibraryNode): WordParagraph | undefined {
    const paragraph = wordParagraph(node, this.#context, this.#anchors);
    if (!paragraph) return undefined;
    this.#anchors = [];
    this.paragraphs.push(paragraph);
    return paragraph;
  }

  #paragraph(node: LibraryNode): void {
    const paragraph = this.#taken(node);
    if (!paragraph || this.#skip(paragraph.raw)) return;
    const { raw, passage } = paragraph;
    if (passage.letters.trim() === "" && passage.spans.length === 0) return;
    if (raw.boxed && !this.#boxed) {
      this.#add({
        type: "doubt",
        message: "what follows stood in a frame beside the text: put it where it belongs",
        place: paragraphPlace(this.#context.file, raw),
      });
    }
    this.#boxed = raw.boxed;
    const list = this.#lists.add(paragraph);
    if (list === "within") return;
    if (list) this.blocks.push(list);
    else this.#plain(paragraph);
  }

  #add(block: RawBlock): void {
    this.#lists.end();
    this.blocks.push(block);
  }

  #plain({ raw, passage }: WordParagraph): void {
    const { names, heading } = raw.style;
    const place = paragraphPlace(this.#context.file, raw);
    if (heading !== undefined && raw.note === undefined) {
      return this.#add({ type: "heading", level: heading, passage });
    }
    const block: RawBlock = { type: "paragraph", passage, names };
    const division = names.map((name) => divisionStyles.get(name)).find((name) => name);
    if (division) return this.#add({ type: "division", name: division, blocks: [block], place });
    if (!names.some((name) => QUOTATION.has(name))) return this.#add(block);
    const last = this.blocks.at(-1);
    if (last?.type === "quotation") {
      this.blocks[this.blocks.length - 1] = { ...last, blocks: [...last.blocks, block] };
    } else this.#add({ type: "quotation", blocks: [block], place });
  }

  #table(node: LibraryNode): void {
    const from = this.paragraphs.length;
    const read = (cell: LibraryNode): readonly Passage[] =>
      cell.children.flatMap((child): readonly Passage[] => {
        if (child.type !== "paragraph") return read(child);
        const paragraph = this.#taken(child);
        return paragraph ? [paragraph.passage] : [];
      });
    const place = startOf(this.#context.file);
    const { table, joinedCells, innerTables } = readTable(node, place, read);
    const first = this.paragraphs[from];
    if (!first) return;
    const here = paragraphPlace(this.#context.file, first.raw);
    if (joinedCells) {
      this.remarks.push(JOINED_CELLS);
    }
    if (innerTables) {
      this.#add({
        type: "doubt",
        message: "a table stood in a cell of this one: its words stand there on lines of their own",
        place: here,
      });
    }
    this.#add({ ...table, place: here });
  }
}

/** An entry of a list in the making. */
interface OpenEntry {
  readonly marker?: string;
  readonly blocks: RawBlock[];
}

interface OpenList extends RawList {
  readonly level: number;
  readonly entries: OpenEntry[];
}

/** Makes nested lists of paragraphs that follow each other. */
class ListBuilding {
  #open: OpenList[] = [];

  /** A new list where the paragraph begins one, "within" where it went into an open one, nothing where it is no entry. */
  add({ raw, passage }: WordParagraph): RawList | "within" | undefined {
    const { number } = raw;
    const [place] = passage.anchors.map((anchor) => anchor.place);
    if (!number || !place || raw.style.heading !== undefined) return this.#none();
    const block: RawBlock = { type: "paragraph", passage };
    const outer = this.#open[0];
    if (raw.numberInWords) {
      // Its number is among its words: a paragraph, within the entry above where it is deeper.
      if (!outer || number.level <= outer.level) return this.#none();
      while (this.#last().level >= number.level && this.#open.length > 1) this.#open.pop();
      this.#last().entries.at(-1)?.blocks.push(block);
      return "within";
    }
    const ordered = number.number !== "";
    while (this.#open.length > 0 && !this.#fits(number.level, ordered)) this.#open.pop();
    const entry: OpenEntry = ordered
      ? { marker: number.number, blocks: [block] }
      : { blocks: [block] };
    const current = this.#open.at(-1);
    if (current?.level === number.level) {
      current.entries.push(entry);
      return "within";
    }
    const list: OpenList = {
      type: "list",
      ordered,
      tight: true,
      entries: [entry],
      place,
      level: number.level,
    };
    this.#open.push(list);
    if (!current) return list;
    current.entries.at(-1)?.blocks.push(list);
    return "within";
  }

  end(): void {
    this.#open = [];
  }

  #none(): undefined {
    this.end();
    return undefined;
  }

  #last(): OpenList {
    const last = this.#open.at(-1);
    if (!last) throw new Error("no list is open");
    return last;
  }

  /** Whether an entry may go into the innermost list, or into a new one within it. */
  #fits(level: number, ordered: boolean): boolean {
    const current = this.#last();
    return current.level < level || (current.level === level && current.ordered === ordered);
  }
}
