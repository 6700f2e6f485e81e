import type { Apparatus } from "../apparatus/apparatus.ts";
import type { StylesAndWords } from "../edition/citation-styles.ts";
import type { CslItem } from "../edition/csl-item.ts";
import type { Document, Edition } from "../edition/edition.ts";
import { plainText } from "../edition/walk.ts";
import { type CitationWords, citationWords } from "./citation-words.ts";
import {
  type CitedDocument,
  type CitedEdition,
  citeDocument,
  citedEdition,
} from "./cited-document.ts";
import { type CitationStyle, makeStyle } from "./csl-style.ts";
import { type CitedReader, projectReader } from "./cite-reader.ts";
import { type PlacedNote, placeNote } from "./placed-note.ts";
import { type CitedAs, projectDocument } from "./project-document.ts";
import {
  type CitationForm,
  type Pinpoint,
  type StyleEngine,
  makeStyleEngine,
} from "./style-engine.ts";

/** A document, or a place in it, cited in one style. */
export interface Citation {
  /** A note, or what stands in the text. */
  readonly note: string;
  /** A bibliography's entry; empty where the style has none. */
  readonly entry: string;
}

/** What to cite, and how. */
export interface CitationOrder {
  readonly document: CitedDocument;
  readonly style: CitationStyle;
  readonly as: CitedAs;
  readonly form: CitationForm;
  /** A paragraph or note of the document; the whole where left out. */
  readonly pinpoint?: Pinpoint;
}

/** A document cited so that a place in it can be named later, as HTML. */
export interface PlacedCitation {
  readonly note: PlacedNote;
  /** A bibliography's entry; empty where the style has none. */
  readonly entry: string;
}

/** Citations that were made before in these styles and words, by all else that decides them. */
export interface CitationMemory {
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, citation: string) => void;
}

/** All that cites documents of an edition: made once a build, each engine when it is first asked for. */
export interface Citations {
  readonly edition: CitedEdition;
  /** Those that are offered, the edition's own choice first. */
  readonly styles: readonly CitationStyle[];
  /** The record of each document by its id. */
  readonly documents: ReadonlyMap<string, CitedDocument>;
  readonly cite: (order: CitationOrder) => Citation;
  readonly citeReader: (order: {
    readonly reader: CitedReader;
    readonly style: CitationStyle;
    readonly form: CitationForm;
  }) => Citation;
  readonly citePlaced: (order: Pick<CitationOrder, "document" | "style" | "as">) => PlacedCitation;
}

/** What citations are made from. */
export interface CitationsSource extends StylesAndWords {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** The permanent address of a document's page, where the edition has one on the web. */
  readonly urlOf: (document: Document) => string | undefined;
  /** The same of its PDF, where it has one. */
  readonly pdfOf?: (document: Document) => string | undefined;
  /** Where citations are kept; they are made each time where left out. */
  readonly memory?: CitationMemory;
}

/** Lays out the citations of an edition. */
export function layCitations(source: CitationsSource): Citations {
  const { edition, apparatus, urlOf, pdfOf } = source;
  const chosen = edition.settings.citationStyle;
  const styles = source.styles
    .map(({ name, title, csl, id }) => makeStyle(name, title, csl, id))
    .sort((one, other) => Number(other.name === chosen) - Number(one.name === chosen));
  const desk = {
    edition,
    byId: apparatus.byId,
    numberOf: apparatus.numberOf,
    urlOf,
    ...(pdfOf && { pdfOf }),
    abstractOf: ({ abstract }: Document) => plainText(abstract),
  };
  const words = citationWords(source.locale, edition.settings.language);
  const engines = new Map<CitationStyle, StyleEngine>();
  const engineOf = (style: CitationStyle): StyleEngine => {
    const engine = engines.get(style) ?? makeStyleEngine(style, source.locale);
    engines.set(style, engine);
    return engine;
  };
  const kept = <Made>(order: readonly unknown[], make: () => Made): Made => {
    const { memory } = source;
    if (!memory) return make();
    const key = JSON.stringify(order);
    const before = memory.read(key);
    if (before !== undefined) {
      const made: Made = JSON.parse(before);
      return made;
    }
    const made = make();
    memory.write(key, JSON.stringify(made));
    return made;
  };
  return {
    edition: citedEdition(edition),
    styles,
    documents: new Map(
      apparatus.documents.map((document) => [document.id, citeDocument(document, desk)]),
    ),
    cite({ document, style, as, form, pinpoint }) {
      const { note, entry } = itemsOf(document, style, as, words);
      return kept([style.name, form, note, entry, document.number, pinpoint], () => {
        const engine = engineOf(style);
        const places = placesOf(document, { style, as, pinpoint }, words);
        return { note: engine.note(note, form, places), entry: engine.entry(entry, form) };
      });
    },
    citeReader({ reader, style, form }) {
      const item = projectReader(reader, citedEdition(edition));
      return kept([style.name, form, item], () => {
        const engine = engineOf(style);
        return { note: engine.note(item, form), entry: engine.entry(item, form) };
      });
    },
    citePlaced({ document, style, as }) {
      const { note, entry } = itemsOf(document, style, as, words);
      return kept([style.name, "placed", note, entry, document.number], () => {
        const engine = engineOf(style);
        return {
          note: placeNote((pinpoint) =>
            engine.note(note, "html", placesOf(document, { style, as, pinpoint }, words)),
          ),
          entry: engine.entry(entry, "html"),
        };
      });
    },
  };
}

function itemsOf(
  document: CitedDocument,
  style: CitationStyle,
  as: CitedAs,
  words: CitationWords,
): Readonly<Record<"note" | "entry", CslItem>> {
  return {
    note: projectDocument(document, style, { as, form: "note", words }),
    entry: projectDocument(document, style, { as, form: "entry", words }),
  };
}

/** What says where: of the archive's original in the style's own words, of the edition's document by its coordinate. */
function placesOf(
  { number }: CitedDocument,
  { style, as, pinpoint }: Pick<CitationOrder, "style" | "as"> & { pinpoint: Pinpoint | undefined },
  { document, note, page }: CitationWords,
): readonly Pinpoint[] {
  if (as === "original") return pinpoint ? [pinpoint] : [];
  const own = `${document} ${number}`;
  const signs = { paragraph: " ¶", note: ` ${note} `, page: `, ${page} ` };
  const words =
    pinpoint === undefined
      ? own
      : "words" in pinpoint
        ? `${own}, ${pinpoint.words}`
        : `${own}${signs[pinpoint.label]}${pinpoint.locator}`;
  // In the text it follows a comma; MLA has none before a page.
  if (style.family === "apa" || (style.family === "mla" && !style.inNotes)) return [{ words }];
  // Chicago prints pages without a sign of their own, and before an address.
  return [{ label: "page", locator: words }];
}
