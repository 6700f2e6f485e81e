import { type Stream, type Streams, markOf, standardStreams } from "./streams.ts";

/** What a scholar cites within a document: a paragraph, a note, or a place that the editor named. */
export type Coordinate =
  | { readonly kind: "paragraph"; readonly number: number }
  | { readonly kind: "note"; readonly stream: Stream; readonly number: number }
  | { readonly kind: "anchor"; readonly id: string };

/** Reads what stands behind the colon of a reference, or an id in a page: `p3`, `tr1`, `armageddon`. */
export function readCoordinate(written: string, streams: Streams = standardStreams): Coordinate {
  const [, code, digits] = /^([a-z]+)([1-9]\d*)$/.exec(written) ?? [];
  if (code !== undefined && digits !== undefined) {
    if (code === "p") return { kind: "paragraph", number: Number(digits) };
    const stream = streams.byCode.get(code);
    if (stream) return { kind: "note", stream, number: Number(digits) };
  }
  return { kind: "anchor", id: written };
}

/** Whether an id would be taken for a paragraph's or a note's, numbered or not: `p3`, `tr01`. */
export function looksLikeCoordinate(written: string, streams: Streams): boolean {
  const [, code] = /^([a-z]+)\d+$/.exec(written) ?? [];
  return code !== undefined && (code === "p" || streams.byCode.has(code));
}

/** The coordinate as it is written in references and as an id in pages: `p3`, `tr1`. */
export function writeCoordinate(coordinate: Coordinate): string {
  switch (coordinate.kind) {
    case "paragraph":
      return `p${coordinate.number}`;
    case "note":
      return `${coordinate.stream.code}${coordinate.number}`;
    case "anchor":
      return coordinate.id;
  }
}

/** The coordinate as it is printed behind "Doc. 5": `¶3`, `note 2`, `translator’s note T1`; empty for a named place. */
export function showCoordinate(coordinate: Coordinate): string {
  switch (coordinate.kind) {
    case "paragraph":
      return `¶${coordinate.number}`;
    case "note": {
      const mark = markOf(coordinate.stream, coordinate.number);
      return coordinate.stream.name === "editor"
        ? `note ${mark}`
        : `${coordinate.stream.label.toLowerCase()} ${mark}`;
    }
    case "anchor":
      return "";
  }
}
