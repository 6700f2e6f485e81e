import { readAttributes } from "../markdown/attributes.ts";
import { backslashAtStart } from "./line-starts.ts";
import { SOFT_SPACE } from "./signs.ts";

/** Where a run of letters stands among what is written beside it. */
export interface WordsPlace {
  /** Whether it begins a line that must begin so. */
  readonly atLineStart: boolean;
  /** Whether it begins, or ends, its block: spaces there would be trimmed away. */
  readonly atBlockStart: boolean;
  readonly atBlockEnd: boolean;
  /** Whether something stands beside it in its line or bracket. */
  readonly hasBefore: boolean;
  readonly hasBehind: boolean;
  /** Whether it is the first thing in a bracket. */
  readonly atBracketStart: boolean;
  /** Whether it stands directly behind a note's call that begins a line. */
  readonly behindCall: boolean;
  /** Whether it is a heading's, at whose end hashes and braces are not words. */
  readonly inHeading: boolean;
}

/** A run of equal signs in some words, of which it is asked whether Markdown would misread it. */
interface Run {
  readonly value: string;
  readonly from: number;
  /** Offset behind its last sign. */
  readonly to: number;
  readonly place: WordsPlace;
  /** Offset of the last closing brace of the words. */
  readonly lastBrace: number;
}

const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;
/** The beginning of an e-mail address, which between `<` and `>` is a link (CommonMark 0.31, 6.5). */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@/u;
/** What behind an at sign makes it a citation. */
const KEY_START = /^[\p{L}\p{N}_{]/u;
const LETTER = /[\p{L}\p{N}]/u;

const always = (): boolean => true;

/** The signs that may need a backslash, and when they do. */
const misread: Readonly<Record<string, (run: Run) => boolean>> = {
  "*": always,
  "`": always,
  "[": always,
  "]": always,
  // Before a letter, a backslash is a backslash.
  "\\": ({ value, from, to }) =>
    to - from > 1 || to === value.length || /[\s!-/:-@[-`{-~]/.test(value[to] ?? ""),
  // Within a word, and between spaces, underscores mark nothing.
  _: ({ value, from, to }) => {
    const [before = "", behind = ""] = [value[from - 1], value[to]];
    return !(LETTER.test(before) && LETTER.test(behind)) && !(before === " " && behind === " ");
  },
  "<": ({ value, to }) => /[A-Za-z/!?]/.test(value[to] ?? "") || ADDRESS.test(value.slice(to)),
  "&": ({ value, to }) => {
    ENTITY.lastIndex = to - 1;
    return ENTITY.test(value);
  },
  "~": ({ from, to }) => to - from > 1,
  "@": ({ value, from, to }) =>
    KEY_START.test(value.slice(to, to + 2) || "_") &&
    (to - from > 1 || !LETTER.test(value[from - 1] ?? "")),
  "^": ({ from, place }) => place.atBracketStart && from === 0,
  ":": ({ from, place }) => place.behindCall && from === 0,
  "{": ({ value, to, place, lastBrace }) => {
    const attributes = readAttributes(value, to - 1);
    if (attributes) return place.inHeading || attributes.classes.length + attributes.ids.length > 0;
    // They might go on behind what stands beside these words.
    return /^[\s.#\p{L}]/u.test(value.slice(to)) && lastBrace < to;
  },
  "#": ({ value, from, to, place }) =>
    place.inHeading &&
    place.atBlockEnd &&
    to === value.length &&
    /^[ \t]?$/.test(value[from - 1] ?? ""),
};

const SIGNS = /([*`[\]\\_<&~@^:{#])\1*/g;

/** Letters as Markdown: a backslash before everything that would be misread where it stands, and nothing else. */
export function writeWords(value: string, place: WordsPlace): string {
  const forced = place.atLineStart ? backslashAtStart(value) : undefined;
  const lastBrace = value.lastIndexOf("}");
  const escaped = value.replace(SIGNS, (signs: string, sign: string, from: number) => {
    if (misread[sign]?.({ value, from, to: from + signs.length, place, lastBrace }) === true)
      return signs.replaceAll(sign, `\\${sign}`);
    return signs;
  });
  const words = forced === undefined ? escaped : forceAt(escaped, forced);
  return keepEdges(softenSpaces(words, place), place);
}

/** Puts a backslash before the sign at an offset, where none of the signs before it needed one. */
function forceAt(escaped: string, at: number): string {
  return escaped[at] === "\\" ? escaped : `${escaped.slice(0, at)}\\${escaped.slice(at)}`;
}

/** A single space between words is where a line may end. */
function softenSpaces(words: string, { hasBefore, hasBehind }: WordsPlace): string {
  return words.replaceAll(/(?<!\s) (?!\s)/g, (space, at: number) => {
    const isEdge = (at === 0 && !hasBefore) || (at === words.length - 1 && !hasBehind);
    return isEdge ? space : SOFT_SPACE;
  });
}

/** Spaces of another kind at a block's edge, which would be trimmed, become entities. */
function keepEdges(words: string, { atBlockStart, atBlockEnd }: WordsPlace): string {
  const start = atBlockStart ? words.length - words.trimStart().length : 0;
  const end = atBlockEnd ? Math.max(words.trimEnd().length, start) : words.length;
  return asEntities(words.slice(0, start)) + words.slice(start, end) + asEntities(words.slice(end));
}

function asEntities(spaces: string): string {
  return Array.from(spaces, (space) =>
    space === "\u00A0" ? "&nbsp;" : `&#${space.codePointAt(0) ?? 0};`,
  ).join("");
}
