import type { Apparatus } from "../apparatus/apparatus.ts";
import { byOrderAndTitle } from "../apparatus/edition-order.ts";
import { ranksIn } from "../apparatus/volume-order.ts";
import type { Place } from "../diagnostics/place.ts";
import { startOf } from "../diagnostics/place.ts";
import type { EdtfDate } from "../edition/date.ts";
import type { Document, Edition, Entity, Essay, Reader } from "../edition/edition.ts";
import { type ParagraphRange, isIn, readRanges } from "../edition/paragraph-ranges.ts";
import { streamsOf } from "../edition/own-streams.ts";
import { readingParts } from "../edition/reading-parts.ts";
import type { Streams } from "../edition/streams.ts";
import type { Block, Division } from "../edition/text.ts";
import { chosenParts } from "./chosen-parts.ts";
import { excerptOf, paragraphsIn } from "./excerpt.ts";
import { minutesToRead } from "./reading-time.ts";

/** A reader laid out: what a student reads, in the order in which it is read. */
export interface Packet {
  readonly reader: Reader;
  /** Whether it says what it reads; otherwise it is the whole edition or a volume, as it stands. */
  readonly chosen: boolean;
  /** What stands before the first week and the first reading. */
  readonly opening: readonly Block[];
  /** The weeks in their order; one without a number where the reader is not divided into weeks. */
  readonly weeks: readonly PacketWeek[];
  /** The readings of all weeks in their order; each document or essay once. */
  readonly readings: readonly PacketReading[];
  /** What stands behind the last week. */
  readonly closing: readonly Block[];
}

/** A week of a packet. */
export interface PacketWeek {
  /** From 1; absent where the reader has no weeks, or for readings that stand in none. */
  readonly number?: number;
  /** What its files are named for: `week-2`; `readings` where it has no number. */
  readonly id: string;
  /** Empty where none is given. */
  readonly title: string;
  readonly date?: EdtfDate;
  /** Its introduction: what stands before its first reading. */
  readonly opening: readonly Block[];
  readonly readings: readonly PacketReading[];
  /** What stands behind its last reading: questions, comparisons, worksheets, lesson notes. */
  readonly closing: readonly Block[];
  readonly place: Place;
}

/** A document or an essay as a packet reads it. */
export interface PacketReading {
  /** With the paragraphs, the notes and the teaching parts that the packet chooses. */
  readonly entity: Document | Essay;
  /** As the edition has it. */
  readonly whole: Document | Essay;
  /** The paragraphs of an excerpt; absent where the whole is read. */
  readonly ranges?: readonly ParagraphRange[];
  /** How long it takes: as the reader says, or reckoned from its words. */
  readonly minutes: number;
  /** Whether the reader says so. */
  readonly minutesGiven: boolean;
  readonly purpose?: string;
  /** What the reader says before it. */
  readonly before: readonly Block[];
  /** What the reader asks behind it: questions, worksheets, lesson notes. */
  readonly after: readonly Division[];
  readonly place: Place;
}

/** What an edition knows that a packet is made from. */
interface PacketSource {
  readonly byId: ReadonlyMap<string, Entity>;
  /** Documents in the edition's order. */
  readonly documents: readonly Document[];
  /** Essays in the edition's order. */
  readonly essays: readonly Essay[];
  readonly streams: Streams;
}

/** Lays a reader out. What it names and the edition does not have is passed over; checks say so. */
function packetOf(reader: Reader, source: PacketSource): Packet {
  const chosen = { ...reader, ...chosenParts.ofReader(reader, source.streams) };
  const seen = new Set<string>();
  const read = (division: Division, lead: readonly Block[]): PacketReading | undefined => {
    const whole = readable(division.options?.get("of")?.value ?? "", source, seen);
    return whole && readingOf(division, whole, chosen, source, lead);
  };
  const named = namedReadings(chosen, source, seen);

  const opening: Block[] = [];
  const weeks: PacketWeek[] = [];
  let loose: Block[] = [];
  for (const block of chosen.blocks) {
    if (block.type === "division" && block.name === "week") {
      weeks.push({ ...weekOf(block, read, loose), ...numbered(weeks.length + 1) });
      loose = [];
    } else if (weeks.length === 0 && loose.length === 0 && !holdsReading(block))
      opening.push(block);
    else loose.push(block);
  }
  const hasReadings = loose.some(holdsReading);
  const rest =
    hasReadings || (weeks.length === 0 && named.length > 0)
      ? [unnumberedWeek(reader, loose, read, named)]
      : [];
  const all = [...weeks, ...rest];
  return {
    reader: chosen,
    chosen: reader.matter.readings !== undefined || hasOwnReadings(reader.blocks),
    opening,
    weeks: all,
    readings: all.flatMap(({ readings }) => readings),
    closing: rest.length > 0 ? [] : loose,
  };
}

/** All readers of an edition laid out, by their ids. */
export function packetsOf(
  edition: Edition,
  { byId, documents }: Pick<Apparatus, "byId" | "documents">,
): ReadonlyMap<string, Packet> {
  const essays = [...edition.essays].sort(byOrderAndTitle(ranksIn(edition)));
  const source = { byId, documents, essays, streams: streamsOf(edition.settings) };
  return new Map(edition.readers.map((reader) => [reader.id, packetOf(reader, source)]));
}

/** Reads a division `reading`, with what stands between it and the reading before. */
type ReadReading = (division: Division, lead: readonly Block[]) => PacketReading | undefined;

function numbered(number: number): Pick<PacketWeek, "number" | "id"> {
  return { number, id: `week-${number}` };
}

function holdsReading(block: Block): block is Division {
  return block.type === "division" && block.name === "reading";
}

/** A week from its blocks; what stands before it, outside of any week, comes with its introduction. */
function weekOf(
  { title = "", date, blocks, place }: Division,
  read: ReadReading,
  before: readonly Block[],
): Omit<PacketWeek, "number" | "id"> {
  const { opening, readings, closing } = partReadings([...before, ...blocks], read);
  return { title, ...(date && { date }), opening, readings, closing, place };
}

function partReadings(
  blocks: readonly Block[],
  read: ReadReading,
): Pick<PacketWeek, "opening" | "readings" | "closing"> {
  const readings: PacketReading[] = [];
  let opening: readonly Block[] | undefined;
  let waiting: Block[] = [];
  for (const block of blocks) {
    if (!holdsReading(block)) {
      waiting.push(block);
      continue;
    }
    if (opening === undefined) {
      opening = waiting;
      waiting = [];
    }
    const reading = read(block, waiting);
    if (!reading) continue;
    readings.push(reading);
    waiting = [];
  }
  return opening === undefined
    ? { opening: waiting, readings, closing: [] }
    : { opening, readings, closing: waiting };
}

function unnumberedWeek(
  reader: Reader,
  blocks: readonly Block[],
  read: ReadReading,
  named: readonly PacketReading[],
): PacketWeek {
  const { opening, readings, closing } = partReadings(blocks, read);
  return {
    id: "readings",
    title: "",
    opening,
    readings: [...named, ...readings],
    closing,
    place: startOf(reader.file),
  };
}

/** The readings of a reader that names them in its front matter, or names none: all essays meant for print and every document, of its volume where it has one. */
function namedReadings(
  reader: Reader,
  source: PacketSource,
  seen: Set<string>,
): readonly PacketReading[] {
  const { readings, volume } = reader.matter;
  if (!readings && hasOwnReadings(reader.blocks)) return [];
  const all = [...source.essays.filter(({ matter }) => matter.print), ...source.documents].filter(
    ({ matter }) => volume === undefined || matter.volume === volume,
  );
  const wholes = readings
    ? readings.flatMap((id) => readable(id, source, seen) ?? [])
    : all.filter(({ id }) => readable(id, source, seen));
  const bare: Division = {
    type: "division",
    name: "reading",
    blocks: [],
    place: startOf(reader.file),
  };
  return wholes.map((whole) => readingOf(bare, whole, reader, source, []));
}

function hasOwnReadings(blocks: readonly Block[]): boolean {
  return [...divisionsIn(blocks)].some(holdsReading);
}

function* divisionsIn(blocks: readonly Block[]): Generator<Division> {
  for (const block of blocks) {
    if (block.type !== "division") continue;
    yield block;
    yield* divisionsIn(block.blocks);
  }
}

/** What a packet can read by an id, unless it has read it before. */
function readable(
  id: string,
  { byId }: PacketSource,
  seen: Set<string>,
): Document | Essay | undefined {
  const entity = byId.get(id);
  if (!entity || seen.has(id) || (entity.kind !== "document" && entity.kind !== "essay"))
    return undefined;
  seen.add(id);
  return entity;
}

function readingOf(
  division: Division,
  whole: Document | Essay,
  reader: Reader,
  { streams }: PacketSource,
  lead: readonly Block[],
): PacketReading {
  const { options } = division;
  const ranges =
    whole.kind === "document" ? rangesOf(options?.get("paragraphs")?.value, whole) : undefined;
  const chosen = chosenParts.ofReading(whole, reader, streams);
  const entity = ranges && chosen.kind === "document" ? excerptOf(chosen, ranges) : chosen;
  const given = Number(options?.get("minutes")?.value);
  const purpose = options?.get("purpose")?.value;
  const { before, behind } = readingParts(division.blocks);
  return {
    entity,
    whole,
    ...(ranges && { ranges }),
    minutes: given > 0 ? given : minutesToRead(entity),
    minutesGiven: given > 0,
    ...(purpose !== undefined && { purpose }),
    before: [...lead, ...before],
    after: behind,
    place: division.place,
  };
}

/** The ranges of an excerpt; none where they name every paragraph, which is the whole. */
function rangesOf(
  written: string | undefined,
  { transcription }: Document,
): readonly ParagraphRange[] | undefined {
  const read = written === undefined ? undefined : readRanges(written);
  if (!read || !("ranges" in read)) return undefined;
  const { ranges } = read;
  return paragraphsIn(transcription).every((paragraph) => isIn(ranges, paragraph))
    ? undefined
    : ranges;
}
