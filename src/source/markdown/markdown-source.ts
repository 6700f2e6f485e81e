import type { Place } from "../../diagnostics/place.ts";

/** Some Markdown that stands in a file: a body below front matter, or one field of it. */
export interface MarkdownSource {
  readonly file: string;
  /** Its lines, joined by line feeds whatever the file uses, without the file's indentation. */
  readonly text: string;
  /** Where a character of `text` stands in the file. */
  readonly placeAt: (offset: number) => Place;
}

/** A line of Markdown and where its first character stands in the file. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Markdown from lines that stand in a file, each at its own place. */
export function markdownSource(file: string, lines: readonly SourceLine[]): MarkdownSource {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.text.length + 1;
  }
  // markdown-it would do this itself; here it does not move anything.
  const text = lines.map((line) => line.text.replaceAll("\0", "\uFFFD")).join("\n");
  const placeAt = (offset: number): Place => {
    const index = lastAtOrBefore(starts, offset);
    const line = lines[index];
    if (!line) return { file, line: 1, column: 1 };
    const column = Math.min(Math.max(offset - (starts[index] ?? 0), 0), line.text.length);
    return { file, line: line.line, column: line.column + column };
  };
  return { file, text, placeAt };
}

/** Markdown each of whose characters stands where it is said to. */
export function markdownAtPlaces(
  file: string,
  text: string,
  places: readonly Place[],
): MarkdownSource {
  const last = places.at(-1) ?? { file, line: 1, column: 1 };
  const end = { ...last, column: last.column + 1 };
  return {
    file,
    text: text.replaceAll("\0", "\uFFFD"),
    placeAt: (offset) => places[Math.max(offset, 0)] ?? end,
  };
}

/** Markdown all of whose characters are said to stand at one place, where nothing more is known. */
export function markdownAt(place: Place, text: string): MarkdownSource {
  return {
    file: place.file,
    text: text.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD"),
    placeAt: () => place,
  };
}

/** Index of the last start that is not behind the offset. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
