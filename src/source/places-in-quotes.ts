import type { Place } from "../diagnostics/place.ts";

/**
 * Where each character of a quoted YAML text stands in its file: escapes are longer in the file
 * than in the text, and a line's end with the next line's indentation is one space. Nothing where
 * text and file do not go together.
 */
export function placesInQuotes(
  lines: readonly string[],
  start: Place,
  quote: "'" | '"',
  value: string,
): readonly Place[] | undefined {
  const places: Place[] = [];
  let { line } = start;
  let column = start.column + 1;
  while (places.length < value.length) {
    const text = lines[line - 1];
    if (text === undefined) return undefined;
    const here = { ...start, line, column };
    const rest = text.slice(column - 1);
    if (rest.trim() === "") {
      const next = nextLine(lines, line);
      const folded = next - line === 1 ? " " : "\n".repeat(next - line - 1);
      if (!value.startsWith(folded, places.length)) return undefined;
      places.push(...Array.from(folded, () => here));
      line = next;
      column = (lines[next - 1] ?? "").search(/\S|$/) + 1;
      continue;
    }
    const [escape] = ESCAPES[quote].exec(rest) ?? [];
    const letter = value.codePointAt(places.length) ?? 0;
    const width = escape === undefined || letter <= 0xffff ? 1 : 2;
    if (escape === undefined && rest[0] !== value[places.length]) return undefined;
    for (let unit = 0; unit < width; unit += 1) places.push(here);
    column += escape?.length ?? 1;
  }
  return places;
}

const ESCAPES = {
  "'": /^''/,
  '"': /^\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/,
} as const;

/** The next line that is not empty. */
function nextLine(lines: readonly string[], line: number): number {
  let next = line + 1;
  while (next <= lines.length && (lines[next - 1] ?? "").trim() === "") next += 1;
  return next;
}
