import { deserialize, serialize } from "node:v8";
import { type PrintCache, keyOf } from "../cache/print-cache.ts";
import type { ReadPdf, ReadPdfPage } from "./read-pdf.ts";

/** A segment of a reader, as far as its reading is kept. */
export interface ReadSegment {
  readonly key: string;
  readonly range: { readonly first: number; readonly end: number };
}

/**
 * What was read of pages in an earlier build, by their place in the reader. The pages of a segment are the same
 * to the byte in every file that it is joined to; what is kept was read from such a file and proved there. Only its
 * first page is read again, to see that it is joined as it should be.
 */
export async function knownReadings(
  segments: readonly ReadSegment[],
  cache: PrintCache,
): Promise<ReadonlyMap<number, ReadPdfPage>> {
  const known = new Map<number, ReadPdfPage>();
  await Promise.all(
    segments.map(async ({ key, range }) => {
      const kept = await cache.read("segment", keyOf(key, "read"));
      if (kept)
        asPages(kept).forEach((page, at) => (at > 0 ? known.set(range.first + at, page) : known));
    }),
  );
  return known;
}

/** Keeps what was read of segments that no earlier build has read. Only of a file that was proved. */
export async function keepReadings(
  segments: readonly ReadSegment[],
  known: ReadonlyMap<number, ReadPdfPage>,
  { pages }: ReadPdf,
  cache: PrintCache,
): Promise<void> {
  await Promise.all(
    segments
      .filter(({ range }) => !known.has(range.end - 1))
      .map(async ({ key, range }) =>
        cache.write("segment", keyOf(key, "read"), serialize(pages.slice(range.first, range.end))),
      ),
  );
}

function asPages(kept: Uint8Array): readonly ReadPdfPage[] {
  return deserialize(kept);
}
