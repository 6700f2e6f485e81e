import type { Entity } from "../edition/edition.ts";
import type { Block, Note } from "../edition/text.ts";

/** Texts that are read apart from each other: an abstract stands alone in lists, and students never see the instructor's parts. */
export type Scope = "text" | "abstract" | "instructor";

/** One of the texts of an entity. */
export interface EntityText {
  readonly blocks: readonly Block[];
  readonly scope: Scope;
  /** Whether the words are the document's own. */
  readonly ownWords: boolean;
}

/** The texts of an entity in the order in which they are read. */
export function textsOf(entity: Entity): readonly EntityText[] {
  switch (entity.kind) {
    case "document":
      return [
        commentary(entity.abstract, "abstract"),
        commentary(entity.before),
        { blocks: entity.transcription, scope: "text", ownWords: true },
        commentary(entity.after),
      ];
    case "essay":
    case "reader":
      return [commentary(entity.blocks)];
    case "register-entry":
      return [commentary(entity.description)];
  }
}

/** The notes that are defined in an entity's file. */
export function notesOf(entity: Entity): readonly Note[] {
  return entity.kind === "register-entry" ? [] : entity.notes;
}

/** The notes of a document's head, which no call leads to. */
export function headNotesOf(entity: Entity): readonly Note[] {
  if (entity.kind !== "document") return [];
  const labels = new Set(entity.headNotes);
  return entity.notes.filter(({ label }) => labels.has(label));
}

function commentary(blocks: readonly Block[], scope: Scope = "text"): EntityText {
  return { blocks, scope, ownWords: false };
}
