import type { ReadPdfPage } from "./read-pdf.ts";

/** A segment of a reader, and what was read of its pages if an earlier build has printed and proved it. */
export interface ReadSegment {
  readonly range: { readonly first: number; readonly end: number };
  readonly reading?: readonly ReadPdfPage[];
}

/**
 * What was read of pages in an earlier build, by their place in the reader. The pages of a segment are the same
 * to the byte in every file that it is joined to; what is kept was read from such a file and proved there. Only its
 * first page is read again, to see that it is joined as it should be.
 */
export function knownReadings(segments: readonly ReadSegment[]): ReadonlyMap<number, ReadPdfPage> {
  const known = new Map<number, ReadPdfPage>();
  for (const { range, reading = [] } of segments) {
    reading.forEach((page, at) => (at > 0 ? known.set(range.first + at, page) : known));
  }
  return known;
}
