import { type Coordinate, showCoordinate, writeCoordinate } from "../edition/coordinates.ts";
import type { CitedDocument } from "./cited-document.ts";

/** A record of one place in a document: by the place's own address and key, so that it is not taken for the document's. */
export function citePlace(document: CitedDocument, coordinate: Coordinate): CitedDocument {
  const { id, url } = document;
  const written = writeCoordinate(coordinate);
  return {
    ...document,
    id: `${id}:${written}`,
    at: showCoordinate(coordinate),
    ...(url === undefined ? {} : { url: `${url}#${written}` }),
  };
}

/** By what a document, or the place in it that is meant, is found in its edition: "2", "2 ¶6", "2, note T1". */
export function placeInEdition({ number, at }: CitedDocument): string {
  if (at === undefined) return number;
  return at.startsWith("¶") ? `${number} ${at}` : `${number}, ${at}`;
}
