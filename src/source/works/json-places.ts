/** A value of JSON and where it stands. */
export interface JsonNode {
  readonly at: number;
  readonly value: string | number | boolean | null | readonly JsonNode[] | JsonFields;
}

/** The fields of an object; of two with one name the last counts. */
export type JsonFields = ReadonlyMap<string, JsonNode>;

/** Where something is no JSON, and why. */
export interface JsonFault {
  readonly at: number;
  readonly message: string;
}

/** So deep nothing is nested that works are written in. */
const DEEPEST = 60;

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- JSON allows none of them
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const WORD = /[A-Za-z]+/y;

/** Reads JSON with the place of each value, or says where it is none. */
export function readJson(source: string): JsonNode | { readonly fault: JsonFault } {
  let at = 0;
  let fault: JsonFault | undefined;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [taken] = pattern.exec(source) ?? [];
    at += taken?.length ?? 0;
    return taken;
  };
  const sign = (): string => source[at] ?? "";
  const wrong = (message: string): undefined => {
    fault ??= { at, message };
  };
  const found = (): string =>
    sign() === ""
      ? "the file's end"
      : JSON.stringify(String.fromCodePoint(source.codePointAt(at) ?? 0));

  const value = (depth: number): JsonNode | undefined => {
    take(SPACE);
    const start = at;
    if (depth > DEEPEST) return wrong("nested too deep");
    if (sign() === "[" || sign() === "{") return group(start, depth);
    if (sign() === '"') {
      const text = string();
      return text === undefined ? undefined : { at: start, value: text };
    }
    const number = take(NUMBER);
    if (number !== undefined && number !== "") return { at: start, value: Number(number) };
    const word = take(WORD);
    const known = word === undefined ? undefined : WORDS.get(word);
    if (known !== undefined) return { at: start, value: known };
    at = start;
    return wrong(`a value was expected, not ${found()}`);
  };
  const string = (): string | undefined => {
    const text = take(STRING);
    if (text === undefined) return wrong("a text that is not closed, or not written as JSON");
    const read: unknown = JSON.parse(text);
    return typeof read === "string" ? read : "";
  };
  const group = (start: number, depth: number): JsonNode | undefined => {
    const isList = sign() === "[";
    const closing = isList ? "]" : "}";
    const list: JsonNode[] = [];
    const fields = new Map<string, JsonNode>();
    at += 1;
    take(SPACE);
    if (sign() === closing) {
      at += 1;
      return { at: start, value: isList ? list : fields };
    }
    for (;;) {
      take(SPACE);
      let name = "";
      if (!isList) {
        if (sign() !== '"')
          return wrong(`a field's name in quotation marks was expected, not ${found()}`);
        const text = string();
        if (text === undefined) return undefined;
        name = text;
        take(SPACE);
        if (sign() !== ":") return wrong(`a colon was expected, not ${found()}`);
        at += 1;
      }
      const inner = value(depth + 1);
      if (!inner) return undefined;
      if (isList) list.push(inner);
      else fields.set(name, inner);
      take(SPACE);
      if (sign() === closing) {
        at += 1;
        return { at: start, value: isList ? list : fields };
      }
      if (sign() !== ",") return wrong(`a comma or ${closing} was expected, not ${found()}`);
      at += 1;
    }
  };

  const root = value(0);
  take(SPACE);
  if (root && at < source.length) wrong(`nothing more was expected, but ${found()}`);
  if (fault) return { fault };
  return root ?? { fault: { at, message: "no value" } };
}
