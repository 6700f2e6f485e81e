/** A word of an attribute list and where it stands. */
export interface Written {
  readonly text: string;
  readonly at: number;
}

/** `key=value` in an attribute list. */
export interface WrittenPair {
  readonly key: Written;
  readonly value: Written;
}

/** Pandoc's attributes, read: `{.class #id key=value key="several words"}`. */
export interface Attributes {
  readonly at: number;
  /** Offset behind the closing brace. */
  readonly end: number;
  readonly classes: readonly Written[];
  readonly ids: readonly Written[];
  readonly pairs: readonly WrittenPair[];
}

const SPACE = /\s*/y;
const CLASS = /\.([\p{L}_][\p{L}\p{N}_-]*)/uy;
const ID = /#([^\s{}"'=.#]+)/y;
const KEY = /([\p{L}_][\p{L}\p{N}_:.-]*)=/uy;
const BARE = /[^\s{}"'=]+/y;
/** Where an editor wraps a long value, a line's end is a space, as it is in words. */
const LINE_END = /(?<![ \t])[ \t]*\n[ \t]*/g;
const QUOTED = /"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'/y;

/** Reads attributes whose opening brace stands at an offset; nothing where there are none that can be read. */
export function readAttributes(source: string, at: number): Attributes | undefined {
  if (source[at] !== "{") return undefined;
  const classes: Written[] = [];
  const ids: Written[] = [];
  const pairs: WrittenPair[] = [];
  let position = at + 1;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = position;
    const match = pattern.exec(source) ?? undefined;
    if (match) position = pattern.lastIndex;
    return match;
  };

  for (;;) {
    const spaces = take(SPACE)?.[0] ?? "";
    if (source[position] === "}") return { at, end: position + 1, classes, ids, pairs };
    if (spaces === "" && position > at + 1) return undefined;

    const start = position;
    const name = take(CLASS)?.[1];
    if (name !== undefined) {
      classes.push({ text: name, at: start });
      continue;
    }
    const id = take(ID)?.[1];
    if (id !== undefined) {
      ids.push({ text: id, at: start });
      continue;
    }
    const key = take(KEY)?.[1];
    if (key === undefined) return undefined;
    const valueStart = position;
    const quoted = take(QUOTED);
    const value = quoted
      ? (quoted[1] ?? quoted[2] ?? "").replaceAll(/\\([^])/g, "$1").replaceAll(LINE_END, " ")
      : take(BARE)?.[0];
    if (value === undefined) return undefined;
    pairs.push({ key: { text: key, at: start }, value: { text: value, at: valueStart } });
  }
}
