import { documentsInRow } from "../../apparatus/document-numbers.ts";
import { titleAsShown } from "../../apparatus/title-as-shown.ts";
import type { Document, Entity, Essay } from "../../edition/edition.ts";
import type { Block } from "../../edition/text.ts";
import { renderBlocks } from "../../html/render.ts";
import type { HtmlContext, Voice } from "../../html/writer.ts";
import { extentOf } from "../../reader/extent.ts";
import { weekName, weekNumber } from "../../reader/packet-names.ts";
import type { PacketReading, PacketWeek } from "../../reader/packet.ts";
import { weekPlace } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import { runsOf } from "./contents.ts";
import { type KeyView, keyForEdition } from "./key-of-marks.ts";
import { namesInWords } from "./names.ts";
import { type PrintDocument, printDocument } from "./print-document.ts";
import { shortTitle } from "./titles.ts";

/** A week in print, or all readings of a reader that has none. */
export interface PrintWeek {
  readonly id: string;
  /** "Week 2"; empty where the reader is not divided into weeks. */
  readonly number: string;
  /** Empty where none is given. */
  readonly title: string;
  /** Its dates; empty where none are given. */
  readonly date: string;
  /** For running heads and bookmarks: "Week 2. The decision". */
  readonly head: string;
  /** Whether it opens with a page of its own. */
  readonly opens: boolean;
  /** Its introduction; empty where there is none. */
  readonly opening: string;
  /** Its readings as its first page lists them; none where it has no such page. */
  readonly list: readonly PrintReadingLine[];
  readonly parts: readonly PrintPart[];
  /** What stands behind its last reading; empty where nothing does. */
  readonly closing: string;
}

/** A reading in the list of its week. */
export interface PrintReadingLine {
  readonly id: string;
  /** Of a document as it is shown; empty for an essay. */
  readonly number: string;
  readonly title: string;
  /** "¶¶ 3–7 of 13"; empty where the whole is read. */
  readonly extent: string;
  readonly minutes: number;
  /** Empty where none is given. */
  readonly purpose: string;
}

/** What is laid out together: an essay, a document, or calendared documents in a row. */
export type PrintPart =
  | { readonly kind: "essay"; readonly essay: PrintEssay }
  | { readonly kind: "document"; readonly document: BegunDocument }
  | {
      readonly kind: "calendar";
      /** For running heads: "Documents 3–5". */
      readonly head: string;
      readonly documents: readonly BegunDocument[];
    };

/** What a packet says around a reading. */
interface InPacket {
  /** Under how many headings it stands: of its week, its volume, its parts. */
  readonly depth: number;
  /** What the reader says before it and asks behind it, HTML; empty where nothing. */
  readonly lead: string;
  readonly follow: string;
}

/** A document in print, with the headings of volumes and parts that begin with it. */
export interface BegunDocument extends PrintDocument, InPacket {
  readonly begins: readonly string[];
}

/** An essay in print. */
export interface PrintEssay extends InPacket {
  readonly id: string;
  readonly title: string;
  readonly head: string;
  /** Empty where none are named. */
  readonly authors: string;
  readonly html: string;
  /** Of the editorial method: the marks and the streams of notes that the edition uses. */
  readonly key: KeyView | undefined;
}

/** What weeks are printed with. */
export interface WeeksOrder {
  readonly weeks: readonly PacketWeek[];
  readonly context: (owner: Entity, voice: Voice) => HtmlContext;
  /** The reader's own words as HTML. */
  readonly said: (blocks: readonly Block[]) => string;
}

/** The weeks of a printed file with all that is read in them. */
export function printWeeks(desk: Desk, order: WeeksOrder): readonly PrintWeek[] {
  const several = order.weeks.some(({ number }) => number !== undefined);
  return order.weeks.map((week) => {
    const { number, title, date, readings } = week;
    const opening = order.said(week.opening);
    const opens = number !== undefined || opening !== "" || (several && readings.length > 0);
    const shown = title === "" && number === undefined && several ? "Further Readings" : title;
    return {
      id: weekPlace(week),
      number: weekNumber(week),
      title: shown,
      date: date?.shown ?? "",
      head: weekName({ ...week, title: shown }, ". "),
      opens,
      opening,
      list: opens ? readings.map((reading) => lineOf(desk, reading)) : [],
      parts: partsOf(desk, week, order, several ? 1 : 0),
      closing: order.said(week.closing),
    };
  });
}

function lineOf(desk: Desk, reading: PacketReading): PrintReadingLine {
  const { entity, minutes, purpose = "" } = reading;
  return {
    id: entity.id,
    number: entity.kind === "document" ? desk.apparatus.numberOf(entity) : "",
    title: titleAsShown(entity),
    extent: extentOf(reading) ?? "",
    minutes,
    purpose,
  };
}

/** A document in full has pages of its own; calendared and withheld ones between two such share them. */
function partsOf(
  desk: Desk,
  { readings }: PacketWeek,
  order: WeeksOrder,
  depth: number,
): readonly PrintPart[] {
  const documents = readings.flatMap(({ entity }) => (entity.kind === "document" ? [entity] : []));
  // In a week documents stand in the order of reading, and not under the headings of their volumes.
  const headings = depth === 0 ? headingsOf(desk, documents) : new Map<string, PartHeadings>();
  const parts: PrintPart[] = [];
  let calendar: BegunDocument[] = [];
  for (const reading of readings) {
    const around = {
      lead: order.said(reading.before),
      follow: order.said(reading.after),
    };
    if (reading.entity.kind === "essay") {
      parts.push({
        kind: "essay",
        essay: { ...essayView(desk, reading.entity, order), ...around, depth },
      });
      calendar = [];
      continue;
    }
    const { entity } = reading;
    const { begins = [], deep = depth } = headings.get(entity.id) ?? {};
    const printed = printDocument(desk, entity, (voice) => order.context(entity, voice));
    const extent = extentOf(reading);
    const statement = [
      printed.statement,
      ...(extent === undefined ? [] : [`Here in part: ${extent}.`]),
    ]
      .filter((sentence) => sentence !== "")
      .join(" ");
    const document = { ...printed, ...around, statement, begins, depth: deep };
    if (!document.brief) {
      parts.push({ kind: "document", document });
      calendar = [];
    } else if (calendar.length > 0) calendar.push(document);
    else {
      calendar = [document];
      parts.push({ kind: "calendar", head: "", documents: calendar });
    }
  }
  return parts.map((part) =>
    part.kind === "calendar"
      ? { ...part, head: documentsInRow(part.documents.map(({ number }) => number)) }
      : part,
  );
}

interface PartHeadings {
  readonly begins: readonly string[];
  /** Under how many headings it stands. */
  readonly deep: number;
}

function headingsOf(desk: Desk, documents: readonly Document[]): ReadonlyMap<string, PartHeadings> {
  return new Map(
    runsOf(desk, documents, (document) => document).flatMap(({ path, begins, listed }) =>
      listed.map(({ id }, at) => [
        id,
        { begins: at === 0 ? begins.map(({ title }) => title) : [], deep: path.length },
      ]),
    ),
  );
}

function essayView(
  desk: Desk,
  essay: Essay,
  { context }: WeeksOrder,
): Omit<PrintEssay, keyof InPacket> {
  return {
    id: essay.id,
    title: essay.matter.title,
    head: shortTitle(essay),
    authors: namesInWords(desk, essay.matter.authors),
    html: renderBlocks(essay.blocks, context(essay, "edition")),
    key: essay.matter.role === "method" ? keyForEdition(desk, essay) : undefined,
  };
}
