import { type Coordinate, readCoordinate, writeCoordinate } from "../edition/coordinates.ts";
import type { Entity } from "../edition/edition.ts";
import type { Survey } from "./survey.ts";

/** What a reference's target was found to be. */
export type Resolution =
  | { readonly kind: "found"; readonly entity: Entity; readonly coordinate?: Coordinate }
  /** Nothing in the edition has the id. `rest` is what stands behind it, with its colon. */
  | { readonly kind: "no-entity"; readonly id: string; readonly rest: string }
  /** The entity has no such paragraph, note or place. */
  | { readonly kind: "no-place"; readonly entity: Entity; readonly coordinate: Coordinate };

/**
 * Finds what a target names: `protocol-61`, `protocol-61:p3`, or within the owner's own file `p3`, `n2` and places
 * that it names, which go before ids of the edition.
 */
export function resolveTarget(target: string, owner: Entity, survey: Survey): Resolution {
  const colon = target.indexOf(":");
  const id = colon < 0 ? target : target.slice(0, colon);
  if (colon < 0) {
    const own = readCoordinate(target, survey.streams);
    if (own.kind !== "anchor" || hasPlace(owner, own, survey)) return within(owner, own, survey);
  }
  const entity = survey.byId.get(id);
  if (!entity) return { kind: "no-entity", id, rest: target.slice(id.length) };
  if (colon < 0) return { kind: "found", entity };
  return within(entity, readCoordinate(target.slice(colon + 1), survey.streams), survey);
}

function within(entity: Entity, coordinate: Coordinate, survey: Survey): Resolution {
  const found = hasPlace(entity, coordinate, survey);
  return { kind: found ? "found" : "no-place", entity, coordinate };
}

/** Whether an entity has a paragraph, a note or a named place. */
export function hasPlace(entity: Entity, coordinate: Coordinate, survey: Survey): boolean {
  const found = survey.occurrences.get(entity);
  if (!found) return false;
  switch (coordinate.kind) {
    case "paragraph":
      return coordinate.number <= found.paragraphs;
    case "note":
      return found.noteIds.has(writeCoordinate(coordinate));
    case "anchor":
      return found.namedPlaces.has(coordinate.id);
  }
}
