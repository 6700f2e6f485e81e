import type { Apparatus, NumberedNote } from "../../apparatus/apparatus.ts";
import { matterNames } from "../../apparatus/matter-names.ts";
import { comparedIds } from "../../edition/compared-ids.ts";
import { type Coordinate, writeCoordinate } from "../../edition/coordinates.ts";
import type { Document, Entity, Essay, Reader, RegisterEntry } from "../../edition/edition.ts";
import type { Block, Reference } from "../../edition/text.ts";
import { walk } from "../../edition/walk.ts";
import { type HeldPlaces, placeOf } from "../../reader/held-places.ts";

/** The text of something in the edition as a printed file holds it: whole, or a part of it. */
export interface HeldText {
  readonly owner: Entity;
  readonly blocks: readonly Block[];
  /** Those that it holds, in their order. */
  readonly notes: readonly NumberedNote[];
}

/** A document or an essay as a packet reads it. */
export function heldReading(
  reading: Document | Essay,
  { notes }: Pick<Apparatus, "notes">,
): HeldText {
  const own = new Set(reading.notes);
  const blocks =
    reading.kind === "essay"
      ? reading.blocks
      : [
          ...(showsAbstract(reading) ? reading.abstract : []),
          ...reading.before,
          ...reading.transcription,
          ...reading.after,
        ];
  const held = (notes.get(reading.id) ?? []).filter(({ note }) => own.has(note));
  return { owner: reading, blocks, notes: held };
}

/** Whether a document's abstract is printed: in the place of its text, or where no headnote introduces it. */
export function showsAbstract({ before, transcription }: Document): boolean {
  return transcription.length === 0 || before.length === 0;
}

/** Those of a reader's own words that a file prints, with the notes that they call. */
export function heldWords(
  owner: Reader,
  blocks: readonly Block[],
  { notes, calls }: Pick<Apparatus, "notes" | "calls">,
): HeldText {
  const called = new Set<NumberedNote>();
  for (const node of walk(blocks)) {
    const note = node.type === "note-call" ? calls.get(node) : undefined;
    if (note) called.add(note);
  }
  return { owner, blocks, notes: (notes.get(owner.id) ?? []).filter((note) => called.has(note)) };
}

/** What some texts mention, refer to, and cite. */
export interface Mentioned {
  /** In front matter too, and what the descriptions of these entries mention in turn. */
  readonly entries: ReadonlySet<RegisterEntry>;
  /** Also those of these entries' descriptions. */
  readonly references: readonly Reference[];
  /** The ids of documents that are set side by side. */
  readonly compared: ReadonlySet<string>;
  /** The keys of works. */
  readonly works: ReadonlySet<string>;
}

/** Looks through texts, and, where a file has a register, through the entries of it that they mention. */
export function mentionedIn(
  texts: readonly HeldText[],
  { references, byId }: Pick<Apparatus, "references" | "byId">,
  register: "with register" | "texts alone" = "with register",
): Mentioned {
  const entries = new Set<RegisterEntry>();
  const found: Reference[] = [];
  const works = new Set<string>();
  const compared = new Set<string>();
  const waiting: Pick<HeldText, "owner" | "blocks">[] = texts.map(({ owner, blocks, notes }) => ({
    owner,
    blocks: [...blocks, ...notes.flatMap(({ note }) => note.blocks)],
  }));
  const mention = (entry: Entity | undefined): void => {
    if (entry?.kind !== "register-entry" || entries.has(entry)) return;
    entries.add(entry);
    if (register === "with register") waiting.push({ owner: entry, blocks: entry.description });
  };
  for (let text = waiting.pop(); text; text = waiting.pop()) {
    for (const { entry } of matterNames(text.owner, byId)) mention(entry);
    for (const node of walk(text.blocks)) {
      if (node.type === "citation") for (const { key } of node.cites) works.add(key);
      if (node.type === "division" && node.name === "comparison")
        for (const id of comparedIds(node)) compared.add(id);
      if (node.type !== "reference") continue;
      found.push(node);
      mention(references.get(node)?.entity);
    }
  }
  return { entries, references: found, compared, works };
}

/** Whether a file holds something of the edition, and there the place that is meant. */
export type Holds = (entity: Entity, coordinate?: Coordinate) => boolean;

/** Knows what some texts hold; entries of the register are not among them. */
export function holdingOf(texts: readonly HeldText[], { pages }: Pick<Apparatus, "pages">): Holds {
  const byId = new Map<string, HeldText>();
  for (const text of texts) byId.set(text.owner.id, text);
  const places = new Map<string, HeldPlaces>();
  return ({ id }, coordinate) => {
    const text = byId.get(id);
    if (!text || !coordinate) return text !== undefined && text.owner.kind !== "reader";
    const known = places.get(id) ?? placesIn(text, pages);
    places.set(id, known);
    return known.has(writeCoordinate(coordinate));
  };
}

/** Every place of a text that something can lead to, as coordinates are written. */
function placesIn({ blocks, notes }: HeldText, pages: Apparatus["pages"]): HeldPlaces {
  const places = new Set<string>(notes.map(({ id }) => id));
  for (const node of walk([...blocks, ...notes.flatMap(({ note }) => note.blocks)])) {
    const place = placeOf(node, pages);
    if (place !== undefined) places.add(place);
  }
  return places;
}
