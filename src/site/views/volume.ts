import type { PartHeading, PartRun } from "../../apparatus/part-runs.ts";
import type { Document } from "../../edition/edition.ts";
import { relativeAddress, volumeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import type { VolumeContents } from "../volume-contents.ts";
import { type RunView, headingId } from "./contents.ts";
import { type EssayEntryView, essayEntry } from "./essay-entry.ts";
import { namesInWords } from "./names.ts";
import { type ReaderLinkView, readerLink } from "./readers.ts";
import { type SummaryView, lineOf } from "./summary.ts";

/** A volume's page. */
export interface VolumeView extends PageView {
  readonly siglum: string;
  readonly editors: string;
  /** "Washington: Government Printing Office, 1996"; empty where nothing is known. */
  readonly imprint: string;
  readonly url: string;
  readonly essays: readonly EssayEntryView[];
  readonly readers: readonly ReaderLinkView[];
  readonly count: number;
  /** The volume's parts, where there are enough to need a list. */
  readonly parts: readonly OutlineView[];
  readonly runs: readonly RunView<SummaryView>[];
}

/** A volume as the home page lists it. */
export interface VolumeEntryView {
  readonly siglum: string;
  readonly title: string;
  readonly href: string;
  /** "Edited by …", place, publisher, year; empty where nothing is known. */
  readonly imprint: string;
  readonly count: number;
  readonly parts: readonly OutlineView[];
}

/** A part of a volume: its heading, and the numbers of its documents. */
export interface OutlineView {
  readonly title: string;
  readonly href: string;
  /** "1–22", "23". */
  readonly range: string;
}

/** Fewer parts need no list. */
const WORTH_A_LIST = 2;

/** A page for each volume. */
export function volumePages(desk: Desk): readonly PagePlan[] {
  return [...desk.volumes.values()].map((contents) => ({
    address: volumeAddress(contents.volume.id),
    template: "pages/volume.njk",
    view: () => volumeView(desk, contents),
  }));
}

function volumeView(desk: Desk, contents: VolumeContents): VolumeView {
  const { volume, essays, documents, runs } = contents;
  const { matter, id } = volume;
  const address = volumeAddress(id);
  return {
    address,
    section: "documents",
    title: matter.title,
    description: "",
    siglum: matter.siglum,
    editors: namesInWords(desk, matter.editors),
    imprint: imprintOf(contents),
    url: matter.url ?? "",
    essays: essays.map((essay) => essayEntry(desk, essay, address)),
    readers: desk.edition.readers
      .filter((reader) => reader.matter.volume === id)
      .map((reader) => readerLink(desk, reader, address)),
    count: documents.length,
    parts: outline(runs, ""),
    runs: runs.map(({ path, begins, listed }) => ({
      headings: begins.map((heading) => ({
        title: heading.title,
        tag: Math.min(6, 3 + heading.level),
        id: headingId(heading),
      })),
      tag: Math.min(6, 3 + path.length),
      listed: listed.map((document) => inVolume(desk, document, address)),
    })),
  };
}

/** A document in its own volume's list goes by its number alone. */
export function inVolume(desk: Desk, document: Document, address: string): SummaryView {
  return { ...lineOf(desk, document, address), number: String(document.number) };
}

/** A volume as a list of volumes shows it. */
export function volumeEntry(contents: VolumeContents, address: string): VolumeEntryView {
  const { id, matter } = contents.volume;
  const href = relativeAddress(address, volumeAddress(id));
  return {
    siglum: matter.siglum,
    title: matter.title,
    href,
    imprint: imprintOf(contents),
    count: contents.documents.length,
    parts: outline(contents.runs, href),
  };
}

function imprintOf({ volume: { matter } }: VolumeContents): string {
  const publisher = [matter.place, matter.publisher].filter((part) => part !== undefined);
  return [publisher.join(": "), matter.published]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
}

/** The outermost parts of a volume; those within it where one part holds the whole. */
function outline(runs: readonly PartRun<Document>[], href: string): readonly OutlineView[] {
  for (const level of [0, 1, 2]) {
    const parts = partsAt(runs, level);
    if (parts.length >= WORTH_A_LIST)
      return parts.map(({ heading, numbers }) => ({
        title: heading.title,
        href: `${href}#${headingId(heading)}`,
        range: rangeOf(numbers),
      }));
  }
  return [];
}

interface Part {
  readonly heading: PartHeading;
  readonly numbers: number[];
}

function partsAt(runs: readonly PartRun<Document>[], level: number): readonly Part[] {
  const parts = new Map<PartHeading, Part>();
  for (const { path, listed } of runs) {
    const heading = path[level];
    if (!heading) continue;
    const part = parts.get(heading) ?? { heading, numbers: [] };
    parts.set(heading, part);
    part.numbers.push(...listed.map(({ number }) => number));
  }
  return [...parts.values()];
}

function rangeOf(numbers: readonly number[]): string {
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  return first === last ? String(first) : `${first}–${last}`;
}
