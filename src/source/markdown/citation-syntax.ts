import { romanValue } from "../../edition/roman-numeral.ts";
import { shorten } from "./shorten.ts";
import { locatorLabel } from "./locator-labels.ts";

/** One work of a citation as it is written, and where its key stands. */
export interface WrittenCite {
  readonly key: string;
  /** Offset of the `@`. */
  readonly at: number;
  readonly prefix: string;
  readonly locator?: { readonly label: string; readonly value: string };
  readonly suffix: string;
  readonly withoutAuthor: boolean;
}

/** What a bracket says: works that it cites, what is wrong with it as a citation, or that it is none. */
export type BracketReading =
  | { readonly kind: "cites"; readonly cites: readonly WrittenCite[] }
  | { readonly kind: "wrong"; readonly message: string; readonly mend: string }
  | { readonly kind: "other" };

/** Letters, digits and underscores, with single signs between them; in braces whatever has no space. */
const KEY =
  /@(?:\{([^\s{}]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*))/uy;

/** Before an `@` that begins no key: in an address, behind a backslash, in code. */
const UNLIKE = /[\p{L}\p{N}_@\\`/<.]$/u;

/** A key and the offset behind it, at an `@` that begins one. */
export function keyAt(
  source: string,
  at: number,
): { readonly key: string; readonly end: number } | undefined {
  if (source[at] !== "@" || UNLIKE.test(source.slice(Math.max(0, at - 2), at))) return undefined;
  KEY.lastIndex = at;
  const [, braced, plain] = KEY.exec(source) ?? [];
  const key = braced ?? plain;
  return key === undefined ? undefined : { key, end: KEY.lastIndex };
}

/** Reads what stands between two brackets: `see @a, pp. 187–89; @b`. */
export function readBracket(source: string, from: number, to: number): BracketReading {
  const first = source.indexOf("@", from);
  if (first < 0 || first >= to) return { kind: "other" };
  const pieces = piecesOf(source, from, to);
  const cites = pieces.map((piece) => readPiece(source, piece));
  if (cites.every((cite) => cite === undefined)) return { kind: "other" };
  const all: WrittenCite[] = [];
  for (const [index, cite] of cites.entries()) {
    const { from: start = from, to: end = to } = pieces[index] ?? {};
    const words = source.slice(start, end).trim();
    if (!cite)
      return {
        kind: "wrong",
        message: `between the semicolons of a citation stands no key: ${shorten(words)}`,
        mend: "put a comma in the semicolon's place, or a backslash before each @ if no citation is meant",
      };
    if (nextKey(source, keyAt(source, cite.at)?.end ?? end, end) !== undefined)
      return {
        kind: "wrong",
        message: `two keys in one part of a citation: ${shorten(words)}`,
        mend: "put a semicolon between two works: [@one; @other]",
      };
    all.push(cite);
  }
  return { kind: "cites", cites: all };
}

/** Reads the bracket behind `@key`, `[pp. 3–4; @other]`: where in the work, and further works. */
export function readBehindKey(
  source: string,
  key: Pick<WrittenCite, "key" | "at">,
  from: number,
  to: number,
): readonly WrittenCite[] | undefined {
  const [first, ...others] = piecesOf(source, from, to);
  if (!first || nextKey(source, first.from, first.to) !== undefined) return undefined;
  const further = others.map((piece) => readPiece(source, piece));
  const known = further.filter((cite) => cite !== undefined);
  if (known.length < further.length) return undefined;
  const behind = behindKey(`, ${source.slice(first.from, first.to).trim()}`);
  return [{ ...key, prefix: "", withoutAuthor: false, ...behind }, ...known];
}

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** What stands between semicolons, those in braces aside. */
function piecesOf(source: string, from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const sign = source[at];
    if (sign === "\\") at += 1;
    else if (sign === "{") depth += 1;
    else if (sign === "}") depth = Math.max(0, depth - 1);
    else if (sign === ";" && depth === 0) {
      pieces.push({ from: start, to: at });
      start = at + 1;
    }
  }
  return [...pieces, { from: start, to }];
}

function nextKey(source: string, from: number, to: number): number | undefined {
  for (let at = source.indexOf("@", from); at >= 0 && at < to; at = source.indexOf("@", at + 1)) {
    const key = keyAt(source, at);
    if (key && key.end <= to) return at;
  }
  return undefined;
}

function readPiece(source: string, { from, to }: Piece): WrittenCite | undefined {
  const at = nextKey(source, from, to);
  const key = at === undefined ? undefined : keyAt(source, at);
  if (at === undefined || !key) return undefined;
  const withoutAuthor =
    at > from && source[at - 1] === "-" && (at - 1 === from || /\s/.test(source[at - 2] ?? ""));
  const before = source.slice(from, withoutAuthor ? at - 1 : at);
  return {
    key: key.key,
    at,
    prefix: plainWords(before).trim(),
    withoutAuthor,
    ...behindKey(source.slice(key.end, to).trimEnd()),
  };
}

/** A number: digits with what belongs to them, and numbers behind dots, strokes and colons: `12`, `187a`, `3.14`, `f12v`. */
const DIGITS = String.raw`\p{L}?\d[\p{L}\d]{0,3}(?:[.:/]\d+)*`;
const DASH = String.raw`\s?[-–—]+\s?`;
const RUN = new RegExp(
  String.raw`^(?:${DIGITS}(?:${DASH}${DIGITS})?)(?:(?:,\s*|\s*&\s*|\s+and\s+)\d[\p{L}\d]{0,3}(?:${DASH}\d+)?)*(?![\p{L}\d])`,
  "u",
);
const ROMAN = /^([ivxlcdm]+)(?:\s?[-–—]+\s?([ivxlcdm]+))?(?![\p{L}\p{N}])/iu;
const LABEL = /^(?:(¶¶?|§§?)\s*|((?:s\.v{1,2}\.)|[A-Za-z]+\.?)\s+)(?=\S)/u;

/** Where in a work, and the words behind that. */
function behindKey(written: string): Pick<WrittenCite, "locator" | "suffix"> {
  const [lead = ""] = /^\s*,?\s*/u.exec(written) ?? [];
  const rest = written.slice(lead.length);
  if (rest.startsWith("{")) {
    const end = rest.indexOf("}");
    if (end > 0) {
      const inside = rest.slice(1, end).trim();
      const [label, said] = labelOf(inside);
      const value = plainWords(inside.slice(said.length)).trim();
      const suffix = wordsBehind(rest.slice(end + 1));
      if (value === "") return { suffix };
      // "doc. 24": what no style has a word for.
      if (label === undefined && isWord(value)) return { suffix: `, ${value}${suffix}` };
      return { locator: { label: label ?? "page", value }, suffix };
    }
  }
  // A number directly behind the key, without a space or a comma, is none.
  if (lead === "" && rest !== "") return { suffix: wordsBehind(written) };
  const [label, said] = labelOf(rest);
  const numbers = rest.slice(said.length);
  const value = label === "sub-verbo" ? wordsTo(numbers) : runOf(numbers, label !== undefined);
  if (value === undefined) return { suffix: wordsBehind(written) };
  return {
    locator: { label: label ?? "page", value: value.trim() },
    suffix: wordsBehind(numbers.slice(value.length)),
  };
}

function labelOf(words: string): readonly [string | undefined, string] {
  const [said = "", sign, word] = LABEL.exec(words) ?? [];
  const label = locatorLabel(sign ?? word ?? "");
  return label === undefined ? [undefined, ""] : [label, said];
}

/** Whether something begins with a word, not with a number. */
function isWord(value: string): boolean {
  const [word = ""] = /^\p{L}+/u.exec(value) ?? [];
  return word.length > 1 && romanValue(word) === undefined && !/^\p{L}+\d/u.test(value);
}

function runOf(words: string, isLabeled: boolean): string | undefined {
  const [run] = RUN.exec(words) ?? [];
  if (run !== undefined && (isLabeled || /^\d/.test(run))) return run;
  const [roman, from = "", to = "i"] = (isLabeled ? ROMAN.exec(words) : undefined) ?? [];
  const isNumber = romanValue(from) !== undefined && romanValue(to) !== undefined;
  return isNumber ? roman : undefined;
}

function wordsTo(words: string): string | undefined {
  return /^[^,;]+/u.exec(words)?.[0];
}

/** What an editor says behind a citation, without a comma or semicolon that nothing follows. */
function wordsBehind(written: string): string {
  return plainWords(written).replace(/[\s,;]+$/u, "");
}

/** Words without the backslashes that keep signs from meaning something. */
function plainWords(written: string): string {
  return written.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll(/\s+/g, " ");
}
