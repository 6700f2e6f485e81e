import type { CslNode } from "./csl-node.ts";

/** A style that comes with Scholium. */
export interface OwnStyle {
  readonly name: string;
  readonly title: string;
  /** The style's name in the Citation Style Language's collection. */
  readonly id: string;
}

/** The styles that every edition offers, in the order in which they are offered. */
export const ownStyles: readonly OwnStyle[] = [
  { name: "chicago-notes", title: "Chicago, notes", id: "chicago-fullnote-bibliography" },
  { name: "chicago-author-date", title: "Chicago, author-date", id: "chicago-author-date" },
  { name: "mla", title: "MLA", id: "modern-language-association" },
  { name: "apa", title: "APA", id: "apa" },
];

/** A style as a file says it, and the name by which editors choose it. */
export interface NamedCsl {
  readonly name: string;
  readonly title: string;
  /** Its name in the Citation Style Language's collection, where the file does not say it. */
  readonly id?: string;
  readonly csl: CslNode;
}

/** The words of a language for citations. */
export interface CslLocale {
  /** As CSL names it: `en-US`. */
  readonly name: string;
  readonly csl: CslNode;
}

/** What citations of an edition are written by. */
export interface StylesAndWords {
  /** In the order in which they are offered. */
  readonly styles: readonly NamedCsl[];
  readonly locale: CslLocale;
}

/** The style that an edition chooses, by which its commentary cites. */
export interface ChosenStyle {
  readonly style: NamedCsl;
  readonly locale: CslLocale;
}

/** Whether a style cites in notes; otherwise it does in the text: (Ivanov 1962). */
export function citesInNotes({ csl }: NamedCsl): boolean {
  return csl.attrs["class"] === "note";
}
