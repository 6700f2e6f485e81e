import type { ShownNumber } from "./word-numbers.ts";
import type { WordStyle } from "./word-styles.ts";

/** A note by its kind and its id in the file. */
export interface NoteKey {
  readonly kind: NoteKind;
  readonly id: string;
}

export type NoteKind = "footnote" | "endnote" | "comment";

/** A paragraph as the file itself has it, before any library has read it: what is counted, and what the library does not tell. */
export interface RawParagraph {
  /** From 0, through the document, its footnotes, endnotes and comments. */
  readonly index: number;
  /** The note in which it stands; absent in the document itself. */
  readonly note: NoteKey | undefined;
  /** Whether it stands in a frame beside the text. */
  readonly boxed: boolean;
  /** Whether it stands in a table. */
  readonly tabled: boolean;
  readonly style: WordStyle;
  /** What Word shows before it as an item of a list. */
  readonly number: ShownNumber | undefined;
  /** Whether that number stands among its words, since no list can show it. */
  readonly numberInWords: boolean;
  /** Its words and the notes that are called in it, in order. */
  readonly pieces: readonly RawPiece[];
}

export type RawPiece = string | NoteKey;

/** A note's key as one word. */
export function keyOf({ kind, id }: NoteKey): string {
  return `${kind} ${id}`;
}

/** The words of a paragraph without its notes. */
export function rawWords({ pieces }: RawParagraph): string {
  return pieces.filter((piece) => typeof piece === "string").join("");
}

/** Numbers that stand before an entry of a list: `3.`, `3)`. Others, also long ones such as a telegram's, stand among the words. */
export function isListMarker(number: string): boolean {
  return /^\d{1,3}[.)]$/u.test(number);
}

const MADE_BY_WORD = /^(?:toc \d|toc heading|table of figures|index \d|index heading)$/u;

/** Whether Word makes a paragraph of the others: a line of a table of contents, of an index. */
export function isMadeByWord({ style }: Pick<RawParagraph, "style">): boolean {
  return style.names.some((name) => MADE_BY_WORD.test(name));
}
