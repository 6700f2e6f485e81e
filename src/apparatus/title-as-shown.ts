import type { Document, Essay } from "../edition/edition.ts";

/** A title where the whole of it is shown: one that an archivist or editor has supplied stands in brackets. */
export function titleAsShown(entity: Document | Essay): string {
  const { title } = entity.matter;
  return entity.kind === "document" && entity.matter.titleSupplied ? `[${title}]` : title;
}
