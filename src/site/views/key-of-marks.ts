import { type ActName, acts } from "../../edition/acts.ts";
import type { Entity } from "../../edition/edition.ts";
import { streamsOf } from "../../edition/own-streams.ts";
import { type Stream, type StreamName, markOf } from "../../edition/streams.ts";
import type { EditorialAct } from "../../edition/text.ts";
import { renderInlines } from "../../html/render.ts";
import type { Desk } from "../desk.ts";
import type { UsedIn } from "./used-in.ts";

/** One mark of the key. */
export interface MarkView {
  /** How it looks, HTML. */
  readonly sample: string;
  readonly label: string;
  readonly meaning: string;
}

/** One stream of notes in the key. */
export interface StreamView {
  readonly name: StreamName;
  /** Whether the edition has added it. */
  readonly own: boolean;
  /** How its first note is called. */
  readonly mark: string;
  readonly plural: string;
  readonly meaning: string;
}

/** What a reader needs to know to read a text's marks: only those that occur. */
export interface KeyView {
  readonly marks: readonly MarkView[];
  readonly streams: readonly StreamView[];
}

/** The key to what occurs in one text. */
export function keyFor(desk: Desk, owner: Entity, { acts: used, streams }: UsedIn): KeyView {
  return keyOf(desk, owner, used, streams);
}

/** The key to all that occurs in the edition's documents. */
export function keyForEdition(desk: Desk, owner: Entity): KeyView {
  const { apparatus, edition } = desk;
  const used = <Name>(by: ReadonlyMap<string, ReadonlySet<Name>>) =>
    new Set(edition.documents.flatMap(({ id }) => [...(by.get(id) ?? [])]));
  return keyOf(desk, owner, used(apparatus.acts), used(apparatus.streams));
}

function keyOf(
  desk: Desk,
  owner: Entity,
  usedActs: ReadonlySet<ActName>,
  usedStreams: ReadonlySet<StreamName>,
): KeyView {
  return {
    marks: acts
      .filter(({ name }) => usedActs.has(name))
      .map(({ name, label, meaning }) => ({
        sample: sampleOf(desk, owner, name),
        label: capital(label),
        meaning,
      })),
    streams: streamsOf(desk.edition.settings)
      .rows.filter(({ name }) => usedStreams.has(name))
      .map(streamView),
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function streamView(stream: Stream): StreamView {
  const { name, own, plural, meaning } = stream;
  return { name, own, mark: markOf(stream, 1), plural, meaning };
}

/** The act around a word, written as documents write it, so that the key cannot differ from the page. */
function sampleOf(desk: Desk, owner: Entity, act: ActName): string {
  const place = { file: "", line: 1, column: 1 };
  const sample: EditorialAct = {
    type: "act",
    act,
    attributes: {},
    children: [{ type: "text", value: "word", place }],
    place,
  };
  return renderInlines([sample], {
    apparatus: desk.apparatus,
    owner,
    medium: "screen",
    voice: "document",
    href: () => undefined,
    image: (source) => source,
    headingShift: 0,
    idPrefix: "",
  });
}
