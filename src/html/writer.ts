import type { Apparatus } from "../apparatus/apparatus.ts";
import type { WrittenCitation } from "../citation/cite-works.ts";
import type { Coordinate } from "../edition/coordinates.ts";
import type { Entity } from "../edition/edition.ts";
import type { Block, Citation, Inline } from "../edition/text.ts";
import { type Attributes, element } from "./element.ts";

/** What is written for: a page on a screen, or the source of a printed page. */
export type Medium = "screen" | "print";

/** Who speaks: the document itself, or its editors. */
export type Voice = "document" | "edition";

/** How works are cited, and where more is said of them. */
export interface WorksShown {
  readonly citations: ReadonlyMap<Citation, WrittenCitation>;
  /** Where a work stands in the bibliography, from here; nothing where this output has none. */
  readonly href: (key: string) => string | undefined;
}

/** All that a text needs to know to become HTML. */
export interface HtmlContext {
  readonly apparatus: Apparatus;
  /** Whose text it is. */
  readonly owner: Entity;
  readonly medium: Medium;
  /** `document` for transcriptions, `edition` for everything else. */
  readonly voice: Voice;
  /** The language of what editors say; given where the text around it is in another. */
  readonly editorsLanguage?: string | undefined;
  /** Where something in the edition is found from here; nothing where this output does not hold it: then its words stand alone. */
  readonly href: (entity: Entity, coordinate?: Coordinate) => string | undefined;
  /** The page of this site that shows what has an address on the web; where left out, or where it says nothing, the address itself is meant. */
  readonly ownPage?: (url: string) => string | undefined;
  /** How works are cited; where left out, or where it does not have a citation, this stands as it is written. */
  readonly works?: WorksShown | undefined;
  /** Where a picture (`images/map.png`) is found from here. */
  readonly image: (source: string) => string;
  /** Added to the level of every heading: 1 makes `##` an `<h3>`. */
  readonly headingShift: number;
  /** Set before every id, so that several documents can stand in one file: `protocol-61--`. Empty on the web. */
  readonly idPrefix: string;
}

/** A context while something is being written. Rules get it, and write what is inside their node through it. */
export interface Writer extends HtmlContext {
  /** Inside a printed note, which stands in its paragraph: blocks are written as spans, since a paragraph may hold nothing else. */
  readonly phrasing: boolean;
  readonly blocks: (blocks: readonly Block[], writer: Writer) => string;
  readonly inlines: (inlines: readonly Inline[], writer: Writer) => string;
}

/** An element that is a block; inside a printed note a span of that name's class. */
export function block(writer: Writer, name: string, attributes: Attributes, content = ""): string {
  if (!writer.phrasing) return element(name, attributes, content);
  const classes = attributes["class"] === undefined ? name : `${name} ${attributes["class"]}`;
  return element("span", { ...attributes, class: classes }, content);
}

/** An id as this output writes it. */
export function localId(context: HtmlContext, id: string): string {
  return `${context.idPrefix}${id}`;
}
