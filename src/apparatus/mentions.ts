import type { Entity, RegisterEntry } from "../edition/edition.ts";
import { byHeading } from "./edition-order.ts";
import { matterNames } from "./matter-names.ts";
import type { ReadReference } from "./read-references.ts";

/** The register's entries that each entity mentions, in its front matter or its text, by the entity's id; sorted by heading. */
export function mentionedBy(
  owners: readonly Entity[],
  references: ReadonlyMap<Entity, readonly ReadReference[]>,
  byId: ReadonlyMap<string, Entity>,
): ReadonlyMap<string, readonly RegisterEntry[]> {
  return new Map(
    owners.map((owner) => {
      const mentioned = new Set<RegisterEntry>();
      for (const { entry } of matterNames(owner, byId)) if (entry) mentioned.add(entry);
      for (const { resolution } of references.get(owner) ?? []) {
        if (resolution.kind !== "found") continue;
        if (resolution.entity.kind === "register-entry") mentioned.add(resolution.entity);
      }
      return [owner.id, [...mentioned].sort(byHeading)];
    }),
  );
}
