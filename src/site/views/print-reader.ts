import type { Apparatus, IndexLine } from "../../apparatus/apparatus.ts";
import type { Coordinate } from "../../edition/coordinates.ts";
import { writeCoordinate } from "../../edition/coordinates.ts";
import { readDate } from "../../edition/date.ts";
import type { Entity, Reader, RegisterEntry, RegisterName } from "../../edition/edition.ts";
import type { ReaderMatter } from "../../edition/reader-matter.ts";
import type { Settings } from "../../edition/settings.ts";
import type { Block } from "../../edition/text.ts";
import { renderBlocks } from "../../html/render.ts";
import type { HtmlContext, Voice } from "../../html/writer.ts";
import { type Audience, type Desk, registerNames } from "../desk.ts";
import { printAddress, workId } from "../addresses.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { type RunView, runViews, runsOf } from "./contents.ts";
import { type KeyView, keyForEdition } from "./key-of-marks.ts";
import { namesInWords } from "./names.ts";
import { type PrintCiting, printCiting } from "./print-citing.ts";
import { type PrintDocument, printDocument } from "./print-document.ts";
import { readingsOf } from "./readings.ts";
import { type RightsGroup, groupRights } from "./rights-groups.ts";
import { registerTitles, shortTitle } from "./titles.ts";

/** Everything that the templates of a printed reader show. Texts are HTML for print already. */
export interface PrintReaderView extends PageView {
  readonly id: string;
  readonly matter: ReaderMatter;
  readonly settings: Settings;
  /** For whom it is printed. */
  readonly audience: Audience;
  readonly paper: "letter" | "a4";
  /** Names of the styles, in their order. */
  readonly styles: readonly string[];
  /** Which state of the edition this is: "Release 0.1, 22 November 2026"; empty where nothing is said. */
  readonly release: string;
  /** The instructor's introduction; empty where there is none. */
  readonly opening: string;
  readonly essays: readonly PrintEssay[];
  /** Documents in their order; those that are only calendared run on, one behind the other. */
  readonly runs: readonly (readonly BegunDocument[])[];
  /** Documents as the contents list them: under the headings of volumes and parts. */
  readonly contents: readonly RunView<PrintContentsLine>[];
  /** Whether numbers bear the siglum of a volume, and need more room. */
  readonly wideNumbers: boolean;
  readonly chronology: readonly PrintChronologyLine[];
  readonly registers: readonly PrintRegister[];
  readonly abbreviations: readonly PrintRegisterEntry[];
  /** The works that are cited in this reader. */
  readonly works: readonly { readonly id: string; readonly entry: string }[];
  readonly index: readonly PrintIndexLetter[];
  readonly rights: readonly RightsGroup[];
  /** How to cite the reader; nothing where no styles were given. */
  readonly citing: PrintCiting | undefined;
}

/** A document in print, with the headings of volumes and parts that begin with it. */
export interface BegunDocument extends PrintDocument {
  readonly begins: readonly string[];
  /** Under how many such headings it stands. */
  readonly depth: number;
}

/** An essay in print. */
export interface PrintEssay {
  readonly id: string;
  readonly title: string;
  readonly head: string;
  /** Empty where none are named. */
  readonly authors: string;
  readonly html: string;
  /** Of the editorial method: the marks and the streams of notes that the edition uses. */
  readonly key: KeyView | undefined;
}

/** A document in the contents. */
export interface PrintContentsLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly date: string | undefined;
}

/** A line of the chronology. */
export interface PrintChronologyLine {
  readonly target: string;
  readonly date: string;
  readonly number: string;
  readonly title: string;
}

/** People, places, organizations or terms that this reader mentions. */
export interface PrintRegister {
  readonly name: RegisterName;
  readonly title: string;
  readonly entries: readonly PrintRegisterEntry[];
}

/** An entry of a register in print. */
export interface PrintRegisterEntry {
  readonly id: string;
  readonly heading: string;
  readonly abbreviation: string | undefined;
  readonly also: readonly string[];
  readonly dates: string | undefined;
  readonly role: string | undefined;
  readonly description: string;
}

/** A letter of the index with its lines. */
export interface PrintIndexLetter {
  readonly letter: string;
  readonly lines: readonly { readonly id: string; readonly heading: string }[];
}

/** The source of each reader's print, where readers are printed. It is taken away when that is done. */
export function printReaderPages(desk: Desk): readonly PagePlan[] {
  if (!desk.pdf) return [];
  return desk.edition.readers.map((reader) => ({
    address: printAddress(reader.id),
    template: "print/reader.njk",
    view: () => printReaderView(desk, reader),
  }));
}

/** What a reader prints, in the order in which it prints it. */
export function printReaderView(desk: Desk, reader: Reader): PrintReaderView {
  const { apparatus, edition } = desk;
  const paper = reader.matter.paper?.[0] ?? edition.settings.paper;
  const readings = readingsOf(desk, reader);
  const essays = readings.filter((reading) => reading.kind === "essay");
  const documents = readings.filter((reading) => reading.kind === "document");
  const entries = usedEntries([reader, ...readings], apparatus);
  const printed = new Set([reader, ...readings, ...entries].map(({ id }) => id));
  const cited = worksIn(printed, apparatus);
  const works = desk.works.entries.filter(({ work }) => cited.has(work.key));
  const context = (owner: Entity, voice: Voice): HtmlContext => ({
    apparatus,
    owner,
    medium: "print",
    voice,
    href: (entity, coordinate) =>
      printed.has(entity.id) ? `#${printId(entity, coordinate)}` : undefined,
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
  const entryView = (entry: RegisterEntry): PrintRegisterEntry => ({
    id: entry.id,
    heading: entry.matter.sort ?? entry.matter.name,
    abbreviation: entry.matter.abbreviation,
    also: entry.matter.also,
    dates: entry.matter.dates,
    role: entry.matter.role,
    description: prose(entry, entry.description),
  });
  const lines = registerNames
    .flatMap((name) => apparatus.indexes[name])
    .filter(({ entry }) => entries.has(entry));

  const contents = runsOf(desk, documents, (document) => document);
  const begins = new Map(
    contents.flatMap(({ begins: headings, listed }) =>
      listed.slice(0, 1).map(({ id }) => [id, headings.map(({ title }) => title)] as const),
    ),
  );
  const depths = new Map(
    contents.flatMap(({ path, listed }) => listed.map(({ id }) => [id, path.length] as const)),
  );

  return {
    address: printAddress(reader.id),
    section: "readers",
    title: reader.matter.title,
    description: reader.matter.description ?? "",
    id: reader.id,
    matter: reader.matter,
    settings: edition.settings,
    audience: desk.audience,
    paper,
    styles: [`print-${paper}.css`, "print.css", ...(desk.printStyles ?? [])],
    release: releaseLine(edition.settings),
    opening: prose(reader, reader.blocks),
    essays: essays.map((essay) => ({
      id: essay.id,
      title: essay.matter.title,
      head: shortTitle(essay),
      authors: namesInWords(desk, essay.matter.authors),
      html: prose(essay, essay.blocks),
      key: essay.matter.role === "method" ? keyForEdition(desk, essay) : undefined,
    })),
    runs: printRuns(
      documents.map((document) => ({
        ...printDocument(desk, document, (voice) => context(document, voice)),
        begins: begins.get(document.id) ?? [],
        depth: depths.get(document.id) ?? 0,
      })),
    ),
    contents: runViews(contents, 0, (document) => ({
      id: document.id,
      number: apparatus.numberOf(document),
      title: document.matter.title,
      date: document.matter.date?.shown,
    })),
    wideNumbers: documents.some((document) => apparatus.numberOf(document).includes(":")),
    chronology: apparatus.chronology
      .filter(({ document }) => printed.has(document.id))
      .map(({ date, document, coordinate, title }) => ({
        target: printId(document, coordinate),
        date: date.shown,
        number: apparatus.numberOf(document),
        title,
      })),
    registers: registerNames
      .map((name) => ({
        name,
        title: registerTitles[name],
        entries: lines
          .filter((line) => line.entry.register === name && !abbreviated(line))
          .map(({ entry }) => entryView(entry)),
      }))
      .filter((register) => register.entries.length > 0),
    abbreviations: lines
      .filter(abbreviated)
      .map(({ entry }) => entryView(entry))
      .sort((one, other) => byLetters(one.abbreviation ?? "", other.abbreviation ?? "")),
    works: works.map(({ work, html }) => ({ id: printedWorkId(work.key), entry: html })),
    index: indexLetters(lines),
    rights: groupRights(documents, apparatus.numberOf),
    citing: printCiting(desk, reader, documents),
  };
}

/** The id of something in a file that holds the whole reader: `protocol-61`, `protocol-61--p3`. */
export function printId(entity: Entity, coordinate?: Coordinate): string {
  return coordinate ? `${entity.id}--${writeCoordinate(coordinate)}` : entity.id;
}

function printedWorkId(key: string): string {
  return `works--${workId(key)}`;
}

/** The keys of the works that the texts of some ids cite. */
function worksIn(ids: ReadonlySet<string>, { citations }: Apparatus): ReadonlySet<string> {
  const occurrences = [...ids].flatMap((id) => citations.get(id) ?? []);
  return new Set(occurrences.flatMap(({ citation }) => citation.cites.map(({ key }) => key)));
}

/** The register's entries that some texts mention, and those that the descriptions of these mention in turn. */
function usedEntries(
  from: readonly Entity[],
  { mentioned }: Apparatus,
): ReadonlySet<RegisterEntry> {
  const used = new Set<RegisterEntry>();
  const waiting = from.map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const entry of mentioned.get(id) ?? []) {
      if (used.has(entry)) continue;
      used.add(entry);
      waiting.push(entry.id);
    }
  }
  return used;
}

/** A document in full has pages of its own; calendared and withheld ones between two such share them. */
function printRuns(documents: readonly BegunDocument[]): readonly (readonly BegunDocument[])[] {
  const runs: BegunDocument[][] = [];
  for (const document of documents) {
    const last = runs.at(-1);
    if (document.brief && last?.[0]?.brief) last.push(document);
    else runs.push([document]);
  }
  return runs;
}

function abbreviated({ entry }: IndexLine): boolean {
  return entry.register === "terms" && entry.matter.abbreviation !== undefined;
}

function releaseLine({ release, date }: Settings): string {
  const shown = date === undefined ? undefined : readDate(date)?.shown;
  const parts = [release === undefined ? undefined : `Release ${release}`, shown];
  const line = parts.filter((part) => part !== undefined).join(", ");
  return line === "" ? "" : `${line}.`;
}

function indexLetters(lines: readonly IndexLine[]): readonly PrintIndexLetter[] {
  const letters = new Map<string, { id: string; heading: string }[]>();
  const sorted = lines
    .map(({ entry, heading }) => ({ id: entry.id, heading }))
    .sort((one, other) => byLetters(one.heading, other.heading));
  for (const line of sorted) {
    const letter = line.heading.normalize("NFD").charAt(0).toUpperCase();
    const same = letters.get(letter);
    if (same) same.push(line);
    else letters.set(letter, [line]);
  }
  return [...letters].map(([letter, same]) => ({ letter, lines: same }));
}

function byLetters(one: string, other: string): number {
  return one.localeCompare(other, "en");
}
