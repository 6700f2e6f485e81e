import type { SurveyedPage } from "../page/survey.ts";
import type { TaggedElement } from "../page/tag-elements.ts";
import type { LinkTarget } from "../page/turn-links.ts";

/** Whole chunks, one behind the other, that the browser writes as one PDF. */
export interface PrintedSegment {
  /**
   * The PDF as the browser writes it. Its first page shows the letters that readers are made of, so that
   * the fonts of all segments are the same to the byte and are kept once; it is no page of the reader.
   */
  readonly pdf: Uint8Array;
  /** What was read on its pages before they were printed; the page of letters is not among them. */
  readonly pages: readonly SurveyedPage[];
  /** Where links lead, which the PDF does not know; pages are counted from 0 within the segment, without the page of letters. */
  readonly targets: readonly LinkTarget[];
  /** Elements of its structure tree that are known by a code in their language. */
  readonly tagged: readonly TaggedElement[];
}
