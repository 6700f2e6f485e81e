import type { Place } from "../diagnostics/place.ts";
import type { ChosenStyle, NamedCsl } from "./citation-styles.ts";
import type { CslItem } from "./csl-item.ts";
import type { EdtfDate } from "./date.ts";
import type { DocumentMatter } from "./document-matter.ts";
import type { EssayMatter } from "./essay-matter.ts";
import type { ReaderMatter } from "./reader-matter.ts";
import type { RegisterMatter } from "./register-matter.ts";
import type { Settings } from "./settings.ts";
import type { Block, Division, Note } from "./text.ts";
import type { VolumeMatter } from "./volume-matter.ts";
import type { Worksheet } from "./worksheet.ts";

/** Where each field of a front matter stands, by its path in dots as the file writes it: `date`, `source.record-id`, `authors.0`. */
export type FieldPlaces = ReadonlyMap<string, Place>;

/** What a Markdown file with front matter has in common. */
interface Written {
  /** Never changes; part of its address. Unique over the whole edition. */
  readonly id: string;
  /** Path from the edition's folder. */
  readonly file: string;
  readonly places: FieldPlaces;
  /** Notes in the order of their definition. */
  readonly notes: readonly Note[];
}

/** One edited text. */
export interface Document extends Written {
  readonly kind: "document";
  readonly number: number;
  readonly matter: DocumentMatter;
  /** Empty where none is given. */
  readonly abstract: readonly Block[];
  /** Labels of the source notes that are never called: they belong to its head. */
  readonly headNotes: readonly string[];
  /** Teaching parts shown before the transcription: headnotes. */
  readonly before: readonly Division[];
  /** The words of the document, its paragraphs numbered; context boxes may stand between. Empty when calendared or withheld. */
  readonly transcription: readonly Block[];
  /** Teaching parts shown after it: questions, vocabulary, for the instructor. */
  readonly after: readonly Division[];
}

/** The edition's own prose: introduction, editorial method, manual. */
export interface Essay extends Written {
  readonly kind: "essay";
  readonly matter: EssayMatter;
  readonly blocks: readonly Block[];
}

/** A course packet. */
export interface Reader extends Written {
  readonly kind: "reader";
  readonly matter: ReaderMatter;
  /** The instructor's introduction. */
  readonly blocks: readonly Block[];
}

/** The registers that mentions lead to. Works are cited, not mentioned, and come with the citations. */
export type RegisterName = "people" | "places" | "organizations" | "terms";

/** One person, place, organization or term. */
export interface RegisterEntry {
  readonly kind: "register-entry";
  readonly register: RegisterName;
  readonly id: string;
  readonly file: string;
  readonly places: FieldPlaces;
  /** Where the entry begins. */
  readonly place: Place;
  readonly matter: RegisterMatter;
  /** Empty where none is given. */
  readonly description: readonly Block[];
}

/** One of the volumes that an edition gathers. Its id is what documents, essays and readers name in `volume`; nothing refers to it otherwise. */
export interface Volume {
  readonly id: string;
  readonly file: string;
  readonly places: FieldPlaces;
  /** Where the entry begins. */
  readonly place: Place;
  readonly matter: VolumeMatter;
}

/** A published work that the commentary cites. */
export interface Work {
  /** By what citations name it. */
  readonly key: string;
  readonly file: string;
  /** Where its key stands. */
  readonly place: Place;
  /** What is known of it, without dates: these are in `dates`, as they can be read. */
  readonly item: CslItem;
  /** When it was issued, first published, looked at. */
  readonly dates: Readonly<Partial<Record<WorkDate, EdtfDate>>>;
  /** Whether its entry could not be read to its end. */
  readonly broken?: true;
}

/** The dates of a work, as CSL calls them. */
export type WorkDate = "issued" | "original-date" | "event-date" | "accessed";

/** Everything that has an id of its own in the edition. */
export type Entity = Document | Essay | Reader | RegisterEntry;

/** One `documents/` folder, read. Everything in it is sorted by file name or id, so that the disk's order does not matter. */
export interface Edition {
  readonly settings: Settings;
  readonly settingsPlaces: FieldPlaces;
  readonly documents: readonly Document[];
  readonly essays: readonly Essay[];
  readonly readers: readonly Reader[];
  /** All registers together, by register (people, places, organizations, terms), then by id. */
  readonly register: readonly RegisterEntry[];
  /** In their order, then by id. */
  readonly volumes: readonly Volume[];
  /** By their keys. */
  readonly works: readonly Work[];
  /** Scholium's worksheets and the edition's own, by their names. */
  readonly worksheets: readonly Worksheet[];
  /** Citation styles of the edition's own, by the names of their files. */
  readonly styles: readonly NamedCsl[];
  /** By what they are cited; absent where the edition has none. */
  readonly citing?: ChosenStyle;
  /** Files under `documents/images/`, as paths from `documents/`: `images/map.png`. */
  readonly images: readonly string[];
}
