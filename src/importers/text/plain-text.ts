import type { Importer } from "../importer.ts";
import type { ImportedWork } from "../importer.ts";
import type { LeftBehind } from "../ledger.ts";
import { documentOfArticle } from "../reading/article.ts";
import { leaving } from "../reading/account.ts";
import { isMenuLine } from "../reading/menu.ts";
import { type MarkedNote, matchNoteMarks } from "../reading/note-marks.ts";
import { type Passage, cut, knowing } from "../reading/passage.ts";
import { type RawBlock, passagesIn, withPassages } from "../reading/raw-blocks.ts";
import type { RawNote } from "../reading/transcription.ts";
import { readTitleLine } from "../reading/title-lines.ts";
import { type Line, isEmpty, linesIn, passageOfLine } from "./lines.ts";
import { type ListedNote, type NoteList, findNoteLists } from "./note-list.ts";
import { blocksOfLines } from "./paragraphs.ts";
import { type Wrapping, wrappingOf } from "./wrapping.ts";

/** A document as plain text. */
export const plainText: Importer = {
  name: "plain-text",
  label: "A plain text, copied from a page or typed",
  recognizes: (input) =>
    /\.(?:txt|text|asc)$/iu.test(input.name) ? 0.3 : looksLikeText(input.text()) ? 0.1 : 0,
  read: async (input) => readPlainText(input.text(), input.name),
};

function looksLikeText(text: string): boolean {
  return !/^\s*</u.test(text.slice(0, 1000)) && /\p{L}/u.test(text.slice(0, 10_000));
}

/** Reads plain text as one document. */
export function readPlainText(text: string, file: string): ImportedWork {
  const { lines, left: frame } = withoutFrame(linesIn(text), file);
  const read = readWithAnyNotes(lines, file) ?? {
    blocks: blocksOfText(lines, file),
    notes: [],
    heading: [],
  };
  const { title, blocks, left } = readTop(read.blocks);
  return documentOfArticle({
    file,
    text,
    title,
    blocks,
    notes: read.notes,
    matter: {},
    doubts: [],
    originals: [],
    left: [
      ...frame,
      ...left,
      ...leaving("heading over the notes", "the notes stand apart", read.heading),
    ],
    remarks: [],
  });
}

function blocksOfText(lines: readonly Line[], file: string): readonly RawBlock[] {
  return blocksOfLines(lines, wrappingOf(lines), file);
}

/** A text whose notes are put aside and called. */
interface WithNotes {
  readonly blocks: readonly RawBlock[];
  readonly notes: readonly RawNote[];
  readonly heading: readonly Passage[];
}

function readWithAnyNotes(lines: readonly Line[], file: string): WithNotes | undefined {
  for (const list of findNoteLists(lines)) {
    const read = readWithNotes(lines, list, file);
    if (read) return read;
  }
  return undefined;
}

/** Nothing where the list turns out to be part of the text: too few of its marks are in it. */
function readWithNotes(
  lines: readonly Line[],
  list: NoteList,
  file: string,
): WithNotes | undefined {
  const wrapping = wrappingOf(lines);
  const above = blocksOfLines(lines.slice(0, list.from), wrapping, file);
  const labels = labelsOf(list);
  const marked = list.notes.map(({ mark }, index): MarkedNote => ({
    mark,
    label: labels[index] ?? "",
  }));
  const passages = passagesIn(above);
  const matched = matchNoteMarks(passages, marked);
  const found = marked.length - matched.uncalled.length;
  const isSure =
    list.heading !== undefined ||
    isSource(list.notes[0]) ||
    (list.form === "point" || list.form === "sign"
      ? found === marked.length
      : found >= marked.length / 2);
  if (!isSure || passages.length === 0) return undefined;
  const changed = new Map(passages.map((passage, index) => [passage, matched.passages[index]]));
  return {
    blocks: withPassages(above, (passage) => changed.get(passage) ?? passage),
    notes: list.notes.map((note, index) =>
      noteOf(note, marked[index]?.label ?? "", wrapping, file),
    ),
    heading: list.heading ? [passageOfLine(list.heading, file)] : [],
  };
}

function isSource(note: ListedNote | undefined): boolean {
  return /^\s*sources?\s*:/iu.test(note?.lines[0]?.text.slice(note.written.length) ?? "");
}

/** Notes are labeled with their numbers, or where these are none or one is there twice, with their order. */
function labelsOf({ notes, form }: NoteList): readonly string[] {
  const first = isSource(notes[0]) ? 1 : 0;
  const marks = notes.map(({ mark }) => mark);
  const inOrder = form === "sign" || new Set(marks).size < marks.length;
  return marks.map((mark, index) => {
    if (index < first) return "src";
    return inOrder ? String(index + 1 - first) : String(Number(mark));
  });
}

function noteOf(note: ListedNote, label: string, wrapping: Wrapping, file: string): RawNote {
  const [first] = note.lines;
  const blocks = blocksOfLines(note.lines, wrapping, file);
  const length = note.written.trimStart().length;
  let isFirst = true;
  const marked = withPassages(blocks, (passage) => {
    if (!isFirst) return passage;
    isFirst = false;
    return knowing(passage, [cut(0, length, "note-mark")]);
  });
  return {
    label,
    stream: label === "src" ? "source" : "editor",
    blocks: marked,
    place: { file, line: first?.number ?? 1, column: 1 },
  };
}

/** How far down a title is sought. */
const TOP = 12;

/** The title, and what stands above it: menus, the name of a series. */
function readTop(blocks: readonly RawBlock[]): {
  readonly title: Passage | undefined;
  readonly blocks: readonly RawBlock[];
  readonly left: readonly LeftBehind[];
} {
  const kept = blocks.filter((block, index) => index >= TOP || !isMenu(block));
  const menu = blocks.filter((block, index) => index < TOP && isMenu(block));
  const numbers = kept.map((block) => {
    const line = lineOf(block);
    return line.length <= 250 && /\p{L}{2}/u.test(line) ? readTitleLine(line).number : undefined;
  });
  const numbered = numbers.slice(0, 4).findIndex((number) => number !== undefined);
  // What the next number follows is a list and no title.
  const isBetter =
    !numbers.includes((numbers[numbered] ?? 0) + 1) &&
    kept.slice(0, numbered).every((block) => isSeries(lineOf(block)));
  const at = numbered >= 0 && isBetter ? numbered : 0;
  const first = kept[at];
  const hasTitle = first !== undefined && (at === numbered || isTitle(first, kept[at + 1]));
  const title = hasTitle ? passageOfBlock(first) : undefined;
  return {
    title,
    blocks: title ? kept.slice(at + 1) : kept,
    left: [
      ...leaving("menu", "words of the page about itself", passagesIn(menu)),
      ...leaving(
        "lines above the title",
        "they name the series, not the document",
        passagesIn(kept.slice(0, title ? at : 0)),
      ),
    ],
  };
}

function isMenu(block: RawBlock): boolean {
  const line = lineOf(block);
  return line !== "" && isMenuLine(line);
}

/** A short line without a full stop, such as a series has above its documents. */
function isSeries(line: string): boolean {
  return line !== "" && line.length <= 160 && !/[.!?:;,]$/u.test(line);
}

function isTitle(block: RawBlock, next: RawBlock | undefined): boolean {
  const line = lineOf(block);
  if (block.type === "heading") return true;
  if (block.type !== "paragraph" || next === undefined) return false;
  return (
    line.length <= 150 && /\p{L}/u.test(line) && !/[.,;:]$/u.test(line) && !/^[[("“]/u.test(line)
  );
}

function lineOf(block: RawBlock | undefined): string {
  return passageOfBlock(block)?.letters.trim() ?? "";
}

function passageOfBlock(block: RawBlock | undefined): Passage | undefined {
  return block?.type === "paragraph" || block?.type === "heading" ? block.passage : undefined;
}

const GUTENBERG_STARTS = /^\s*\*\*\*\s?START OF TH(?:E|IS) PROJECT GUTENBERG/iu;
const GUTENBERG_ENDS =
  /^\s*(?:\*\*\*\s?END OF TH(?:E|IS) PROJECT GUTENBERG|End of (?:the )?Project Gutenberg)/iu;

/** What a library's program puts before and behind a text. */
function withoutFrame(
  lines: readonly Line[],
  file: string,
): { readonly lines: readonly Line[]; readonly left: readonly LeftBehind[] } {
  const starts = lines.findIndex(({ text }) => GUTENBERG_STARTS.test(text));
  const ends = lines.findIndex(({ text }, index) => index > starts && GUTENBERG_ENDS.test(text));
  if (starts < 0 && ends < 0) return { lines, left: [] };
  const passages = (some: readonly Line[]): readonly Passage[] =>
    some.filter((line) => !isEmpty(line)).map((line) => passageOfLine(line, file));
  return {
    lines: lines.slice(starts + 1, ends < 0 ? undefined : ends),
    left: [
      ...leaving(
        "Project Gutenberg's header",
        "it is not the text's",
        passages(lines.slice(0, starts + 1)),
      ),
      ...leaving(
        "Project Gutenberg's license",
        "it is not the text's",
        passages(ends < 0 ? [] : lines.slice(ends)),
      ),
    ],
  };
}
