import type { Token } from "markdown-it";
import type { Cite, Inline } from "../../../edition/text.ts";
import { citationOf } from "../inlines/citation.ts";
import { shorten } from "../shorten.ts";
import { type Words, placeIn } from "./words.ts";

/** A citation. In a transcription there is none: the words are the document's own, and stay. */
export function readCitation(
  words: Words,
  opening: Token,
  children: readonly Inline[],
): readonly Inline[] {
  const { at, cites, inSentence, written } = citationOf(opening);
  const place = placeIn(words, at);
  if (words.voice === "transcription") {
    // A name with an at sign before it may be a document's; a bracket hardly is.
    if (!inSentence)
      words.reading.report(
        "citation-misplaced",
        place,
        `a citation among the document’s own words: ${shorten(written)}`,
      );
    return children;
  }
  return [
    {
      type: "citation",
      inSentence,
      cites: cites.map(({ at: keyAt, ...cite }): Cite => ({
        ...cite,
        place: placeIn(words, keyAt),
      })),
      written,
      place,
    },
  ];
}
