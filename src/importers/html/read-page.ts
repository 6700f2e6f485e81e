import { Refusal } from "../refusal.ts";
import type { LeftBehind } from "../ledger.ts";
import { lettersOf } from "../ledger.ts";
import type { Remark } from "../importer.ts";
import type { DivisionName } from "../../edition/divisions.ts";
import { type Passage, cut, knowing, placeIn } from "../reading/passage.ts";
import { type RawBlock, passagesIn, withPassages } from "../reading/raw-blocks.ts";
import type { RawNote } from "../reading/transcription.ts";
import { type HtmlBlocks, type HtmlReading, readBlocks } from "./html-blocks.ts";
import { type HtmlNote, findNotes } from "./html-notes.ts";
import {
  type HtmlTree,
  countLinks,
  elementAt,
  elementsIn,
  readHtml,
  textBetween,
} from "./html-tree.ts";
import { type PageHead, addressesFrom, readHead } from "./page-address.ts";
import { type MainPart, mainPartOf, outsideOf } from "./page-parts.ts";

/** A page's text and what is around it. */
export interface ReadPage {
  /** All words of the page. */
  readonly text: string;
  readonly head: PageHead;
  readonly blocks: readonly RawBlock[];
  readonly notes: readonly RawNote[];
  readonly left: readonly LeftBehind[];
  readonly remarks: readonly Remark[];
  /** How many links there are. */
  readonly links: number;
}

/** Reads a page of the web. */
export function readPage(html: string, file: string): ReadPage {
  const tree = readHtml(html, file);
  const part = mainPartOf(tree);
  if (lettersOf(textBetween(tree, part.from, part.to)) === "")
    throw new Refusal("the page has no text", "save the page again when it shows its text");
  return readTree(tree, part);
}

/** Reads HTML that is nothing but text and tells in `data-line` from which line each block is. */
export function readHtmlPart(html: string, file: string): ReadPage {
  const tree = readHtml(html, file, true);
  return readTree(tree, { from: 0, to: tree.nodes.length });
}

function readTree(tree: HtmlTree, part: MainPart): ReadPage {
  const text = textBetween(tree, 0, tree.nodes.length);
  const head = readHead(tree);
  const notes = findNotes(tree, part);
  const reading: HtmlReading = {
    tree,
    notes,
    language: head.language,
    addressOf: addressesFrom(head.url),
  };
  const body = readBlocks(reading, part.from, part.to, true);
  const read = notes.notes.map((note) => readNote(reading, note));
  const things = [...body.things, ...read.flatMap((note) => note.things)];
  return {
    text,
    head,
    blocks: body.blocks.map(asDivision),
    notes: read.map(({ note }) => note),
    left: [...outsideOf(tree, part), ...body.left, ...read.flatMap((note) => note.left)],
    remarks: [
      ...things.map(({ name, place }) => ({ place, message: `left behind: ${name}` })),
      ...scriptsOf(tree),
    ],
    links: countLinks(tree, part.from, part.to),
  };
}

function readNote(
  reading: HtmlReading,
  found: HtmlNote,
): Omit<HtmlBlocks, "blocks"> & { readonly note: RawNote } {
  const element = elementAt(reading.tree, found.from);
  const isWhole = element !== undefined && element.end === found.to;
  const { blocks, left, things } = readBlocks(
    reading,
    isWhole ? found.from + 1 : found.from,
    found.to,
    false,
  );
  const isEntry = element?.name === "li";
  let isFirst = true;
  const marked = withPassages(blocks, (passage) => {
    const first = isFirst;
    isFirst = false;
    return first ? withoutMark(passage, found.mark, isEntry) : passage;
  });
  const [passage] = passagesIn(marked);
  return {
    left,
    things,
    note: {
      label: found.label,
      stream: found.label === "src" ? "source" : "editor",
      blocks: marked,
      place: passage ? placeIn(passage, 0) : (element?.place ?? { file: "", line: 1, column: 1 }),
    },
  };
}

/** A note's own mark before its text. The entry of a list has its number from the list, so that a bare one is the text's. */
function withoutMark(passage: Passage, mark: string, isEntry: boolean): Passage {
  const begins = /^\s*([[(]?)\s*([^\s\])]{1,8}?)\s*[\])]?[.:)]?(?=\s|$|\p{Lu})/u.exec(
    passage.letters,
  );
  if (!begins || begins[2] !== mark) return passage;
  const isBare = begins[1] === "" && /^[\p{L}\d]+$/u.test(mark);
  if (isEntry && isBare) return passage;
  const isTaken = passage.spans.some(
    (span) => span.kind === "instead" && span.from < begins[0].length,
  );
  return isTaken ? passage : knowing(passage, [cut(0, begins[0].length, "note-mark")]);
}

/** Divisions by the class that pages give their paragraphs. */
const divisions: ReadonlyMap<string, DivisionName> = new Map([
  ["dateline", "dateline"],
  ["signed", "signature"],
  ["signature", "signature"],
  ["salute", "salute"],
  ["salutation", "salute"],
  ["closer", "closer"],
  ["closing", "closer"],
  ["postscript", "postscript"],
  ["opener", "opener"],
  ["stamp", "stamp"],
]);

function asDivision(block: RawBlock): RawBlock {
  if (block.type !== "paragraph") return block;
  for (const given of block.names ?? []) {
    const name = divisions.get(given);
    if (name !== undefined)
      return { type: "division", name, blocks: [block], place: placeIn(block.passage, 0) };
  }
  return block;
}

function scriptsOf(tree: HtmlTree): readonly Remark[] {
  const count = (wanted: string): number =>
    elementsIn(tree).filter(({ name }) => name === wanted).length;
  const told = [
    [count("script"), "scripts"],
    [count("style"), "style sheets"],
  ] as const;
  const words = told.filter(([number]) => number > 0).map(([number, name]) => `${number} ${name}`);
  return words.length === 0 ? [] : [{ message: `left behind: ${words.join(", ")}` }];
}
