import { nameAsShown } from "../apparatus/name-as-shown.ts";
import type { EdtfDate } from "../edition/date.ts";
import type { Document, Edition, Entity } from "../edition/edition.ts";
import type { DocumentStatus } from "../edition/document-matter.ts";
import { textLanguage } from "../edition/text-language.ts";
import { type CitedName, citedNames } from "./cited-names.ts";

/** An edition as what is in it is cited. */
export interface CitedEdition {
  readonly title: string;
  readonly editors: readonly CitedName[];
  readonly publisher?: string;
  /** BCP 47. */
  readonly language: string;
  /** YYYY-MM-DD of this state. */
  readonly date?: string;
  /** The name of this state: `1.0`. */
  readonly release?: string;
}

/** Where the original lies. */
export interface CitedSource {
  /** The archive that keeps it, or, where that is not known, the library that makes it available. */
  readonly archive?: string;
  readonly collection?: string;
  /** Box, folder, reel. */
  readonly location?: string;
  /** The town. */
  readonly place?: string;
  /** The library or project that makes it available. */
  readonly repository?: string;
  /** The archive's own number. */
  readonly recordId?: string;
  /** Where the archive shows it on the web. */
  readonly url?: string;
}

/** A document as it is cited: all that any style, export or page head says of it. Made once; styles project it. */
export interface CitedDocument {
  readonly id: string;
  /** By what the edition counts it: "3", "VI:53". */
  readonly number: string;
  /** Of a record that is about one place in the document, that place: "¶6", "note 2". */
  readonly at?: string;
  readonly title: string;
  /** Whether an archive or an editor made the title. */
  readonly titleSupplied: boolean;
  readonly shortTitle?: string;
  /** Letter, telegram, protocol. */
  readonly kind?: string;
  readonly status: DocumentStatus;
  readonly authors: readonly CitedName[];
  readonly recipients: readonly CitedName[];
  readonly contributors: readonly CitedName[];
  readonly translators: readonly CitedName[];
  /** Absent where it is undated. */
  readonly date?: EdtfDate;
  /** Where it was written. */
  readonly place?: string;
  readonly source: CitedSource;
  readonly edition: CitedEdition;
  /** The document's permanent address, where the edition has one on the web. */
  readonly url?: string;
  /** Its PDF's address on the web. */
  readonly pdf?: string;
  /** The language in which it stands here, BCP 47. */
  readonly language: string;
  /** Those of the original. */
  readonly originalLanguages: readonly string[];
  readonly rights: {
    readonly statement?: string;
    readonly holder?: string;
    readonly licence?: string;
    readonly url?: string;
  };
  /** Plain words. */
  readonly abstract?: string;
  readonly subjects: readonly string[];
}

/** What citing a document takes besides itself. */
export interface CitingDesk {
  readonly edition: Pick<Edition, "settings">;
  readonly byId: ReadonlyMap<string, Entity>;
  /** By what the edition counts a document. */
  readonly numberOf: (document: Document) => string;
  /** The permanent address of a page of the website, where the edition has an address: `https://…/documents/protocol-61.html`. */
  readonly urlOf: (document: Document) => string | undefined;
  /** The same of its PDF, where it has one. */
  readonly pdfOf?: (document: Document) => string | undefined;
  /** The plain words of an abstract. */
  readonly abstractOf: (document: Document) => string;
}

/** The canonical record of a document, from its front matter. */
export function citeDocument(document: Document, desk: CitingDesk): CitedDocument {
  const { id, matter } = document;
  const names = (written: readonly string[]): readonly CitedName[] =>
    citedNames(written, desk.byId);
  const { archive, repository, collection, location, place, url, recordId } = matter.source;
  const keeper = archive ?? repository;
  const abstract = desk.abstractOf(document).trim();
  return {
    id,
    number: desk.numberOf(document),
    title: matter.title,
    titleSupplied: matter.titleSupplied,
    ...given({ shortTitle: matter.shortTitle, kind: matter.kind, date: matter.date }),
    status: matter.status,
    authors: names(matter.authors),
    recipients: names(matter.recipients),
    contributors: names(matter.contributors),
    translators: names(matter.translators),
    ...given({ place: matter.place === undefined ? undefined : nameAsShown(matter.place, desk) }),
    source: given({ archive: keeper, collection, location, place, repository, recordId, url }),
    edition: citedEdition(desk.edition),
    ...given({ url: desk.urlOf(document), pdf: desk.pdfOf?.(document) }),
    language: textLanguage(document, desk.edition),
    originalLanguages: matter.languages,
    rights: given(matter.rights),
    ...given({ abstract: abstract === "" ? undefined : abstract }),
    subjects: matter.subjects,
  };
}

/** The record of an edition. */
export function citedEdition({ settings }: Pick<Edition, "settings">): CitedEdition {
  const { title, editors, publisher, language, date, release } = settings;
  return {
    title,
    editors: citedNames(editors, new Map()),
    language,
    ...given({ publisher, date, release }),
  };
}

type Given<Fields> = {
  readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
};

/** The fields that are there. */
function given<Fields extends object>(fields: Fields): Given<Fields>;
function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
