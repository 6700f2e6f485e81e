import { writeCoordinate } from "../edition/coordinates.ts";
import type { Entity } from "../edition/edition.ts";
import type { Backlink } from "./apparatus.ts";
import { matterNames } from "./matter-names.ts";
import type { ReadReference } from "./read-references.ts";

/**
 * Who refers to what, by the target's id: fields of the front matter first, then the text in reading order.
 * Each place stands once, however often it refers; what an entity says of itself is left out.
 */
export function backlinksOf(
  owners: readonly Entity[],
  references: ReadonlyMap<Entity, readonly ReadReference[]>,
  byId: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, readonly Backlink[]> {
  const backlinks = new Map<string, Map<string, Backlink>>();
  const add = (to: Entity, backlink: Backlink): void => {
    if (to === backlink.from) return;
    const known = backlinks.get(to.id) ?? new Map<string, Backlink>();
    backlinks.set(to.id, known);
    const { from, coordinate } = backlink;
    const key = `${from.id}:${coordinate ? writeCoordinate(coordinate) : ""}`;
    if (!known.has(key)) known.set(key, backlink);
  };
  for (const from of owners) {
    for (const { entry, place } of matterNames(from, byId)) {
      if (entry) add(entry, { from, place });
    }
    for (const { occurrence, resolution } of references.get(from) ?? []) {
      if (resolution.kind !== "found") continue;
      const { coordinate, reference } = occurrence;
      add(resolution.entity, {
        from,
        place: reference.place,
        ...(coordinate ? { coordinate } : {}),
      });
    }
  }
  return new Map([...backlinks].map(([id, places]) => [id, [...places.values()]]));
}
