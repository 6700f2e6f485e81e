import { documentName } from "../../apparatus/document-numbers.ts";
import type { Entity, Reader } from "../../edition/edition.ts";
import { showRanges } from "../../edition/paragraph-ranges.ts";
import { plainText } from "../../edition/walk.ts";
import { weekName } from "../../reader/packet-names.ts";
import type { PacketReading, PacketWeek } from "../../reader/packet.ts";
import {
  addressOf,
  permanentUrl,
  readingAddress,
  relativeAddress,
  weekPlace,
} from "../addresses.ts";
import { type Desk, renderText } from "../desk.ts";
import { PACKET_PREFIX, type PacketPlaces } from "../packet-places.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { durationWords } from "../page-scripts/duration-words.ts";
import { clip } from "./clip.ts";
import { type DocumentParts, documentParts } from "./document.ts";
import { type EssayParts, essayParts } from "./essay.ts";
import { progressKey } from "./reader.ts";
import { shortTitle } from "./titles.ts";
import type { StepView } from "./trail.ts";

/** The page of a document in a packet. */
export interface DocumentReadingView extends ReadingView, DocumentParts {}

/** The page of an essay in a packet. */
export interface EssayReadingView extends ReadingView, EssayParts {}

/** The page of a reading: a document or an essay as a packet has it, with what the packet says of it. */
export interface ReadingView extends PageView {
  readonly id: string;
  readonly packetTitle: string;
  /** The packet, the week. */
  readonly trail: readonly StepView[];
  /** "Reading 3 of 5" */
  readonly position: string;
  readonly time: string;
  /** Under which key a browser keeps what was read. */
  readonly progressKey: string;
  /** "¶¶ 3–7"; empty where the whole is read. */
  readonly excerpt: string;
  /** Empty where none is given. */
  readonly purpose: string;
  /** What the packet says before it, HTML. */
  readonly before: string;
  /** What the packet asks behind it, HTML. */
  readonly after: string;
  /** The page that is cited: the document's or the essay's own. */
  readonly ownPage: string;
  readonly canonical: string;
  readonly previous: ReadingStepView | undefined;
  readonly next: ReadingStepView | undefined;
  /** Of the last reading of a week, or of a packet without weeks: its place on the reader’s page, where its questions stand. */
  readonly partEnd: StepView | undefined;
}

/** The reading before or after. */
export interface ReadingStepView {
  readonly title: string;
  readonly href: string;
}

/** A reading and where it stands in its packet. */
interface Standing {
  readonly places: PacketPlaces;
  readonly week: PacketWeek;
  /** From 0, in its week. */
  readonly position: number;
  readonly reading: PacketReading;
  readonly previous: PacketReading | undefined;
  readonly next: PacketReading | undefined;
}

/** A page for each reading of a reader that chooses them, in their order; others read the documents' own pages. */
export function readingPages(desk: Desk, reader: Reader): readonly PagePlan[] {
  const places = desk.packetPlaces.get(reader.id);
  if (!places?.packet.chosen) return [];
  const { weeks, readings } = places.packet;
  const before = new Map(readings.map((reading, index) => [reading, readings[index - 1]]));
  const behind = new Map(readings.map((reading, index) => [reading, readings[index + 1]]));
  return weeks.flatMap((week) =>
    week.readings.map((reading, position) => {
      const previous = before.get(reading);
      const standing = { places, week, position, reading, previous, next: behind.get(reading) };
      return {
        address: readingAddress(reader.id, reading),
        template: `pages/reading-${reading.entity.kind}.njk`,
        view: () => entityView(desk, standing),
      };
    }),
  );
}

function entityView(desk: Desk, standing: Standing): DocumentReadingView | EssayReadingView {
  const { reading, places } = standing;
  const { entity } = reading;
  const view = readingView(desk, standing);
  const page = { address: view.address, packet: places };
  return entity.kind === "document"
    ? { ...documentParts(desk, entity, page), ...view }
    : { ...essayParts(desk, entity, page), ...view };
}

function readingView(desk: Desk, standing: Standing): ReadingView {
  const { places, week, position, reading, previous, next } = standing;
  const { reader } = places.packet;
  const { entity, whole, ranges, purpose = "" } = reading;
  const address = readingAddress(reader.id, reading);
  const own = addressOf(whole);
  const packet = relativeAddress(address, addressOf(reader));
  const name = weekName(week);
  const packetStep = { title: reader.matter.title, href: packet };
  const part = `${packet}#${weekPlace(week)}`;
  const words = (blocks: PacketReading["before"]) =>
    renderText(desk, blocks, { owner: reader, address, packet: places, idPrefix: PACKET_PREFIX });
  const step = (other: PacketReading | undefined): ReadingStepView | undefined =>
    other && {
      title: stepTitle(desk, other.entity),
      href: relativeAddress(address, readingAddress(reader.id, other)),
    };
  return {
    address,
    section: "readers",
    title: entity.matter.title,
    description: clip(
      entity.kind === "document" ? plainText(entity.abstract) : (entity.matter.description ?? ""),
    ),
    id: entity.id,
    packetTitle: reader.matter.title,
    trail: [packetStep, ...(name === "" ? [] : [{ title: name, href: part }])],
    position: `Reading ${position + 1} of ${week.readings.length}`,
    time: durationWords(reading.minutes),
    progressKey: progressKey(desk, reader),
    excerpt: ranges ? showRanges(ranges) : "",
    purpose,
    before: words(reading.before),
    after: words(reading.after),
    ownPage: relativeAddress(address, own),
    canonical: permanentUrl(desk.edition, own) ?? relativeAddress(address, own),
    previous: step(previous),
    next: step(next),
    partEnd:
      position < week.readings.length - 1
        ? undefined
        : { title: name === "" ? reader.matter.title : name, href: part },
  };
}

function stepTitle({ apparatus }: Desk, entity: Extract<Entity, { kind: "document" | "essay" }>) {
  const title = shortTitle(entity);
  return entity.kind === "document"
    ? `${documentName(apparatus.numberOf(entity))}: ${title}`
    : title;
}
