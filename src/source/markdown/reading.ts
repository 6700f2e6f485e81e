import type { Place } from "../../diagnostics/place.ts";
import type { RuleId } from "../../diagnostics/rules.ts";
import type { Note } from "../../edition/text.ts";

/** Who speaks. The letters of a transcription are not the editor's: there, Markdown's accidents are errors. */
export type Voice = "transcription" | "commentary";

/** Tells the editor something. Without a mend, the rule's own. */
export type Report = (rule: RuleId, place: Place, message: string, mend?: string) => void;

/** What the parts of a file's text share while its tree is built. */
export interface Reading {
  /** The Markdown that is read. */
  readonly markdown: string;
  readonly placeAt: (offset: number) => Place;
  readonly report: Report;
  /** Files under `documents/images/`, as paths from `documents/`. */
  readonly images: ReadonlySet<string>;
  /** Anchors of the file and where each stands first. */
  readonly anchors: Map<string, Place>;
  /** Notes of the file, in the order of their definition. */
  readonly notes: Note[];
}
