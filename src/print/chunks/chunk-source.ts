import type { Slot } from "../page/lay-out.ts";
import type { ChunkHead } from "../page/set-up.ts";
import type { SurveyedSource } from "../page/survey.ts";

/** A part of a reader that is laid out alone: a document, a run of calendared ones, a section of the front or back matter. */
export interface ChunkSource {
  readonly head: ChunkHead;
  /** Its HTML, ready for Paged.js: every element has a `data-ref` of its own. */
  readonly html: string;
  /** Where numbers of pages stand in it, in its order. */
  readonly slots: readonly Slot[];
  /** How long it is. */
  readonly letters: number;
  /** What must be found on its pages. */
  readonly text: SurveyedSource;
}

/** A reader's HTML divided into what is laid out alone. */
export interface ReaderSource {
  /** The page without any chunk: its head, with the styles, and an empty body. */
  readonly shell: string;
  readonly chunks: readonly ChunkSource[];
}
