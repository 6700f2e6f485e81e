import type { Apparatus } from "../apparatus/apparatus.ts";
import type { Document, Essay } from "../edition/edition.ts";
import type { Block } from "../edition/text.ts";
import { type TextNode, walk } from "../edition/walk.ts";

/** Where references can lead, as ids: `p3`, `n2`, a place that an editor named, `page-187`. */
export type HeldPlaces = ReadonlySet<string>;

/** The places within some blocks and the notes that they call. */
export function placesIn(
  blocks: readonly Block[],
  { calls, pages }: Pick<Apparatus, "calls" | "pages">,
): HeldPlaces {
  const places = new Set<string>();
  const read = (inside: readonly Block[]): void => {
    for (const node of walk(inside)) {
      const place = placeOf(node, pages);
      if (place !== undefined) places.add(place);
      const numbered = node.type === "note-call" ? calls.get(node) : undefined;
      if (!numbered || places.has(numbered.id)) continue;
      places.add(numbered.id);
      read(numbered.note.blocks);
    }
  };
  read(blocks);
  return places;
}

/** The place that a node is, where references can lead to it. */
export function placeOf(node: TextNode, pages: Apparatus["pages"]): string | undefined {
  if (node.type === "paragraph" || node.type === "table")
    return node.number === undefined ? undefined : `p${node.number}`;
  if (node.type === "page-break") return pages.get(node);
  return node.type === "anchor" || node.type === "heading" || node.type === "division"
    ? node.id
    : undefined;
}

/** The places of a document or an essay as a packet has it. */
export function placesOfReading(
  entity: Document | Essay,
  apparatus: Pick<Apparatus, "calls" | "pages" | "notes">,
): HeldPlaces {
  if (entity.kind === "essay") return placesIn(entity.blocks, apparatus);
  const heads = new Set(entity.headNotes);
  const places = new Set(
    placesIn(
      [...entity.abstract, ...entity.before, ...entity.transcription, ...entity.after],
      apparatus,
    ),
  );
  for (const { id, note } of apparatus.notes.get(entity.id) ?? []) {
    if (!heads.has(note.label)) continue;
    places.add(id);
    for (const place of placesIn(note.blocks, apparatus)) places.add(place);
  }
  return places;
}
