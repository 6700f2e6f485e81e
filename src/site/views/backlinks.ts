import type { Backlink } from "../../apparatus/apparatus.ts";
import { documentName } from "../../apparatus/document-numbers.ts";
import { showCoordinate } from "../../edition/coordinates.ts";
import type { Entity } from "../../edition/edition.ts";
import type { Desk } from "../desk.ts";
import { linkWithin } from "../packet-places.ts";
import { entityTitle } from "./titles.ts";

/** One text that refers, with the places in it. */
export interface MentionView {
  /** "Doc. 5" for a document, empty for others. */
  readonly number: string;
  readonly title: string;
  readonly href: string;
  /** `¶3`, `note 2`; empty where it refers outside numbered places only. */
  readonly places: readonly { readonly text: string; readonly href: string }[];
}

/** Who refers to something, gathered by text, in reading order. */
export function mentionsOf(
  { apparatus, packetPlaces }: Desk,
  backlinks: readonly Backlink[],
  address: string,
): MentionView[] {
  const bySource = new Map<Entity, Map<string, string>>();
  for (const { from, coordinate } of backlinks) {
    const places = bySource.get(from) ?? new Map<string, string>();
    bySource.set(from, places);
    const text = coordinate ? showCoordinate(coordinate) : "";
    if (text !== "") places.set(text, linkWithin(packetPlaces, { address }, from, coordinate));
  }
  return [...bySource].map(([from, places]) => ({
    number: from.kind === "document" ? documentName(apparatus.numberOf(from)) : "",
    title: entityTitle(from),
    href: linkWithin(packetPlaces, { address }, from),
    places: [...places].map(([text, href]) => ({ text, href })),
  }));
}
