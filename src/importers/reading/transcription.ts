import type { Place } from "../../diagnostics/place.ts";
import { type StreamName, streamNamed } from "../../edition/streams.ts";
import type { Note } from "../../edition/text.ts";
import { readBrackets } from "./brackets.ts";
import { MONTH } from "./months.ts";
import { type Passage, cut, joined, keptLetters, knowing, placeIn } from "./passage.ts";
import {
  type RawBlock,
  type RawList,
  type RawParagraph,
  blocksOf,
  withPassages,
} from "./raw-blocks.ts";

/** A note whose letters are still passages. */
export interface RawNote {
  readonly label: string;
  readonly stream: StreamName;
  readonly blocks: readonly RawBlock[];
  readonly place: Place;
}

/** A document's text, read as far as rules can. */
export interface Transcription {
  readonly blocks: readonly RawBlock[];
  /** Notes that stood in brackets in the text, in order. */
  readonly notes: readonly RawNote[];
}

/** What paragraphs of a page or of pasted text are: numbered lists, datelines, signatures, headings; and what their brackets say. */
export function readTranscription(blocks: readonly RawBlock[]): Transcription {
  const notes: RawNote[] = [];
  const counts = new Map<StreamName, number>();
  const bracketed = withPassages(blocks, (passage) =>
    readBrackets(passage, (note) => {
      const count = (counts.get(note.stream) ?? 0) + 1;
      counts.set(note.stream, count);
      const label =
        note.stream === "editor" ? `ed${count}` : `${streamNamed(note.stream).prefix}:${count}`;
      notes.push({
        label,
        stream: note.stream,
        blocks: [{ type: "paragraph", passage: note.passage }],
        place: placeIn(note.passage, 0),
      });
      return label;
    }),
  );
  const steps = [withNotesAtWords, withNumbers, withDatelines, withSignatures, withHeadings];
  return { blocks: steps.reduce((read, step) => step(read), bracketed), notes };
}

/** Notes as a draft has them. */
export function notesOf(notes: readonly RawNote[]): readonly Note[] {
  return notes.map(({ label, stream, blocks, place }) => ({
    label,
    stream,
    blocks: blocksOf(blocks),
    place,
  }));
}

/** A paragraph that is nothing but a note is called at the end of the paragraph before it. */
function withNotesAtWords(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const read: RawBlock[] = [];
  for (const block of blocks) {
    const last = read.at(-1);
    if (block.type === "paragraph" && isOnlyNotes(block.passage) && last?.type === "paragraph")
      read[read.length - 1] = { ...last, passage: joined([last.passage, block.passage]) };
    else read.push(block);
  }
  return read;
}

function isOnlyNotes(passage: Passage): boolean {
  const hasNote = passage.spans.some((span) => span.kind === "instead" && span.cut === "note");
  return hasNote && keptLetters(passage).trim() === "";
}

const NUMBER = /^(\d{1,3}[.)])\s+(?=[\p{L}"“‘«([])/u;
const IS_DATE = new RegExp(`^\\d{1,2}\\.\\s+${MONTH}\\b`, "iu");

/** Paragraphs that the document numbers are a list with its numbers. One alone that goes on with no other is none: a telegram's number, a year. */
function withNumbers(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const read: RawBlock[] = [];
  /** The paragraph of which each list began. */
  const begun = new Map<RawBlock, RawParagraph>();
  for (const block of blocks) {
    const marker = block.type === "paragraph" ? numberBefore(block) : undefined;
    if (block.type !== "paragraph" || marker === undefined) {
      read.push(block);
      continue;
    }
    const { passage } = block;
    const entry = {
      marker: marker.trimEnd(),
      blocks: [{ ...block, passage: knowing(passage, [cut(0, marker.length, "list-mark")]) }],
    };
    const last = read.at(-1);
    if (last?.type === "list" && follows(last, entry.marker))
      read[read.length - 1] = { ...last, entries: [...last.entries, entry] };
    else {
      const list: RawList = {
        type: "list",
        ordered: true,
        tight: false,
        entries: [entry],
        place: placeIn(passage, 0),
      };
      begun.set(list, block);
      read.push(list);
    }
  }
  const lists = read.filter((block) => block.type === "list" && block.ordered);
  const starts = new Set(lists.map((list) => numberAt(list, 0)));
  const ends = new Set([0, ...lists.map((list) => numberAt(list, -1))]);
  return read.map((block) => {
    const number = numberAt(block, 0);
    const isJoined = ends.has(number - 1) || starts.has(number + 1);
    return isJoined ? block : (begun.get(block) ?? block);
  });
}

/** The number of a list's first or last entry. */
function numberAt(block: RawBlock, at: number): number {
  return block.type === "list"
    ? Number.parseInt(block.entries.at(at)?.marker ?? "", 10)
    : Number.NaN;
}

function numberBefore({ passage, names = [] }: RawParagraph): string | undefined {
  if (names.includes("verse")) return undefined;
  const line = passage.letters.slice(0, 200);
  return IS_DATE.test(line) ? undefined : NUMBER.exec(line)?.[0];
}

function follows(list: RawList, marker: string): boolean {
  const last = list.entries.at(-1)?.marker;
  return (
    last !== undefined &&
    last.at(-1) === marker.at(-1) &&
    Number.parseInt(last, 10) + 1 === Number.parseInt(marker, 10)
  );
}

/** `25.5.62 11:00 AM` */
const NUMERIC_DATELINE =
  /^\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})\.?,?(?:\s+\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?hours|\s?hrs\.?)?)?$/iu;

function withDatelines(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return blocks.map((block) =>
    block.type === "paragraph" && NUMERIC_DATELINE.test(block.passage.letters.trim().slice(0, 60))
      ? { type: "division", name: "dateline", blocks: [block], place: placeIn(block.passage, 0) }
      : block,
  );
}

const SIGNED =
  /^(?:\[\s*signed\b[^\]]{0,40}\]|\(\s*signed\s*\)|\/s\/|signed:)\s*:?\s*\p{Lu}.{0,100}$/iu;

function withSignatures(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return blocks.map((block) =>
    block.type === "paragraph" && SIGNED.test(block.passage.letters.trim().slice(0, 200))
      ? { type: "division", name: "signature", blocks: [block], place: placeIn(block.passage, 0) }
      : block,
  );
}

/** A short line without a full stop between paragraphs is a heading; whether it is one an editor must say. */
function withHeadings(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return blocks.flatMap((block, index): readonly RawBlock[] => {
    const before = blocks[index - 1];
    const behind = blocks[index + 1];
    if (block.type !== "paragraph" || before?.type !== "paragraph" || !isLikeAHeading(block))
      return [block];
    const leads =
      behind?.type === "list" ||
      (behind?.type === "paragraph" && behind.passage.letters.length > LONG);
    if (!leads || before.passage.letters.length <= LONG) return [block];
    const place = placeIn(block.passage, 0);
    return [
      { type: "doubt", message: "a heading, or a line of the text", place },
      { type: "heading", level: 2, passage: block.passage },
    ];
  });
}

/** Letters of a paragraph that is more than a line. */
const LONG = 80;

function isLikeAHeading({ passage, names = [] }: RawParagraph): boolean {
  const line = passage.letters.trim();
  return (
    names.length === 0 &&
    line.length <= 60 &&
    /^\p{Lu}[\p{L}\p{N} ’'—–-]*$/u.test(line) &&
    line.split(/\s+/u).length <= 8
  );
}
