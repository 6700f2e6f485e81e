import type { Entity } from "../../edition/edition.ts";

/** What something is called. */
export function entityTitle(entity: Entity): string {
  return entity.kind === "register-entry" ? entity.matter.name : entity.matter.title;
}

/** The same, short where there is a short title: for menus. */
export function shortTitle(entity: Entity): string {
  const short =
    entity.kind === "document" || entity.kind === "essay" ? entity.matter.shortTitle : undefined;
  return short ?? entityTitle(entity);
}

/** What the site calls its registers. */
export const registerTitles = {
  people: "People",
  places: "Places",
  organizations: "Organizations",
  terms: "Terms",
} as const;
