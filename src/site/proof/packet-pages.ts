import type { Apparatus } from "../../apparatus/apparatus.ts";
import type { WorksCited } from "../../citation/cite-works.ts";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { startOf } from "../../diagnostics/place.ts";
import type { Document, Entity, Essay } from "../../edition/edition.ts";
import type { Block } from "../../edition/text.ts";
import { type HeldPlaces, placesIn, placesOfReading } from "../../reader/held-places.ts";
import { weekName } from "../../reader/packet-names.ts";
import type { Packet, PacketReading } from "../../reader/packet.ts";
import { addressOf, readingAddress, weekPlace } from "../addresses.ts";
import { PACKET_PREFIX } from "../packet-places.ts";
import { shorten } from "./compare.ts";
import { type ExpectedWords, expectedRegions, expectedWords } from "./expected-words.ts";
import { type ReadPage, collapse } from "./read-page.ts";

/*
 * A reader's own words are divided between its pages: what opens and closes the packet and its weeks stands on the
 * reader's page; what the reader says before a reading and asks behind it, on the page of that reading.
 */

/** A page and what it must show. */
export interface PageToProve {
  readonly address: string;
  readonly owner: Entity;
  /** Parts of the page whose own order the templates choose. */
  readonly regions: readonly (readonly ExpectedWords[])[];
  /** What the page's head shows of itself, which the text may say once more. */
  readonly head: readonly string[];
  /** What a packet leaves out of the document or essay on this page. */
  readonly leftOut?: LeftOut;
}

/** What a page may not show. */
interface LeftOut {
  readonly words: readonly ExpectedWords[];
  /** Ids of paragraphs and notes. */
  readonly places: HeldPlaces;
}

/** By what an edition's words are known. */
interface Known {
  readonly apparatus: Apparatus;
  readonly works: WorksCited;
}

/** The pages of a reader: its own, and one for each reading. */
export function packetPages(packet: Packet, known: Known): readonly PageToProve[] {
  return [
    readerPage(packet, known),
    ...(packet.chosen ? packet.readings.map((reading) => readingPage(packet, reading, known)) : []),
  ];
}

function readerPage({ reader, opening, weeks, readings, closing }: Packet, known: Known) {
  const blocks = [
    ...opening,
    ...weeks.flatMap((week) => [...week.opening, ...week.closing]),
    ...closing,
  ];
  const titles = weeks.flatMap(({ place, ...week }) => {
    const words = weekName(week);
    return words === "" ? [] : [{ words: collapse(words), within: weekPlace(week), place }];
  });
  const purposes = readings.flatMap(({ purpose, place }) =>
    purpose === undefined ? [] : [{ words: collapse(purpose), within: undefined, place }],
  );
  const { title, description = "" } = reader.matter;
  return {
    address: addressOf(reader),
    owner: reader,
    regions: [
      titles,
      purposes,
      expectedWords(blocks, known.apparatus, known.works),
      ...ownNotes(reader.id, blocks, "", known),
    ],
    head: [
      title,
      description,
      ...readings.flatMap(({ entity: { matter } }) => [matter.title, matter.shortTitle ?? ""]),
    ].map(collapse),
  };
}

function readingPage({ reader }: Packet, reading: PacketReading, known: Known): PageToProve {
  const { entity, whole, purpose, before, after, place } = reading;
  const { apparatus, works } = known;
  const blocks = [...before, ...after];
  const regions = [
    purpose === undefined ? [] : [{ words: collapse(purpose), within: undefined, place }],
    expectedWords(before, apparatus, works),
    ...textsOf(entity, known),
    expectedWords(after, apparatus, works),
    ...ownNotes(reader.id, blocks, PACKET_PREFIX, known),
  ];
  const held = placesOfReading(entity, apparatus);
  const page = {
    address: readingAddress(reader.id, reading),
    owner: reader,
    regions,
    head: [collapse(entity.matter.title), collapse(reader.matter.title)],
  };
  if (entity === whole) return page;
  const shown = new Set(regions.flat().map(({ words }) => words));
  return {
    ...page,
    leftOut: {
      words: textsOf(whole, known)
        .flat()
        .filter(({ words }) => !shown.has(words)),
      places: new Set(
        [...placesOfReading(whole, apparatus)].filter((coordinate) => !held.has(coordinate)),
      ),
    },
  };
}

/** The texts of a document or an essay, and the notes that it has. */
function textsOf(
  entity: Document | Essay,
  { apparatus, works }: Known,
): readonly (readonly ExpectedWords[])[] {
  const labels = new Set(entity.notes.map(({ label }) => label));
  return [
    ...expectedRegions(entity, apparatus, works),
    ...(apparatus.notes.get(entity.id) ?? [])
      .filter(({ note }) => labels.has(note.label))
      .map(({ note, id }) => expectedWords(note.blocks, apparatus, works, id)),
  ];
}

/** The reader's own notes that are called in some of its blocks. */
function ownNotes(
  id: string,
  blocks: readonly Block[],
  prefix: string,
  { apparatus, works }: Known,
): readonly (readonly ExpectedWords[])[] {
  const places = placesIn(blocks, apparatus);
  return (apparatus.notes.get(id) ?? [])
    .filter((numbered) => places.has(numbered.id))
    .map((numbered) => expectedWords(numbered.note.blocks, apparatus, works, prefix + numbered.id));
}

/** Words shorter than these may stand on a page by chance. */
const TELLING = 60;

/** What a page shows of what its packet leaves out. */
export function showsLeftOut(
  { ids, blocks }: ReadPage,
  { address, owner, leftOut }: PageToProve,
): readonly Diagnostic[] {
  if (!leftOut) return [];
  const places = [...leftOut.places].filter((place) => ids.has(place));
  const telling = leftOut.words.filter(({ words }) => words.length >= TELLING);
  const runs = new Map(telling.map((run) => [run.words, run]));
  const shown = new Set(blocks.flatMap(({ words }) => runs.get(words) ?? []));
  const reason = "which the reader leaves out";
  return [
    ...places.map((id) =>
      diagnose("output-text", startOf(owner.file), `${address} shows ${id}, ${reason}`),
    ),
    ...[...shown].map(({ words, place }) =>
      diagnose("output-text", place, `${address} shows "${shorten(words)}", ${reason}`),
    ),
  ];
}
