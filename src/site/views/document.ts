import type { Document } from "../../edition/edition.ts";
import { textLanguage } from "../../edition/text-language.ts";
import { plainText } from "../../edition/walk.ts";
import { directionOf } from "../../html/direction.ts";
import { renderHeadNotes } from "../../html/render.ts";
import { addressOf, relativeAddress } from "../addresses.ts";
import { type Desk, contextOf, renderText } from "../desk.ts";
import type { LinkStart } from "../packet-places.ts";
import type { PagePlan, PageView } from "../page-plan.ts";
import { fileOfDocument, hasOwnFile, printedAddress } from "../printed-files.ts";
import { type MetadataView, metadataOf } from "./document-metadata.ts";
import { type AbbreviationView, abbreviationsIn } from "./abbreviations.ts";
import { type MentionView, mentionsOf } from "./backlinks.ts";
import { type CiteView, citeView } from "./cite.ts";
import { type InformationView, informationOn } from "./document-information.ts";
import { type KeyView, keyFor } from "./key-of-marks.ts";
import { type NameView, namesOf } from "./names.ts";
import { type DateView, dateView } from "./dates.ts";
import { clip } from "./clip.ts";
import { usedIn } from "./used-in.ts";
import { withoutMachineDates } from "./without-machine-dates.ts";
import { type StepView, trailTo } from "./trail.ts";

/** A document's page. */
export interface DocumentView extends PageView, DocumentParts {
  /** The volume and the parts in which it stands. */
  readonly trail: readonly StepView[];
  /** Its own PDF; empty where it has none. */
  readonly pdf: string;
  readonly referredBy: readonly MentionView[];
  readonly previous: NeighbourView | undefined;
  readonly next: NeighbourView | undefined;
}

/** What is shown of a document, on its own page and on a packet's. */
export interface DocumentParts {
  /** For reference managers and search engines; nothing where documents are not cited. */
  readonly metadata: MetadataView | undefined;
  /** As it is shown: "53", "VI:53". */
  readonly number: string;
  readonly titleSupplied: boolean;
  readonly kind: string | undefined;
  readonly classification: string | undefined;
  readonly date: DateView | undefined;
  readonly dateNote: string | undefined;
  /** Who and where, each row only where it is known. */
  readonly people: readonly { readonly label: string; readonly names: readonly NameView[] }[];
  /** What is said where the document is not given in full; empty otherwise. */
  readonly statement: string;
  /** HTML; empty where there is none. */
  readonly headNotes: string;
  readonly abstract: string;
  readonly headnote: string;
  readonly transcription: string;
  /** Language of the transcription, and how it is written. */
  readonly language: string;
  readonly direction: "rtl" | undefined;
  /** Questions, vocabulary: HTML with their headings. */
  readonly teaching: string;
  readonly key: KeyView;
  readonly abbreviations: readonly AbbreviationView[];
  readonly information: InformationView;
  /** How to cite it; nothing where no styles were given. */
  readonly cite: CiteView | undefined;
}

/** The document before or after. */
export interface NeighbourView {
  /** As it is shown: "53", "VI:53". */
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly date: DateView | undefined;
}

/** What a page says plainly of a document that is not given in full. */
const STATEMENTS: Readonly<Record<Document["matter"]["status"], string>> = {
  full: "",
  excerpt: "This edition gives an excerpt of the document.",
  calendared: "This document is calendared: only an abstract of it is given here, not its text.",
  withheld: "This document is known to exist, but it is not available.",
};

/** A page for each document, in the edition's order. */
export function documentPages(desk: Desk): readonly PagePlan[] {
  return desk.apparatus.documents.map((document) => ({
    address: addressOf(document),
    template: "pages/document.njk",
    view: () => documentView(desk, document),
  }));
}

function documentView(desk: Desk, document: Document): DocumentView {
  const address = addressOf(document);
  const position = desk.positions.get(document.id) ?? 0;
  return {
    ...documentParts(desk, document, { address }),
    address,
    section: "documents",
    title: document.matter.title,
    description: clip(plainText(document.abstract)),
    trail: trailTo(desk, document, address),
    pdf:
      desk.pdf && hasOwnFile(desk.edition, document)
        ? relativeAddress(address, printedAddress(fileOfDocument(desk.edition, document)))
        : "",
    referredBy: mentionsOf(desk, desk.apparatus.backlinks.get(document.id) ?? [], address),
    previous: neighbour(desk, position - 1, address),
    next: neighbour(desk, position + 1, address),
  };
}

/** What is shown of a document, as it is given: a packet may have a part of it only. */
export function documentParts(desk: Desk, document: Document, page: LinkStart): DocumentParts {
  const { matter } = document;
  const { address } = page;
  const place = { ...page, owner: document };
  const language = textLanguage(document, desk.edition);
  const used = usedIn(desk, document);
  // Of a dated one, its own date in the page's head comes first.
  const html = matter.date ? asItIs : withoutMachineDates;
  return {
    metadata: metadataOf(desk, document, address),
    number: desk.apparatus.numberOf(document),
    titleSupplied: matter.titleSupplied,
    kind: matter.kind,
    classification: matter.classification,
    date: matter.date && dateView(matter.date),
    dateNote: matter.dateNote,
    people: peopleOf(desk, document, address),
    statement: STATEMENTS[matter.status],
    headNotes: html(renderHeadNotes(document, contextOf(desk, place))),
    abstract: html(renderText(desk, document.abstract, place)),
    headnote: html(renderText(desk, document.before, { ...place, headingShift: 1 })),
    transcription: html(
      renderText(desk, document.transcription, {
        ...place,
        voice: "document",
        headingShift: 1,
        language,
      }),
    ),
    language,
    direction: directionOf(language),
    teaching: html(renderText(desk, document.after, place)),
    key: keyFor(desk, document, used),
    abbreviations: abbreviationsIn(used, address),
    information: informationOn(desk, document, address),
    cite: citeView(desk, document, address),
  };
}

function asItIs(html: string): string {
  return html;
}

function peopleOf(desk: Desk, { matter }: Document, address: string): DocumentView["people"] {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["Place", matter.place === undefined ? [] : [matter.place]],
    [matter.authors.length > 1 ? "Authors" : "Author", matter.authors],
    [matter.recipients.length > 1 ? "Recipients" : "Recipient", matter.recipients],
    [matter.contributors.length > 1 ? "Contributors" : "Contributor", matter.contributors],
    [matter.translators.length > 1 ? "Translators" : "Translator", matter.translators],
  ];
  return rows
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => ({ label, names: namesOf(desk, names, address) }));
}

function neighbour(desk: Desk, position: number, address: string): NeighbourView | undefined {
  const document = desk.apparatus.documents[position];
  if (!document) return undefined;
  return {
    number: desk.apparatus.numberOf(document),
    title: document.matter.title,
    href: relativeAddress(address, addressOf(document)),
    date: document.matter.date && dateView(document.matter.date),
  };
}
