import { exportFormats } from "../../citation/formats/export-formats.ts";
import type { CitedAs } from "../../citation/project-document.ts";
import type { CitationStyle } from "../../citation/csl-style.ts";
import type { PlacedNote } from "../../citation/placed-note.ts";
import type { Document } from "../../edition/edition.ts";
import { element } from "../../html/element.ts";
import { exportAddress, relativeAddress } from "../addresses.ts";
import type { Desk } from "../desk.ts";

/** How to cite a document. */
export interface CiteView {
  /** What holds in print and on the web: "Doc. 2". */
  readonly coordinate: string;
  /** The page's permanent address; empty where the edition has none on the web. */
  readonly url: string;
  /** Files for reference managers. */
  readonly files: readonly { readonly title: string; readonly href: string }[];
  /** The edition's own choice first. */
  readonly styles: readonly CiteStyleView[];
}

/** A document cited in a style. */
export interface CiteStyleView {
  readonly name: string;
  readonly title: string;
  readonly ways: readonly CiteWayView[];
}

/** One of the two ways to cite it. */
export interface CiteWayView {
  readonly as: CitedAs;
  readonly heading: string;
  readonly citations: readonly CitationView[];
}

/** A citation and what it is: "Note". */
export interface CitationView {
  readonly form: "note" | "entry";
  readonly label: string;
  /** HTML; what names a place is marked, so that a script can name another. */
  readonly html: string;
}

const WAYS: readonly (readonly [as: CitedAs, heading: string])[] = [
  ["original", "The original, as edited here"],
  ["edition", "This edition’s document"],
];

/** A document's citations in all styles, for the page at an address; nothing where no styles were given. */
export function citeView(desk: Desk, cited: Document, from: string): CiteView | undefined {
  const { citations } = desk;
  const document = citations?.documents.get(cited.id);
  if (!citations || !document) return undefined;
  return {
    coordinate: `Doc. ${document.number}`,
    url: document.url ?? "",
    files: exportFormats.map(({ title, extension }) => ({
      title,
      href: relativeAddress(from, exportAddress(cited, extension)),
    })),
    styles: citations.styles.map((style) => ({
      name: style.name,
      title: style.title,
      ways: WAYS.map(([as, heading]) => {
        const { note, entry } = citations.citePlaced({ document, style, as });
        const views: readonly CitationView[] = [
          { form: "note", label: noteLabel(style), html: withPlace(note) },
          { form: "entry", label: "Bibliography", html: entry },
        ];
        return { as, heading, citations: views.filter(({ html }) => html !== "") };
      }),
    })),
  };
}

function noteLabel({ inNotes }: CitationStyle): string {
  return inNotes ? "Note" : "In the text";
}

/** A note with its place marked by what other places are called. */
function withPlace({ before, whole, after, ...others }: PlacedNote): string {
  const { paragraph, paragraphs, note } = others;
  if (paragraph === whole) return before + whole + after;
  const words = {
    "data-paragraph": paragraph,
    "data-paragraphs": paragraphs === paragraph ? undefined : paragraphs,
    "data-note": note,
  };
  return before + element("span", { class: "cite-place", ...words }, whole) + after;
}
