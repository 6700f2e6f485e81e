import type { PartHeading, PartRun } from "../../apparatus/part-runs.ts";
import type { Document } from "../../edition/edition.ts";
import { relativeAddress, volumeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import type { VolumeContents } from "../volume-contents.ts";
import { type RunView, headingId } from "./contents.ts";
import { type EssayEntryView, essayEntry } from "./essay-entry.ts";
import { namesInWords } from "./names.ts";
import { type ReaderLinkView, readerLink } from "./reader-link.ts";
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
  /** The volume's parts, or steps in its numbers, where there are enough to need a list. */
  readonly parts: readonly OutlineView[];
  readonly runs: readonly RunView<VolumeLineView>[];
}

/** A document in its volume's list. */
export interface VolumeLineView extends SummaryView {
  /** Where the outline leads to it; empty elsewhere. */
  readonly id: string;
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
  /** How deep it stands in the outline: 0 or 1. */
  readonly level: number;
}

/** Fewer parts need no list. */
const WORTH_A_LIST = 2;

/** After so many documents a list without parts can be entered. */
const STEP = 50;

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
  const inParts = outline(runs, "", 2);
  const parts = inParts.length > 0 ? inParts : steps(documents);
  const entered = new Set(parts === inParts ? [] : parts.map(({ href }) => href.slice(1)));
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
    parts,
    runs: runs.map(({ path, begins, listed }) => ({
      headings: begins.map((heading) => ({
        title: heading.title,
        tag: Math.min(6, 3 + heading.level),
        id: headingId(heading),
      })),
      tag: Math.min(6, 3 + path.length),
      listed: listed.map((document) => ({
        ...lineOf(desk, document, address),
        // In its own volume's list a document goes by its number alone.
        number: String(document.number),
        id: entered.has(stepId(document.number)) ? stepId(document.number) : "",
      })),
    })),
  };
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
    parts: outline(contents.runs, href, 1),
  };
}

function imprintOf({ volume: { matter } }: VolumeContents): string {
  const publisher = [matter.place, matter.publisher].filter((part) => part !== undefined);
  return [publisher.join(": "), matter.published]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
}

/** The outermost parts of a volume, and those within them where `depth` is 2; if one part holds the whole, what is in it. */
function outline(
  runs: readonly PartRun<Document>[],
  href: string,
  depth: number,
): readonly OutlineView[] {
  const parts = partsOf(runs);
  const top = [0, 1, 2].find(
    (level) => parts.filter(({ heading }) => heading.level === level).length >= WORTH_A_LIST,
  );
  if (top === undefined) return [];
  return parts
    .filter(({ heading }) => heading.level >= top && heading.level < top + depth)
    .map(({ heading, numbers }) => ({
      title: heading.title,
      href: `${href}#${headingId(heading)}`,
      range: rangeOf(numbers),
      level: heading.level - top,
    }));
}

/** A long list without parts is opened at every fiftieth document. */
function steps(documents: readonly Document[]): readonly OutlineView[] {
  if (documents.length <= 2 * STEP) return [];
  return documents.flatMap(({ number }, at) => {
    if (at % STEP !== 0) return [];
    const last = documents[Math.min(at + STEP, documents.length) - 1]?.number ?? number;
    return [{ title: rangeOf([number, last]), href: `#${stepId(number)}`, range: "", level: 0 }];
  });
}

function stepId(number: number): string {
  return `number--${number}`;
}

interface Part {
  readonly heading: PartHeading;
  readonly numbers: number[];
}

/** The parts of a volume in their order, each with the numbers of all documents in it. */
function partsOf(runs: readonly PartRun<Document>[]): readonly Part[] {
  const parts = new Map<PartHeading, Part>();
  for (const { path, listed } of runs) {
    for (const heading of path) {
      const part = parts.get(heading) ?? { heading, numbers: [] };
      parts.set(heading, part);
      for (const { number } of listed) part.numbers.push(number);
    }
  }
  return [...parts.values()];
}

function rangeOf(numbers: readonly number[]): string {
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  return first === last ? String(first) : `${first}–${last}`;
}
