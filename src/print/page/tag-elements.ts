/// <reference lib="dom" />

/** An element that is found again in the structure tree of the PDF, where nothing but its language tells which it was. */
export interface TaggedElement {
  /** Stands behind `-x-` in the language of the element, a private use of language tags (BCP 47, 2.2.7), until the tree is mended. */
  readonly code: string;
  /** The language that it has in truth; absent where it has that of what is around it. */
  readonly language?: string;
  /** What its parts on several pages have in common, for what breaks over pages. */
  readonly ref?: string;
  /** The id of the note, for a note. */
  readonly note?: string;
}

/** Runs in the page when it has been read, before it is printed: gives elements that the tree must be mended at a code. */
export function tagElements(): readonly TaggedElement[] {
  return [];
}
