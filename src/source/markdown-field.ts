import type { Place } from "../diagnostics/place.ts";
import {
  type MarkdownSource,
  type SourceLine,
  markdownAt,
  markdownAtPlaces,
  markdownSource,
} from "./markdown/markdown-source.ts";
import { placesInQuotes } from "./places-in-quotes.ts";
import type { TextFile } from "./text-file.ts";
import type { YamlFields } from "./yaml-fields.ts";

/**
 * A field that holds Markdown, as its lines stand in the file, so that every place in it is exact.
 */
export function markdownField(
  { lines }: TextFile,
  fields: YamlFields,
  path: string,
  value: string,
): MarkdownSource {
  const style = fields.styles.get(path);
  const place = fields.places.get(path) ?? fields.start;
  if (!style) return markdownAt(place, value);
  switch (style) {
    case "literal":
    case "folded":
      return blockScalar(lines, place, (fields.keyPlaces.get(path)?.column ?? 1) - 1, value);
    case "plain":
      return lineByLine(lines, place, value, "") ?? markdownAt(place, value);
    case "single":
      return quotedScalar(lines, place, "'", value);
    case "double":
      return quotedScalar(lines, place, '"', value);
  }
}

/** Text in quotation marks: its lines as they stand, or, where it has escapes, each character by itself. */
function quotedScalar(
  lines: readonly string[],
  place: Place,
  quote: "'" | '"',
  value: string,
): MarkdownSource {
  const plain = lineByLine(lines, place, value, quote);
  if (plain) return plain;
  const places = value.includes("\r") ? undefined : placesInQuotes(lines, place, quote, value);
  return places ? markdownAtPlaces(place.file, value, places) : markdownAt(place, value);
}

/** Lines behind `|` or `>`, without their indentation: Markdown folds lines as YAML does. */
function blockScalar(
  lines: readonly string[],
  place: Place,
  parentIndentation: number,
  value: string,
): MarkdownSource {
  const found: SourceLine[] = [];
  const header = (lines[place.line - 1] ?? "").slice(place.column - 1);
  const said = /^[|>][+-]?(\d)/.exec(header)?.[1];
  let indentation = said === undefined ? undefined : parentIndentation + Number(said);
  for (let line = place.line; line < lines.length; line += 1) {
    const text = lines[line] ?? "";
    const leading = text.length - text.trimStart().length;
    if (text.trim() !== "") {
      if (leading <= parentIndentation) break;
      indentation ??= leading;
    }
    const cut = Math.min(indentation ?? leading, leading);
    found.push({ text: text.slice(cut), line: line + 1, column: cut + 1 });
  }
  while (found.at(-1)?.text.trim() === "") found.pop();
  return found.length === 0 ? markdownAt(place, value) : markdownSource(place.file, found);
}

/** Text that begins in the middle of a line and may go on in the next ones. Nothing where the value is not simply its lines. */
function lineByLine(
  lines: readonly string[],
  place: Place,
  value: string,
  quote: string,
): MarkdownSource | undefined {
  const found: SourceLine[] = [];
  let column = place.column + quote.length;
  let rest = value;
  for (let line = place.line; line <= lines.length; line += 1) {
    const whole = lines[line - 1] ?? "";
    const from = line === place.line ? column - 1 : whole.length - whole.trimStart().length;
    column = from + 1;
    const part = whole.slice(from).trimEnd();
    const end = rest.startsWith(part) ? part.length : rest.length;
    if (!part.startsWith(rest.slice(0, end))) return undefined;
    found.push({ text: part.slice(0, end), line, column });
    if (end >= rest.length) return markdownSource(place.file, found);
    // A line's end is a space, an empty line a line's end.
    rest = rest.slice(end).replace(/^[ \n]/, "");
  }
  return undefined;
}
