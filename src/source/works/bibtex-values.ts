import type { BibtexCursor } from "./bibtex-cursor.ts";

/** A name of a field or of a string. */
export const BIBTEX_NAME = /[^\s{}()",=#%'\\@]+/y;

/**
 * Reads a field's value, parts with `#` between them, as it is written: without the braces or quotation marks around it,
 * names of strings replaced. Nothing where it is none, which is said.
 */
export function readBibtexValue(
  cursor: BibtexCursor,
  name: string,
  strings: ReadonlyMap<string, string>,
): string | undefined {
  let value = "";
  for (;;) {
    const part = readPart(cursor, name, strings);
    if (part === undefined) return undefined;
    value += part;
    cursor.space();
    if (cursor.sign() !== "#") return value;
    cursor.at += 1;
    cursor.space();
  }
}

function readPart(
  cursor: BibtexCursor,
  name: string,
  strings: ReadonlyMap<string, string>,
): string | undefined {
  const { at } = cursor;
  if (cursor.sign() === "{") return cursor.group(`the brace of "${name}" is not closed`);
  if (cursor.sign() === '"') return readQuoted(cursor, name);
  const word = cursor.take(BIBTEX_NAME);
  if (word === undefined) {
    cursor.fault(at, `"${name}" has no value`, `write ${name} = {…}`);
    return undefined;
  }
  const known = strings.get(word.toLowerCase());
  if (known === undefined && !/^\d+$/u.test(word))
    cursor.fault(at, `no @string is called "${word}"`, `put words in braces: {${word}}`);
  return known ?? word;
}

/** Words in quotation marks, of which those in braces are none. */
function readQuoted(cursor: BibtexCursor, name: string): string | undefined {
  const { at: from, source } = cursor;
  let depth = 0;
  for (let at = from + 1; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === "\\") at += 1;
    else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    else if (sign === '"' && depth === 0) {
      cursor.at = at + 1;
      return source.slice(from + 1, at);
    } else if (sign === "\n" && cursor.beginsEntry(at)) break;
  }
  cursor.fault(from, `the quotation mark of "${name}" is not closed`, 'put " where it ends');
  return undefined;
}
