import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place } from "../diagnostics/place.ts";
import type { ActName } from "../edition/acts.ts";
import type { Coordinate } from "../edition/coordinates.ts";
import type { EdtfDate } from "../edition/date.ts";
import type { Document, Edition, Entity, RegisterEntry, RegisterName } from "../edition/edition.ts";
import type { Stream, StreamName } from "../edition/streams.ts";
import type { Note, NoteCall, PageBreak, Reference } from "../edition/text.ts";
import type { CitationOccurrence } from "./occurrences.ts";
import type { NumberOf } from "./document-numbers.ts";

/** A note with its place in its stream. */
export interface NumberedNote {
  readonly note: Note;
  readonly stream: Stream;
  /** From 1, in the order of the calls, per stream and document. */
  readonly number: number;
  /** The coordinate, also its id in pages: `n2`, `tr1`. */
  readonly id: string;
  /** By what it is called: `2`, `T1`. */
  readonly mark: string;
}

/** What a reference leads to. */
export interface ResolvedReference {
  readonly entity: Entity;
  /** Absent where the reference leads to the whole. */
  readonly coordinate?: Coordinate;
  /** What stands in the place of an empty text: "Doc. 5", "Doc. 5 ¶3", a name, a title. */
  readonly text: string;
}

/** Where something is referred to. */
export interface Backlink {
  /** Who refers: a document, an essay, a reader, a register's entry. */
  readonly from: Entity;
  /** The paragraph or note in which it does; absent in headnotes, abstracts, questions, and outside documents where no paragraph is numbered. */
  readonly coordinate?: Coordinate;
  readonly place: Place;
}

/** A line of an index: an entry of a register and where it is mentioned. */
export interface IndexLine {
  readonly entry: RegisterEntry;
  /** The name by which it is sorted: "Biryuzov, Sergei". */
  readonly heading: string;
  /** Each place once, in reading order. */
  readonly mentions: readonly Backlink[];
}

/** A dated thing: a document, or a dated entry on its sheet. */
export interface ChronologyLine {
  readonly date: EdtfDate;
  readonly document: Document;
  /** Of an entry on a sheet: its first paragraph. */
  readonly coordinate?: Coordinate;
  /** The document's title, or the entry's. */
  readonly title: string;
  /** Whether it is an entry on a sheet, not the document itself. */
  readonly entry: boolean;
}

/** What follows from an edition: everything that an editor should not have to write or keep true by hand. */
export interface Apparatus {
  /** Documents in the order of the edition: those of no volume by date, then by number, undated ones last; then each volume's by number. */
  readonly documents: readonly Document[];
  /** The number of a document as it is shown: "53", "VI:53". */
  readonly numberOf: NumberOf;
  readonly byId: ReadonlyMap<string, Entity>;
  /** Every reference that leads somewhere, by its node. */
  readonly references: ReadonlyMap<Reference, ResolvedReference>;
  /** The places at which pages of the original begin and to which references can lead, by the page break's node: `page-187`. */
  readonly pages: ReadonlyMap<PageBreak, string>;
  /** Where each note is called, by the call's node. */
  readonly calls: ReadonlyMap<NoteCall, NumberedNote>;
  /** The notes of a document, essay or reader by its id: those of its head, then in the order of their calls. */
  readonly notes: ReadonlyMap<string, readonly NumberedNote[]>;
  /** Who refers to an entity, by its id, in reading order. */
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>;
  /** The register's entries that an entity mentions, by its id, sorted by heading. */
  readonly mentioned: ReadonlyMap<string, readonly RegisterEntry[]>;
  /** Every citation that is shown, by the id of the document, essay, reader or entry that cites, in reading order. */
  readonly citations: ReadonlyMap<string, readonly CitationOccurrence[]>;
  /** References that mention a term for the first time in their document, essay, reader or entry: they expand its abbreviation. */
  readonly firstMentions: ReadonlySet<Reference>;
  /** The indexes, sorted by heading; every entry of the register, mentioned or not. */
  readonly indexes: Readonly<Record<RegisterName, readonly IndexLine[]>>;
  readonly chronology: readonly ChronologyLine[];
  /** Editorial acts that occur, by document, essay or reader. */
  readonly acts: ReadonlyMap<string, ReadonlySet<ActName>>;
  /** Note streams that occur, by document, essay or reader. */
  readonly streams: ReadonlyMap<string, ReadonlySet<StreamName>>;
}

/** Builds the apparatus and says what is wrong across the edition. Never throws; what is wrong is left out. */
export type BuildApparatus = (edition: Edition) => {
  readonly apparatus: Apparatus;
  readonly diagnostics: readonly Diagnostic[];
};
