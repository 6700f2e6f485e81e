import type { Entity } from "../edition/edition.ts";
import type { ReferenceOccurrence } from "./occurrences.ts";
import { type Resolution, resolveTarget } from "./resolve-target.ts";
import type { Survey } from "./survey.ts";

/** A reference, where it stands, and what its target was found to be. */
export interface ReadReference {
  readonly occurrence: ReferenceOccurrence;
  readonly resolution: Resolution;
}

/** Looks up the target of every reference, by the entity in which they stand, in reading order. */
export function readReferences(survey: Survey): ReadonlyMap<Entity, readonly ReadReference[]> {
  return new Map(
    survey.entities.map((owner) => [
      owner,
      (survey.occurrences.get(owner)?.references ?? []).map((occurrence) => ({
        occurrence,
        resolution: resolveTarget(occurrence.reference.target, owner, survey),
      })),
    ]),
  );
}

/** Without the references of notes that are never called, which no page shows. */
export function shownReferences(
  references: ReadonlyMap<Entity, readonly ReadReference[]>,
): ReadonlyMap<Entity, readonly ReadReference[]> {
  return new Map(
    [...references].map(([owner, read]) => [
      owner,
      read.filter(({ occurrence }) => occurrence.shown),
    ]),
  );
}
