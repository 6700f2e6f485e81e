import type { Apparatus } from "../apparatus/apparatus.ts";
import type { StylesAndWords } from "../edition/citation-styles.ts";
import type { Document, Edition } from "../edition/edition.ts";
import { plainText } from "../edition/walk.ts";
import {
  type CitedDocument,
  type CitedEdition,
  citeDocument,
  citedEdition,
} from "./cited-document.ts";
import { type CitationStyle, makeStyle } from "./csl-style.ts";
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

/** All that cites documents of an edition: made once a build, each engine when it is first asked for. */
export interface Citations {
  readonly edition: CitedEdition;
  /** Those that are offered, the edition's own choice first. */
  readonly styles: readonly CitationStyle[];
  /** The record of each document by its id. */
  readonly documents: ReadonlyMap<string, CitedDocument>;
  readonly cite: (order: CitationOrder) => Citation;
}

/** What citations are made from. */
export interface CitationsSource extends StylesAndWords {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** The permanent address of a document's page, where the edition has one on the web. */
  readonly urlOf: (document: Document) => string | undefined;
  /** Citations that were made before, by all that decides them; each is put there. */
  readonly known?: Map<string, Citation>;
}

/** Lays out the citations of an edition. */
export function layCitations(source: CitationsSource): Citations {
  const { edition, apparatus, urlOf, known = new Map<string, Citation>() } = source;
  const chosen = edition.settings.citationStyle;
  const styles = source.styles
    .map(({ name, title, csl, id }) => makeStyle(name, title, csl, id))
    .sort((one, other) => Number(other.name === chosen) - Number(one.name === chosen));
  const desk = {
    edition,
    byId: apparatus.byId,
    numberOf: apparatus.numberOf,
    urlOf,
    abstractOf: ({ abstract }: Document) => plainText(abstract),
  };
  const engines = new Map<CitationStyle, StyleEngine>();
  const engineOf = (style: CitationStyle): StyleEngine => {
    const engine = engines.get(style) ?? makeStyleEngine(style, source.locale);
    engines.set(style, engine);
    return engine;
  };
  return {
    edition: citedEdition(edition),
    styles,
    documents: new Map(
      apparatus.documents.map((document) => [document.id, citeDocument(document, desk)]),
    ),
    cite({ document, style, as, form, pinpoint }) {
      const item = (kind: "note" | "entry") => projectDocument(document, style, { as, form: kind });
      const [note, entry] = [item("note"), item("entry")];
      const key = JSON.stringify([style.name, form, note, entry, pinpoint]);
      const before = known.get(key);
      if (before) return before;
      const engine = engineOf(style);
      const pinpoints = placesOf(document, { style, as, pinpoint });
      const citation = {
        note: engine.note(note, form, pinpoints),
        entry: engine.entry(entry, form),
      };
      known.set(key, citation);
      return citation;
    },
  };
}

/** What says where: of the archive's original in the style's own words, of the edition's document by its coordinate. */
function placesOf(
  { number }: CitedDocument,
  { style, as, pinpoint }: Pick<CitationOrder, "style" | "as"> & { pinpoint: Pinpoint | undefined },
): readonly Pinpoint[] {
  if (as === "original") return pinpoint ? [pinpoint] : [];
  const own = `doc. ${number}`;
  const words =
    pinpoint === undefined
      ? own
      : "words" in pinpoint
        ? `${own}, ${pinpoint.words}`
        : `${own}${SIGNS[pinpoint.label]}${pinpoint.locator}`;
  // Chicago and MLA print pages without a sign of their own, and before an address.
  return style.family === "apa" ? [{ words }] : [{ label: "page", locator: words }];
}

const SIGNS: Readonly<Record<(Pinpoint & { readonly label: string })["label"], string>> = {
  paragraph: " ¶",
  note: " n. ",
  page: ", p. ",
};
