import type {
  Block,
  DefinitionEntry,
  Definitions,
  Inline,
  List,
  ListEntry,
  Note,
  Table,
  Text,
} from "../../edition/text.ts";
import { readsAsTight } from "./tightness.ts";

/*
 * The form of a tree in which it can be written. Markdown has no way to say some of what a tree may
 * hold; here it is said otherwise, and never a word left out:
 *
 * - Line ends, form feeds and the like within words are spaces; the sign 0 and broken letters are U+FFFD.
 *   Words stand beside words as one run, and code beside code as one.
 * - Spaces at the edge of a block or beside a forced new line are left out. Spaces at the edge of
 *   emphasis stand outside it.
 * - What holds nothing is left out: words, code, emphasis, type styles, languages, paragraphs,
 *   quotations, lists, tables and definitions without anything in them.
 * - A paragraph, a quotation or emphasis of nothing but doubts is these doubts; a paragraph with nothing
 *   but an image beside them is a figure. Doubts in another bracket without words stand behind it.
 * - A list has numbers with one sign behind them: where it changes a new list begins. An entry
 *   without a number goes on counting; a marker that is no number stands before its entry's words.
 *   A list is tight or loose as far as its entries allow it (`tightness.ts`).
 * - A table has as many cells in each row as in its longest.
 * - A word has a meaning: several words for one become one in several lines, and words without a
 *   meaning, or meanings without a word, stand on their own.
 * - Code on lines of its own ends with a line's end.
 * - A doubt is one line, without two hyphens together; so are attributes, titles and captions.
 */

/** Blocks in the form in which they can be written and are read again. */
export function normalBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap(normalBlock);
}

/** Notes in the form in which they can be written and are read again. */
export function normalNotes(notes: readonly Note[]): readonly Note[] {
  return notes.map((note) => ({
    ...note,
    label: normalLabel(note.label),
    blocks: normalBlocks(note.blocks),
  }));
}

function normalBlock(block: Block): readonly Block[] {
  switch (block.type) {
    case "paragraph":
      return normalParagraph(block.children, block);
    case "heading": {
      const level = Math.min(Math.max(Math.round(block.level), 1), 6);
      return [{ ...block, level, children: trimmed(block.children) }];
    }
    case "list":
      return normalList(block);
    case "quotation": {
      const blocks = normalBlocks(block.blocks);
      return blocks.every(({ type }) => type === "doubt") ? blocks : [{ ...block, blocks }];
    }
    case "table":
      return normalTable(block);
    case "figure": {
      const image = { ...block.image, text: line(block.image.text).trim() };
      return [{ ...block, image, caption: line(block.caption) }];
    }
    case "division": {
      const title = block.title === undefined ? {} : { title: line(block.title) };
      const options = block.options && {
        options: new Map(
          [...block.options].map(([name, option]) => [
            name,
            { ...option, value: line(option.value) },
          ]),
        ),
      };
      return [{ ...block, ...title, ...options, blocks: normalBlocks(block.blocks) }];
    }
    case "definitions":
      return normalDefinitions(block);
    case "code-block": {
      const value = sound(block.value).replaceAll(/\r\n?/g, "\n");
      const isEnded = value === "" || value.endsWith("\n");
      return [
        { ...block, language: line(block.language).trim(), value: isEnded ? value : `${value}\n` },
      ];
    }
    case "doubt":
      return [{ ...block, message: normalMessage(block.message) }];
    case "omission":
      return [];
    case "rule":
      return [block];
  }
}

function normalParagraph(
  words: readonly Inline[],
  block: Extract<Block, { type: "paragraph" }>,
): readonly Block[] {
  const children = trimmed(words);
  const doubts = children.filter((node) => node.type === "doubt");
  const others = children.filter((node) => !isDoubt(node) && !isSpace(node));
  const [first, second] = others;
  if (!first) return doubts;
  if (first.type === "image" && !second)
    return [{ type: "figure", image: first, caption: "", place: block.place }, ...doubts];
  return [{ ...block, children }];
}

function isSpace(node: Inline): boolean {
  return node.type === "text" && node.value.trim() === "";
}

const NUMBER = /^\d{1,9}[.)]$/;

function normalList(list: List): readonly Block[] {
  const runs: ListEntry[][] = [];
  let number = 0;
  let sign = ".";
  for (const entry of list.entries) {
    const blocks = normalBlocks(entry.blocks);
    if (!list.ordered) {
      add(runs, { blocks, place: entry.place }, false);
      continue;
    }
    const given = entry.marker !== undefined && NUMBER.test(entry.marker);
    const marker = given ? (entry.marker ?? "") : `${Math.min(number + 1, 999_999_999)}${sign}`;
    const own = given || entry.marker === undefined ? blocks : marked(entry.marker, blocks, entry);
    add(runs, { marker, blocks: own, place: entry.place }, marker.slice(-1) !== sign);
    number = Number.parseInt(marker, 10);
    sign = marker.slice(-1);
  }
  return runs.map((entries): List => ({
    ...list,
    entries,
    tight: readsAsTight({ tight: list.tight, entries }),
  }));
}

function add(runs: ListEntry[][], entry: ListEntry, isNew: boolean): void {
  const run = runs.at(-1);
  if (run && !isNew) run.push(entry);
  else runs.push([entry]);
}

/** An entry's blocks with a marker that no list can have before their words. */
function marked(marker: string, blocks: readonly Block[], { place }: ListEntry): readonly Block[] {
  const [first, ...others] = blocks;
  const own: Text = { type: "text", value: `${marker} `, place };
  if (first?.type !== "paragraph")
    return normalBlocks([{ type: "paragraph", children: [own], place }, ...blocks]);
  return normalBlocks([{ ...first, children: [own, ...first.children] }, ...others]);
}

function normalTable(table: Table): readonly Block[] {
  const width = table.rows.reduce(
    (most, row) => Math.max(most, row.length),
    Math.max(table.head.length, table.alignments.length),
  );
  if (width === 0) return [];
  const fill = (row: readonly (readonly Inline[])[]): readonly (readonly Inline[])[] =>
    Array.from({ length: width }, (_, index) => trimmed(row[index] ?? []));
  const alignments = Array.from({ length: width }, (_, index) => table.alignments[index] ?? "none");
  return [{ ...table, alignments, head: fill(table.head), rows: table.rows.map(fill) }];
}

function normalDefinitions(definitions: Definitions): readonly Block[] {
  const blocks: Block[] = [];
  let open: DefinitionEntry[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push({ ...definitions, entries: open });
    open = [];
  };
  for (const entry of definitions.entries) {
    const { place } = definitions;
    const terms = entry.terms.map(trimmed).filter((term) => term.length > 0);
    const meanings = entry.meanings.map(normalBlocks).filter((meaning) => meaning.length > 0);
    const term = terms.flatMap((words, index): readonly Inline[] =>
      index === 0 ? words : [{ type: "line-break", place }, ...words],
    );
    if (!term.every(isDoubt) && meanings.length > 0) open.push({ terms: [term], meanings });
    else {
      close();
      blocks.push(...normalBlocks([{ type: "paragraph", children: term, place }]));
      blocks.push(...meanings.flat());
    }
  }
  close();
  return blocks;
}

/** Inlines of a block without spaces at its edges. */
function trimmed(nodes: readonly Inline[]): readonly Inline[] {
  const normal = normalInlines(nodes);
  return cutSpaces(normal, (index) => index < 0 || index === normal.length);
}

/** Inlines without the spaces that stand beside some edges. */
function cutSpaces(
  nodes: readonly Inline[],
  isEdge: (index: number) => boolean,
): readonly Inline[] {
  const cut = nodes.map((node, index): Inline => {
    if (node.type !== "text") return node;
    const value = isEdge(index - 1) ? node.value.replace(/^[ \t]+/, "") : node.value;
    return { ...node, value: isEdge(index + 1) ? trimEnd(value) : value };
  });
  return cut.filter((node) => node.type !== "text" || node.value !== "");
}

function trimEnd(value: string): string {
  let end = value.length;
  while (value[end - 1] === " " || value[end - 1] === "\t") end -= 1;
  return value.slice(0, end);
}

function normalInlines(nodes: readonly Inline[]): readonly Inline[] {
  const normal: Inline[] = [];
  for (const node of nodes.flatMap(normalInline)) {
    const last = normal.at(-1);
    if (last?.type === "text" && node.type === "text")
      normal[normal.length - 1] = { ...last, value: last.value + node.value };
    else if (last?.type === "code" && node.type === "code")
      normal[normal.length - 1] = { ...last, value: last.value + node.value };
    else normal.push(node);
  }
  return cutSpaces(normal, (index) => normal[index]?.type === "line-break");
}

function normalInline(node: Inline): readonly Inline[] {
  switch (node.type) {
    case "text":
    case "code":
      return node.value === "" ? [] : [{ ...node, value: line(node.value) }];
    case "emphasis":
    case "strong":
      return normalEmphasis(node);
    case "styled":
    case "foreign": {
      const children = normalInlines(node.children);
      return children.every(isDoubt) ? children : [{ ...node, children }];
    }
    case "anchor":
    case "link":
    case "reference":
      return withDoubtsBehind({ ...node, children: normalInlines(node.children) });
    case "act": {
      const attributes = Object.fromEntries(
        Object.entries(node.attributes).map(([key, value]) => [key, line(value)]),
      );
      return withDoubtsBehind({ ...node, attributes, children: normalInlines(node.children) });
    }
    case "note-call":
      return [{ ...node, label: normalLabel(node.label) }];
    case "citation":
      return [{ ...node, written: line(node.written) }];
    case "page-break":
      return [{ ...node, page: line(node.page) }];
    case "image":
      return [{ ...node, text: line(node.text).trim() }];
    case "doubt":
      return [{ ...node, message: normalMessage(node.message) }];
    case "line-break":
      return [node];
  }
}

/** A bracket; doubts in one without words stand behind it. */
function withDoubtsBehind(
  node: Extract<Inline, { type: "anchor" | "link" | "reference" | "act" }>,
): readonly Inline[] {
  return node.children.every(isDoubt) ? [{ ...node, children: [] }, ...node.children] : [node];
}

function isDoubt({ type }: Inline): boolean {
  return type === "doubt";
}

/** Emphasis, and behind and before it the spaces that stood at its edges. */
function normalEmphasis(node: Extract<Inline, { type: "emphasis" | "strong" }>): readonly Inline[] {
  const children = [...normalInlines(node.children)];
  const before: Text[] = [];
  const behind: Text[] = [];
  const first = children[0];
  if (first?.type === "text") {
    const words = first.value.trimStart();
    const spaces = first.value.slice(0, first.value.length - words.length);
    if (spaces !== "") before.push({ ...first, value: spaces });
    children.splice(0, 1, ...(words === "" ? [] : [{ ...first, value: words }]));
  }
  const last = children.at(-1);
  if (last?.type === "text") {
    const words = last.value.trimEnd();
    const spaces = last.value.slice(words.length);
    if (spaces !== "") behind.push({ ...last, value: spaces });
    children.splice(-1, 1, ...(words === "" ? [] : [{ ...last, value: words }]));
  }
  const inside = children.every(isDoubt) ? children : [{ ...node, children }];
  return [...before, ...inside, ...behind];
}

/** Words on one line, in letters that a file can hold. */
function line(words: string): string {
  return sound(words).replaceAll(/\r\n|[\n\v\f\r\u2028\u2029]/g, " ");
}

/** Half letters and the sign 0 cannot be written. */
function sound(words: string): string {
  return words.replaceAll(/[\0]|\p{Cs}/gu, "\uFFFD");
}

function normalLabel(label: string): string {
  const signs = sound(label).replaceAll(/[\]\s]/g, "-");
  return signs === "" ? "-" : signs;
}

function normalMessage(message: string): string {
  return line(message).replaceAll(/-{2,}/g, "-").replaceAll(/\s+/g, " ").trim();
}
