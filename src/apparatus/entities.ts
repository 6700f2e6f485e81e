import { type Place, startOf } from "../diagnostics/place.ts";
import type { Edition, Entity, RegisterName } from "../edition/edition.ts";
import { type NumberOf, documentName } from "./document-numbers.ts";

/** Where an entity's id stands. */
export function placeOf(entity: Entity): Place {
  if (entity.kind === "register-entry") return entity.place;
  return entity.places.get("id") ?? startOf(entity.file);
}

/** Where a field of an entity stands; where that is not known, its id. */
export function placeOfField(entity: Entity, field: string): Place {
  return entity.places.get(field) ?? placeOf(entity);
}

/** Every entity of an edition in the order of files and lines, whichever way the edition lists them. */
export function entitiesByPlace(edition: Edition): readonly Entity[] {
  const { documents, essays, readers, register } = edition;
  const all: Entity[] = [...documents, ...essays, ...readers, ...register];
  return all.sort((a, b) => byPosition(placeOf(a), placeOf(b)));
}

function byPosition(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Entities by their ids, which are one namespace. Of two with one id the first in the order of files keeps it. */
export function entitiesById(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  const byId = new Map<string, Entity>();
  for (const entity of entities) {
    if (!byId.has(entity.id)) byId.set(entity.id, entity);
  }
  return byId;
}

/** What an entity is, in a word. */
export type EntityKind = "document" | "essay" | "reader" | RegisterName;

/** The kind of an entity; registers count each for itself. */
export function kindOf(entity: Entity): EntityKind {
  return entity.kind === "register-entry" ? entity.register : entity.kind;
}

const KIND_WORDS: Readonly<Record<EntityKind, string>> = {
  document: "a document",
  essay: "an essay",
  reader: "a reader",
  people: "a person",
  places: "a place",
  organizations: "an organization",
  terms: "a term",
};

/** A kind in a sentence: "a document", "a person". */
export function kindWords(kind: EntityKind): string {
  return KIND_WORDS[kind];
}

/** How an entity is called in a sentence and where a reference's text is left empty: "Doc. 5", a name, a title. */
export function nameOf(entity: Entity, numberOf: NumberOf): string {
  switch (entity.kind) {
    case "document":
      return documentName(numberOf(entity));
    case "essay":
    case "reader":
      return entity.matter.title;
    case "register-entry":
      return entity.matter.abbreviation ?? entity.matter.name;
  }
}
