import type { Place } from "../../diagnostics/place.ts";
import type { RuleId } from "../../diagnostics/rules.ts";
import { type Streams, standardStreams } from "../../edition/streams.ts";
import type { Note } from "../../edition/text.ts";

/** Who speaks. The letters of a transcription are not the editor's: there, Markdown's accidents are errors. */
export type Voice = "transcription" | "commentary";

/** Tells the editor something. Without a mend, the rule's own. */
export type Report = (rule: RuleId, place: Place, message: string, mend?: string) => void;

/** A page of the edition, on which a text and its fields will stand: their anchors must differ there. */
export interface Page {
  readonly report: Report;
  /** Files under `documents/images/`, as paths from `documents/`. */
  readonly images: ReadonlySet<string>;
  /** Streams of notes that labels may name. */
  readonly streams: Streams;
  /** Anchors of the page and where each stands first. */
  readonly anchors: Map<string, Place>;
}

/** A page with nothing on it yet. */
export function emptyPage(
  images: ReadonlySet<string>,
  report: Report,
  streams: Streams = standardStreams,
): Page {
  return { report, images, streams, anchors: new Map() };
}

/** What the parts of a text share while its tree is built. */
export interface Reading extends Page {
  /** The Markdown that is read. */
  readonly markdown: string;
  readonly placeAt: (offset: number) => Place;
  /** Whether a note is being read. */
  readonly inNote: boolean;
  /** Notes of the text, in the order of their definition. */
  readonly notes: Note[];
}
