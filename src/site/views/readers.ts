import { documentName } from "../../apparatus/document-numbers.ts";
import type { Reader } from "../../edition/edition.ts";
import { READERS, addressOf, pagesAddress, pdfAddress, relativeAddress } from "../addresses.ts";
import { type Desk, renderText } from "../desk.ts";
import { type ExportLinkView, exportLinks } from "../exports.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { clip } from "./clip.ts";
import { type RunView, runViews, runsOf } from "./contents.ts";
import { readingsOf } from "./readings.ts";
import { shortTitle } from "./titles.ts";

/** The list of readers. */
export interface ReadersView extends PageView {
  readonly readers: readonly ReaderLinkView[];
}

/** A reader as a list shows it. */
export interface ReaderLinkView {
  readonly title: string;
  readonly subtitle: string;
  readonly course: string;
  readonly description: string;
  readonly href: string;
  /** Where the printed reader is; empty where none is made. */
  readonly pdf: string;
  /** Where the preview shows its pages as they will be printed; empty outside of the preview. */
  readonly pages: string;
}

/** A reader's page. */
export interface ReaderView extends PageView {
  readonly reader: ReaderLinkView;
  /** The instructor's introduction, HTML. */
  readonly introduction: string;
  readonly paper: string;
  readonly readingCount: number;
  /** Whether numbers bear the siglum of a volume, and need more room. */
  readonly wideNumbers: boolean;
  readonly runs: readonly RunView<ReadingView>[];
  /** Its documents, for reference managers; empty where it has none. */
  readonly exports: readonly ExportLinkView[];
}

/** One reading: a document with its number, or an essay. */
export interface ReadingView {
  readonly number: string;
  readonly title: string;
  readonly href: string;
}

const PAPER = { letter: "US Letter", a4: "A4" } as const;

/** The list of readers and a page for each; nothing where there are none. */
export function readerPages(desk: Desk): readonly PagePlan[] {
  const { readers } = desk.edition;
  if (readers.length === 0) return [];
  return [
    { address: READERS, template: "pages/readers.njk", view: () => readersView(desk) },
    ...readers.map((reader) => ({
      address: addressOf(reader),
      template: "pages/reader.njk",
      view: () => readerView(desk, reader),
    })),
  ];
}

function readersView(desk: Desk): ReadersView {
  return {
    address: READERS,
    section: "readers",
    title: "Readers",
    description: "Course packets made from the edition, to print or to read.",
    readers: desk.edition.readers.map((reader) => readerLink(desk, reader, READERS)),
  };
}

function readerView(desk: Desk, reader: Reader): ReaderView {
  const address = addressOf(reader);
  const readings = readingsOf(desk, reader);
  return {
    address,
    section: "readers",
    title: reader.matter.title,
    description: clip(reader.matter.description ?? ""),
    reader: readerLink(desk, reader, address),
    introduction: renderText(desk, reader.blocks, { owner: reader, address }),
    paper: PAPER[reader.matter.paper?.[0] ?? desk.edition.settings.paper],
    readingCount: readings.length,
    exports: readings.some(({ kind }) => kind === "document")
      ? exportLinks(desk, address, reader)
      : [],
    wideNumbers: readings.some(
      (reading) => reading.kind === "document" && desk.apparatus.numberOf(reading).includes(":"),
    ),
    runs: runViews(
      runsOf(desk, readings, (reading) => (reading.kind === "document" ? reading : undefined)),
      3,
      (reading) => ({
        number: reading.kind === "document" ? documentName(desk.apparatus.numberOf(reading)) : "",
        title: shortTitle(reading),
        href: relativeAddress(address, addressOf(reading)),
      }),
    ),
  };
}

/** A reader as lists on a page show it. */
export function readerLink(desk: Desk, reader: Reader, address: string): ReaderLinkView {
  const { matter } = reader;
  return {
    title: matter.title,
    subtitle: matter.subtitle ?? "",
    course: [matter.course, matter.term, matter.instructor]
      .filter((part) => part !== undefined)
      .join(", "),
    description: matter.description ?? "",
    href: relativeAddress(address, addressOf(reader)),
    pdf: desk.pdf ? relativeAddress(address, pdfAddress(reader.id)) : "",
    pages: desk.pages ? relativeAddress(address, pagesAddress(reader.id)) : "",
  };
}
