import type { Edition } from "./edition.ts";
import { walk } from "./walk.ts";

/** The pictures that an edition's texts show, by their paths. */
export function imagesIn({ documents, essays, readers, register }: Edition): ReadonlySet<string> {
  const sources = new Set<string>();
  const texts = [
    ...documents.flatMap((one) => [one.abstract, one.before, one.transcription, one.after]),
    ...[...essays, ...readers].map(({ blocks }) => blocks),
    ...[...documents, ...essays, ...readers].flatMap(({ notes }) =>
      notes.map(({ blocks }) => blocks),
    ),
    ...register.map(({ description }) => description),
  ];
  for (const blocks of texts)
    for (const node of walk(blocks)) if (node.type === "image") sources.add(node.source);
  return sources;
}
