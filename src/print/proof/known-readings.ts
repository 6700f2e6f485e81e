import type { ReadPdfPage } from "./read-pdf.ts";

/** What an earlier build has proved of a page, as far as it is asked for again: the text is the same, but links lead to other pages. */
export type ProvedPage = Pick<ReadPdfPage, "links">;

/** A segment of a reader, and what was read of its pages if an earlier build has printed and proved it. */
export interface ReadSegment {
  readonly range: { readonly first: number; readonly end: number };
  readonly reading?: readonly ProvedPage[];
}

/**
 * What was read of pages in an earlier build, by their place in the reader. The pages of a segment are the same
 * to the byte in every file that it is joined to; what is kept was read from such a file and proved there. Only its
 * first page is read again, to see that it is joined as it should be.
 */
export function knownReadings(segments: readonly ReadSegment[]): ReadonlyMap<number, ReadPdfPage> {
  const known = new Map<number, ReadPdfPage>();
  for (const { range, reading = [] } of segments) {
    reading.forEach(({ links }, at) => {
      if (at > 0) known.set(range.first + at, { ...NOT_ASKED_FOR, links });
    });
  }
  return known;
}

/** What is compared on pages that are read anew alone. */
const NOT_ASKED_FOR = { text: "", width: 0, height: 0, tagged: [], artifacts: [], untagged: [] };
