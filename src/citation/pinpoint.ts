import { type Coordinate, showCoordinate } from "../edition/coordinates.ts";
import { markOf } from "../edition/streams.ts";
import type { Pinpoint } from "./style-engine.ts";

/** What citations can name in a document: a paragraph or a note. */
export type CitedCoordinate = Exclude<Coordinate, { readonly kind: "anchor" }>;

/** A paragraph or note as citations name it; a note that is not the editor's in words, since styles know of one kind. */
export function pinpointOf(coordinate: CitedCoordinate): Pinpoint {
  if (coordinate.kind === "paragraph")
    return { label: "paragraph", locator: String(coordinate.number) };
  const { stream, number } = coordinate;
  return stream.name === "editor"
    ? { label: "note", locator: markOf(stream, number) }
    : { words: showCoordinate(coordinate) };
}
