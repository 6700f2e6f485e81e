import { deserialize, serialize } from "node:v8";
import type { PrintCache } from "../cache/print-cache.ts";
import type { SurveyedPage } from "../page/survey.ts";
import { type MendedSegment, packSegment, unpackSegment } from "../pdf/mended-segment.ts";
import type { ProvedPage } from "../proof/known-readings.ts";
import type { ReadPdf } from "../proof/read-pdf.ts";
import type { ReadySegment } from "./print-segments.ts";

/** What is kept of a segment: what was read on its pages in the browser, the segment, and the links that its proof has read on them. */
export interface KeptSegment {
  readonly pages: readonly SurveyedPage[];
  readonly mended: MendedSegment;
  readonly reading: readonly ProvedPage[];
}

/** A segment that an earlier build has printed and proved. */
export async function keptSegment(
  cache: PrintCache,
  key: string,
): Promise<KeptSegment | undefined> {
  const kept = await cache.read("segment", key);
  return kept && unpack(kept);
}

/** Keeps segments that were printed in this build. Only of a file that was proved: what the browser has misprinted must not come again. */
export async function keepSegments(
  segments: readonly ReadySegment[],
  { pages: read }: Pick<ReadPdf, "pages">,
  cache: PrintCache,
): Promise<void> {
  const fresh = segments.filter(({ reading }) => reading === undefined);
  for (const { key, range, pages, mended } of fresh) {
    const reading = read.slice(range.first, range.end).map(({ links }) => ({ links }));
    const packed = { pages, reading, mended: packSegment(mended) };
    await cache.write("segment", key, serialize(packed));
  }
}

function unpack(kept: Uint8Array): KeptSegment {
  const { mended, ...rest }: Omit<KeptSegment, "mended"> & { readonly mended: Uint8Array } =
    deserialize(kept);
  return { ...rest, mended: unpackSegment(mended) };
}
