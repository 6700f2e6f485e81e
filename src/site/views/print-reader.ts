import type { Coordinate } from "../../edition/coordinates.ts";
import { writeCoordinate } from "../../edition/coordinates.ts";
import { readDate } from "../../edition/date.ts";
import type { Document, Entity, RegisterEntry } from "../../edition/edition.ts";
import type { Look, Paper, ReaderMatter } from "../../edition/reader-matter.ts";
import type { Settings } from "../../edition/settings.ts";
import type { Block } from "../../edition/text.ts";
import { renderBlocks } from "../../html/render.ts";
import type { HtmlContext, Voice } from "../../html/writer.ts";
import { contains } from "../../reader/chosen-parts.ts";
import { extentOf } from "../../reader/extent.ts";
import { weekName } from "../../reader/packet-names.ts";
import type { Packet, PacketReading } from "../../reader/packet.ts";
import { workId } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { type PrintedReaderFile, printSourceAddress } from "../printed-files.ts";
import type { PageView } from "../page-plan.ts";
import { type HeldText, heldReading, heldWords, holdingOf, mentionedIn } from "./held-texts.ts";
import {
  type OutsideEntry,
  outsideEntries,
  outsideId,
  outsideOf,
  outsideTitle,
} from "./outside-reader.ts";
import { type PrintRegisters, printRegisters, targetOfEntry } from "./print-back.ts";
import { type PrintCiting, printCiting } from "./print-citing.ts";
import { type PrintContents, printContents } from "./print-contents.ts";
import { printStyles } from "./print-styles.ts";
import { type PrintWeek, printWeeks } from "./print-weeks.ts";
import { type RightsGroup, groupRights } from "./rights-groups.ts";

/** Everything that the templates of a printed reader show. Texts are HTML for print already. */
export interface PrintReaderView extends PageView, PrintRegisters {
  readonly id: string;
  readonly matter: ReaderMatter;
  readonly settings: Settings;
  readonly paper: Paper;
  readonly look: Look;
  /** Names of the styles, in their order. */
  readonly styles: readonly string[];
  /** Where what begins a part begins: `recto` where only on right-hand pages. */
  readonly start: "recto" | "next";
  /** The week that alone is printed, as the cover tells it; empty for the whole: "Week 2. The decision". */
  readonly part: string;
  /** Its dates; empty where none are given. */
  readonly partDate: string;
  /** Whether a title page stands behind the cover. */
  readonly titlePage: boolean;
  /** Which state of the edition this is: "Release 0.1, 22 November 2026"; empty where nothing is said. */
  readonly release: string;
  /** The instructor's introduction; empty where there is none. */
  readonly opening: string;
  readonly weeks: readonly PrintWeek[];
  /** What the instructor says behind the last week; empty where nothing. */
  readonly closing: string;
  readonly contents: PrintContents;
  /** Whether numbers bear the siglum of a volume, and need more room. */
  readonly wideNumbers: boolean;
  readonly chronology: readonly PrintChronologyLine[];
  /** The works that are cited in this reader. */
  readonly works: readonly { readonly id: string; readonly entry: string }[];
  /** What the list of what is not in this file is headed with. */
  readonly outsideTitle: string;
  /** What this file refers to and does not hold, or holds in part. */
  readonly outside: readonly OutsideEntry[];
  readonly rights: readonly RightsGroup[];
  /** How to cite the reader; nothing where no styles were given. */
  readonly citing: PrintCiting | undefined;
}

/** A line of the chronology. */
export interface PrintChronologyLine {
  readonly target: string;
  readonly date: string;
  readonly number: string;
  readonly title: string;
}

/** What a printed file of a reader holds, in the order in which it prints it. */
export function printReaderView(desk: Desk, file: PrintedReaderFile): PrintReaderView {
  const { apparatus, edition } = desk;
  const { of: reader, week, paper, look } = file;
  const { matter } = reader;
  const { weeks, opening, closing } = partOf(file);
  const readings = weeks.flatMap((one) => one.readings);
  const texts = textsOfReader(desk, file);
  const has = (part: Parameters<typeof contains>[1]): boolean => contains(matter, part);
  const mentioned = mentionedIn(texts, apparatus);
  const holds = holdingOf(texts, apparatus);
  const outside = outsideOf(desk, mentioned, readings, holds);
  const cited = has("works") ? mentioned.works : new Set<string>();
  const works = desk.works.entries.filter(({ work }) => cited.has(work.key));
  const documents = readings.flatMap(({ entity }) => (entity.kind === "document" ? [entity] : []));
  const byId = new Map(readings.map((reading) => [reading.whole.id, reading]));

  const targetOf = (entity: Entity, coordinate?: Coordinate): string | undefined => {
    if (entity.kind === "register-entry")
      return mentioned.entries.has(entity) ? targetOfEntry(entity, has) : undefined;
    if (holds(entity, coordinate)) return printId(entity, coordinate);
    return outside.has(entity.id) ? outsideId(entity.id) : undefined;
  };
  const context = (owner: Entity, voice: Voice): HtmlContext => ({
    apparatus: desk.packetApparatus.get(reader.id) ?? apparatus,
    owner,
    medium: "print",
    voice,
    href: (entity, coordinate) => {
      const target = targetOf(entity, coordinate);
      return target === undefined ? undefined : `#${target}`;
    },
    works: {
      citations: desk.works.citations,
      href: (key) => (cited.has(key) ? `#${encodeURIComponent(printedWorkId(key))}` : undefined),
    },
    image: (source) => `/${source}`,
    headingShift: 0,
    idPrefix: `${owner.id}--`,
  });
  const prose = (owner: Entity, blocks: readonly Block[]): string =>
    renderBlocks(blocks, context(owner, "edition"));
  const said = (blocks: readonly Block[]): string => prose(reader, blocks);

  const registers = printRegisters(desk, mentioned.entries, has, (entry: RegisterEntry) =>
    prose(entry, entry.description),
  );
  const part = week && weekName(week, ". ");
  const view = {
    address: printSourceAddress(file),
    section: "readers",
    title: part === undefined ? matter.title : `${matter.title}. ${part}`,
    description: matter.description ?? "",
    id: reader.id,
    matter,
    settings: edition.settings,
    paper,
    look,
    styles: printStyles(desk, file),
    start: look === "duplex" ? "recto" : "next",
    part: part ?? "",
    partDate: week?.date?.shown ?? "",
    titlePage: !week && (look === "duplex" || weeks.some(({ number }) => number !== undefined)),
    release: releaseLine(edition.settings),
    opening: said(opening),
    weeks: printWeeks(desk, { weeks, context, said }),
    closing: said(closing),
    wideNumbers: documents.some((document) => apparatus.numberOf(document).includes(":")),
    chronology: has("chronology") ? chronologyOf(desk, holds) : [],
    ...registers,
    works: works.map(({ work, html }) => ({ id: printedWorkId(work.key), entry: html })),
    outsideTitle: outsideTitle(file),
    outside: outsideEntries(desk, outside, file),
    rights: groupRights(documents, apparatus.numberOf, (document) =>
      extentIn(byId.get(document.id)),
    ),
    citing: printCiting(desk, reader, documents),
  } as const;
  return { ...view, contents: printContents(desk, view, weeks) };
}

/** The id of something in a file that holds the whole reader: `protocol-61`, `protocol-61--p3`. */
export function printId(entity: Entity, coordinate?: Coordinate): string {
  return coordinate ? `${entity.id}--${writeCoordinate(coordinate)}` : entity.id;
}

/** The texts that a printed file of a reader holds: the instructor's words, then what is read. */
export function textsOfReader(
  { apparatus }: Pick<Desk, "apparatus">,
  file: PrintedReaderFile,
): readonly HeldText[] {
  const part = partOf(file);
  return [
    heldWords(file.of, wordsOf(part), apparatus),
    ...part.weeks.flatMap(({ readings }) =>
      readings.map(({ entity }) => heldReading(entity, apparatus)),
    ),
  ];
}

/** What of a packet a file prints: all, or a week without what stands before and behind the weeks. */
function partOf({
  packet,
  week,
}: PrintedReaderFile): Pick<Packet, "weeks" | "opening" | "closing"> {
  return week ? { weeks: [week], opening: [], closing: [] } : packet;
}

/** All that the instructor says in the printed weeks and around them. */
function wordsOf({
  weeks,
  opening,
  closing,
}: Pick<Packet, "weeks" | "opening" | "closing">): readonly Block[] {
  const inWeeks = weeks.flatMap((week) => [
    ...week.opening,
    ...week.readings.flatMap(({ before, after }) => [...before, ...after]),
    ...week.closing,
  ]);
  return [...opening, ...inWeeks, ...closing];
}

function extentIn(reading: PacketReading | undefined): string {
  return (reading && extentOf(reading)) ?? "";
}

function chronologyOf(
  { apparatus }: Pick<Desk, "apparatus">,
  holds: (document: Document, coordinate?: Coordinate) => boolean,
): readonly PrintChronologyLine[] {
  return apparatus.chronology
    .filter(({ document, coordinate }) => holds(document, coordinate))
    .map(({ date, document, coordinate, title }) => ({
      target: printId(document, coordinate),
      date: date.shown,
      number: apparatus.numberOf(document),
      title,
    }));
}

function printedWorkId(key: string): string {
  return `works--${workId(key)}`;
}

/** Which state of the edition this is. */
export function releaseLine({ release, date }: Settings): string {
  const shown = date === undefined ? undefined : readDate(date)?.shown;
  const parts = [release === undefined ? undefined : `Release ${release}`, shown];
  const line = parts.filter((part) => part !== undefined).join(", ");
  return line === "" ? "" : `${line}.`;
}
