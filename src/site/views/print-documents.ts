import type { Document } from "../../edition/edition.ts";
import type { Settings } from "../../edition/settings.ts";
import type { HtmlContext, Voice } from "../../html/writer.ts";
import { addressOf, permanentUrl, workId } from "../addresses.ts";
import type { Desk } from "../desk.ts";
import type { PageView } from "../page-plan.ts";
import { DOCUMENTS_SOURCE, type PrintedDocumentFile } from "../printed-files.ts";
import { heldReading, holdingOf, mentionedIn } from "./held-texts.ts";
import { type DocumentCiting, documentCiting } from "./print-citing.ts";
import { type PrintDocument, printDocument } from "./print-document.ts";
import { printId, releaseLine } from "./print-reader.ts";
import { printStyles } from "./print-styles.ts";
import { type RightsGroup, groupRights } from "./rights-groups.ts";

/** What the templates of documents' own PDFs show: all documents, one behind the other. */
export interface PrintDocumentsView extends PageView {
  readonly settings: Settings;
  /** Names of the styles, in their order. */
  readonly styles: readonly string[];
  readonly start: "next";
  readonly release: string;
  readonly documents: readonly OwnDocument[];
}

/** A document in a PDF of its own. */
export interface OwnDocument extends PrintDocument {
  readonly begins: readonly string[];
  readonly depth: number;
  readonly lead: string;
  readonly follow: string;
  /** What stands at its end. */
  readonly colophon: Colophon;
}

/** What a document's own PDF says behind it: where it is from, and how to cite it. */
export interface Colophon {
  readonly rights: RightsGroup | undefined;
  /** Nothing where no styles were given. */
  readonly citing: DocumentCiting | undefined;
  /** Its page on the web; empty where the edition has no address. */
  readonly address: string;
  /** The works that it cites. */
  readonly works: readonly { readonly id: string; readonly entry: string }[];
}

/** What all documents' own PDFs hold. */
export function printDocumentsView(
  desk: Desk,
  files: readonly PrintedDocumentFile[],
): PrintDocumentsView {
  const { settings } = desk.edition;
  return {
    address: DOCUMENTS_SOURCE,
    section: "documents",
    title: settings.title,
    description: "",
    settings,
    styles: printStyles(desk, { paper: settings.paper, look: "standard" }),
    start: "next",
    release: releaseLine(settings),
    documents: files.map(({ of }) => ownDocument(desk, of)),
  };
}

function ownDocument(desk: Desk, document: Document): OwnDocument {
  const { apparatus, edition } = desk;
  const text = heldReading(document, apparatus);
  const holds = holdingOf([text], apparatus);
  const cited = mentionedIn([text], apparatus, "texts alone").works;
  const idOf = (key: string): string => `${document.id}--work-${workId(key)}`;
  const context = (voice: Voice): HtmlContext => ({
    apparatus,
    owner: document,
    medium: "print",
    voice,
    href: (entity, coordinate) =>
      holds(entity, coordinate) ? `#${printId(entity, coordinate)}` : undefined,
    works: {
      citations: desk.works.citations,
      href: (key) => (cited.has(key) ? `#${encodeURIComponent(idOf(key))}` : undefined),
    },
    image: (source) => `/${source}`,
    headingShift: 0,
    idPrefix: `${document.id}--`,
  });
  return {
    ...printDocument(desk, document, context),
    begins: [],
    depth: 0,
    lead: "",
    follow: "",
    colophon: {
      rights: groupRights([document], apparatus.numberOf)[0],
      citing: documentCiting(desk, document),
      address: permanentUrl(edition, addressOf(document)) ?? "",
      works: desk.works.entries
        .filter(({ work }) => cited.has(work.key))
        .map(({ work, html }) => ({ id: idOf(work.key), entry: html })),
    },
  };
}
