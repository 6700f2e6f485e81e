import type { LaidOutChunk } from "../page/lay-out.ts";
import type { ChunkHead } from "../page/set-up.ts";
import type { SurveyedPage } from "../page/survey.ts";

/** A chunk's head; arabic, on the next page, under its own id where nothing else is said. */
export function head(id: string, changes: Partial<ChunkHead> = {}): ChunkHead {
  return { id, folio: "arabic", start: "next", head: id, ...changes };
}

/** A chunk laid out: the ids that begin on each of its pages. */
export function laidOut(id: string, ...pages: readonly (readonly string[])[]): LaidOutChunk {
  return { id, pages: pages.map((ids) => ({ ids, mentions: [] })) };
}

/** Chunks by their ids. */
export function layoutsOf(...chunks: readonly LaidOutChunk[]): ReadonlyMap<string, LaidOutChunk> {
  return new Map(chunks.map((chunk) => [chunk.id, chunk]));
}

/** A page on which nothing stands. */
export const barePage: SurveyedPage = {
  text: "",
  area: { text: "", spans: [] },
  feet: { text: "", spans: [] },
  dress: "",
  head: "",
  folio: "",
  body: "",
  paragraphs: [],
  notes: [],
  calls: [],
  begun: [],
  headings: [],
  links: [],
  mentions: [],
  indexed: [],
  outside: [],
};
