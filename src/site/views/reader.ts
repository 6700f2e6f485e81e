import { documentName } from "../../apparatus/document-numbers.ts";
import type { Document, Reader } from "../../edition/edition.ts";
import { papers } from "../../edition/reader-matter.ts";
import { showRanges } from "../../edition/paragraph-ranges.ts";
import { weekName } from "../../reader/packet-names.ts";
import type { Packet, PacketReading, PacketWeek } from "../../reader/packet.ts";
import { addressOf, readingAddress, relativeAddress, weekPlace } from "../addresses.ts";
import { type Desk, renderText } from "../desk.ts";
import type { PageView } from "../page-plan.ts";
import { durationWords } from "../page-scripts/duration-words.ts";
import { clip } from "./clip.ts";
import { type RunView, runViews, runsOf } from "./contents.ts";
import { type DateView, dateView } from "./dates.ts";
import { type DownloadsView, downloadsOf } from "./downloads.ts";
import { type ReaderLinkView, readerLink } from "./reader-link.ts";
import { shortTitle } from "./titles.ts";

/** A reader's page. */
export interface ReaderView extends PageView {
  readonly reader: ReaderLinkView;
  /** What students bring; empty where nothing is said. */
  readonly bring: string;
  /** "3 weeks, 14 readings, about 5 hours"; empty where it has no readings. */
  readonly extent: string;
  /** Under which key a browser keeps what was read. */
  readonly progressKey: string;
  /** Where reading begins; nothing where it has no readings. */
  readonly first: string | undefined;
  /** The instructor's introduction, HTML. */
  readonly opening: string;
  readonly weeks: readonly WeekView[];
  /** What stands behind the last week, HTML. */
  readonly closing: string;
  readonly paper: string;
  readonly downloads: DownloadsView;
}

/** A week on its reader's page. */
export interface WeekView {
  readonly id: string;
  /** "Week 2: The decision"; "Readings" where it has no name. */
  readonly name: string;
  /** Whether the reader is divided into weeks. */
  readonly numbered: boolean;
  readonly date: DateView | undefined;
  /** "3 readings, about 1 hour 20 minutes"; empty where it has none. */
  readonly extent: string;
  /** HTML. */
  readonly opening: string;
  readonly runs: readonly RunView<ReadingLineView>[];
  /** Whether numbers bear the siglum of a volume, and need more room. */
  readonly wideNumbers: boolean;
  /** HTML. */
  readonly closing: string;
}

/** A reading in the list of its week. */
export interface ReadingLineView {
  readonly id: string;
  /** "Doc. 5"; empty for an essay. */
  readonly number: string;
  readonly title: string;
  readonly href: string;
  /** "¶¶ 3–7"; empty where the whole is read. */
  readonly excerpt: string;
  readonly minutes: number;
  /** "20 minutes" */
  readonly time: string;
  /** Empty where none is given. */
  readonly purpose: string;
}

/** A reader's page. */
export function readerView(desk: Desk, reader: Reader): ReaderView {
  const address = addressOf(reader);
  const packet = desk.packets.get(reader.id);
  const { opening = [], weeks = [], readings = [], closing = [] } = packet ?? {};
  const [first] = readings;
  return {
    address,
    section: "readers",
    title: reader.matter.title,
    description: clip(reader.matter.description ?? ""),
    reader: readerLink(desk, reader, address),
    bring: reader.matter.bring ?? "",
    extent: packetExtent(weeks, readings),
    progressKey: progressKey(desk, reader),
    first: packet && first && pageOfReading(packet, first),
    opening: ownWords(desk, reader, opening, 0),
    weeks: packet ? weeks.map((week) => weekView(desk, packet, week)) : [],
    closing: ownWords(desk, reader, closing, 0),
    paper: papers[reader.matter.paper?.[0] ?? desk.edition.settings.paper],
    downloads: downloadsOf(desk, reader, address),
  };
}

/** Browsers keep what was read on a disk or a host with several editions side by side. */
export function progressKey({ edition: { settings } }: Desk, { id }: Reader): string {
  return `scholium-read ${settings.url ?? settings.title} ${id}`;
}

function ownWords(
  desk: Desk,
  reader: Reader,
  blocks: Packet["opening"],
  headingShift: number,
): string {
  const packet = desk.packetPlaces.get(reader.id);
  return renderText(desk, blocks, {
    owner: packet?.packet.reader ?? reader,
    address: addressOf(reader),
    packet,
    headingShift,
  });
}

function weekView(desk: Desk, packet: Packet, week: PacketWeek): WeekView {
  const { reader } = packet;
  const { number, date, readings } = week;
  const name = weekName(week);
  // In a choice made by hand headings of the edition's parts would only disturb.
  const runs =
    number === undefined
      ? runsOf(desk, readings, documentOf)
      : [{ path: [], begins: [], listed: readings }];
  return {
    id: weekPlace(week),
    name: name === "" ? "Readings" : name,
    numbered: number !== undefined,
    date: date && dateView(date),
    extent: readingsExtent(readings),
    opening: ownWords(desk, reader, week.opening, 1),
    runs: runViews(runs, 3, (reading) => lineView(desk, packet, reading)),
    wideNumbers: readings.some((reading) => {
      const document = documentOf(reading);
      return document !== undefined && desk.apparatus.numberOf(document).includes(":");
    }),
    closing: ownWords(desk, reader, week.closing, 1),
  };
}

/** Where a reading is read, from the reader's page. */
function pageOfReading({ chosen, reader }: Packet, reading: PacketReading): string {
  const to = chosen ? readingAddress(reader.id, reading) : addressOf(reading.entity);
  return relativeAddress(addressOf(reader), to);
}

function documentOf({ entity }: PacketReading): Document | undefined {
  return entity.kind === "document" ? entity : undefined;
}

function lineView(desk: Desk, packet: Packet, reading: PacketReading): ReadingLineView {
  const { entity, ranges, minutes, purpose = "" } = reading;
  return {
    id: entity.id,
    number: entity.kind === "document" ? documentName(desk.apparatus.numberOf(entity)) : "",
    title: shortTitle(entity),
    href: pageOfReading(packet, reading),
    excerpt: ranges ? showRanges(ranges) : "",
    minutes,
    time: durationWords(minutes),
    purpose,
  };
}

function packetExtent(weeks: Packet["weeks"], readings: readonly PacketReading[]): string {
  const numbered = weeks.filter(({ number }) => number !== undefined).length;
  const extent = readingsExtent(readings);
  return numbered < 2 || extent === "" ? extent : `${numbered} weeks, ${extent}`;
}

function readingsExtent(readings: readonly PacketReading[]): string {
  if (readings.length === 0) return "";
  const count = readings.length === 1 ? "1 reading" : `${readings.length} readings`;
  const minutes = readings.reduce((sum, reading) => sum + reading.minutes, 0);
  return `${count}, about ${durationWords(minutes)}`;
}
