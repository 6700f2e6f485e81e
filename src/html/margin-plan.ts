/** A row of a passage: one block of text, and the notes it calls. */
export interface MarginRow {
  /** Letters of the block's text. */
  readonly letters: number;
  /** Letters of each note that it calls. */
  readonly notes: readonly number[];
}

/** The rows of the margin that a block's notes are given, from 1. */
export interface MarginPlace {
  readonly from: number;
  readonly span: number;
}

/*
 * Lengths are in lines of a note. A wide screen sets about 66 letters of text and 40 of a note on a
 * line; a line of text is half as high again as a line of a note.
 */
const TEXT_LINE = 1.5;
const TEXT_LETTERS = 66;
const TEXT_SPACE = 0.75;
const NOTE_LETTERS = 40;
const NOTE_SPACE = 0.6;

/** Notes stay within about a screen of their call; then the text waits for them. */
const FARTHEST = 36;

/** So little do rows rather stretch than send a note away from its call. */
const STRETCH = 2;

/** How much longer than its text a commentary may be and still stand beside it without leaving the page half empty. */
const CROWDED = 1.5;

/** Whether a text's notes fit into the margin beside it. */
export function fitsMargin(rows: readonly MarginRow[]): boolean {
  const text = sum(rows.map(({ letters }) => textHeight(letters)));
  const notes = sum(rows.map((row) => notesHeight(row)));
  return notes <= CROWDED * text;
}

/**
 * Where in the margin each row's notes stand. Notes begin beside their own block, or below the notes
 * before them: long notes run on beside the text that follows, and do not tear it apart. Their lengths
 * are guessed; where a guess is short the rows stretch, so nothing is ever covered.
 */
export function planMargin(rows: readonly MarginRow[]): ReadonlyMap<number, MarginPlace> {
  const tops = topsOf(rows);
  const places = new Map<number, MarginPlace>();
  let last: Placed | undefined;
  for (const [row, block] of rows.entries()) {
    if (block.notes.length === 0) continue;
    const from = firstRow(row, last, tops);
    if (last) {
      places.set(last.row, { from: last.from + 1, span: from - last.from });
      push(tops, from, last.bottom);
    }
    last = { row, from, bottom: topAt(tops, from) + notesHeight(block) };
  }
  // The last notes have the rest of the margin, with one row behind the text.
  if (last) {
    const rest = Math.max(1, rows.length + 1 - last.from);
    places.set(last.row, { from: last.from + 1, span: rest });
  }
  return places;
}

/** Notes that have their place: the row that calls them, the row beside which they begin, where they end. */
interface Placed {
  readonly row: number;
  readonly from: number;
  readonly bottom: number;
}

/** The row, from 0, beside which notes begin: their own, or the first below the notes before them. */
function firstRow(row: number, last: Placed | undefined, tops: readonly number[]): number {
  if (!last) return row;
  const { from, bottom } = last;
  const free = tops.findIndex((top, position) => position > from && top >= bottom - STRETCH);
  const below = Math.max(row, free < 0 ? tops.length - 1 : free);
  const farthest = tops.findLastIndex((top) => top <= topAt(tops, row) + FARTHEST);
  return Math.max(Math.min(below, Math.max(row, farthest)), from + 1);
}

/** The top of each row and of what is behind the last, if no note pushes them down. */
function topsOf(rows: readonly MarginRow[]): number[] {
  const tops = [0];
  for (const { letters } of rows) tops.push(topAt(tops, tops.length - 1) + textHeight(letters));
  return tops;
}

function topAt(tops: readonly number[], row: number): number {
  return tops[Math.min(row, tops.length - 1)] ?? 0;
}

/** Moves a row and all behind it down to where the notes before it end. */
function push(tops: number[], row: number, bottom: number): void {
  const by = bottom - topAt(tops, row);
  if (by <= 0) return;
  for (let moved = row; moved < tops.length; moved += 1) tops[moved] = topAt(tops, moved) + by;
}

function textHeight(letters: number): number {
  return Math.ceil(letters / TEXT_LETTERS) * TEXT_LINE + TEXT_SPACE;
}

function notesHeight({ notes }: MarginRow): number {
  return sum(notes.map((letters) => Math.max(1, Math.ceil(letters / NOTE_LETTERS)) + NOTE_SPACE));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
