import type { Apparatus } from "../../apparatus/apparatus.ts";
import { documentName } from "../../apparatus/document-numbers.ts";
import type { WorksCited } from "../../citation/cite-works.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { HeldText } from "../../site/views/held-texts.ts";
import type { Block } from "../../edition/text.ts";
import { walk } from "../../edition/walk.ts";
import { expectedWords } from "../../site/proof/expected-words.ts";
import { entityTitle } from "../../site/views/titles.ts";
import { letters } from "../letters.ts";

/** A paragraph or note of the edition as a printed reader must show it. */
export interface ExpectedText {
  /** As in print: `protocol-61--p3`, `protocol-61--n2`. */
  readonly id: string;
  /** For messages: `Doc. 5 ¶3`, `Doc. 5, translator’s note T1`. */
  readonly name: string;
  readonly letters: string;
  readonly place: Place;
}

/** What a reading holds. */
export interface ExpectedReading {
  /** In the order of the transcription. */
  readonly paragraphs: readonly ExpectedText[];
  /** In the order of their calls within each stream. */
  readonly notes: readonly ExpectedText[];
}

/** The numbered paragraphs and the notes of a text that a file holds, from the model. */
export function expectedReading(
  { owner, blocks, notes: held }: HeldText,
  apparatus: Apparatus,
  works?: WorksCited,
): ExpectedReading {
  const name =
    owner.kind === "document" ? documentName(apparatus.numberOf(owner)) : entityTitle(owner);
  const words = (some: readonly Block[]): string =>
    letters(
      expectedWords(some, apparatus, works)
        .map((run) => run.words)
        .join(" "),
    );
  const paragraphs: ExpectedText[] = [];
  for (const block of owner.kind === "document" ? walk(blocks) : []) {
    if ((block.type !== "paragraph" && block.type !== "table") || block.number === undefined) {
      continue;
    }
    paragraphs.push({
      id: `${owner.id}--p${block.number}`,
      name: `${name} ¶${block.number}`,
      letters: words([block]),
      place: block.place,
    });
  }
  const notes = held.map(({ id, note, stream, mark }) => ({
    id: `${owner.id}--${id}`,
    name: `${name}, ${stream.label.toLowerCase()} ${mark}`,
    letters: words(note.blocks),
    place: note.place,
  }));
  return { paragraphs, notes };
}
