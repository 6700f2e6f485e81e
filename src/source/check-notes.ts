import { suggest } from "../diagnostics/suggest.ts";
import { streamOfLabel } from "../edition/streams.ts";
import type { Note, NoteCall } from "../edition/text.ts";
import { walk } from "../edition/walk.ts";
import type { ReadText } from "./markdown/read-markdown.ts";
import type { Page } from "./markdown/reading.ts";
import { reportStream } from "./markdown/tree/notes.ts";

/** Above so many notes that are never called, a call that has no note is not compared with them. */
const MOST_COMPARED = 200;

/** A text whose notes have been brought together with their calls. */
export interface CheckedText extends ReadText {
  /** Labels of source notes that are never called. In a document they belong to its head; elsewhere there is none. */
  readonly headNotes: readonly string[];
}

/** Brings the calls and definitions of a file's notes together. Of notes with one label the first counts. */
export function checkNotes({ blocks, notes }: ReadText, page: Page, hasHead: boolean): CheckedText {
  const { report, streams } = page;
  const defined = new Map<string, Note>();
  for (const note of notes) {
    const first = defined.get(note.label);
    if (first)
      report(
        "note-defined-twice",
        note.place,
        `the note [^${note.label}] is already defined in line ${first.place.line}`,
      );
    else defined.set(note.label, note);
  }

  const called = new Map<string, NoteCall>();
  for (const node of walk(blocks)) {
    if (node.type !== "note-call") continue;
    const first = called.get(node.label);
    if (first)
      report(
        "note-called-twice",
        node.place,
        `the note [^${node.label}] is already called in line ${first.place.line}`,
      );
    else called.set(node.label, node);
  }
  const inNotes = new Set<string>();
  for (const note of notes)
    for (const node of walk(note.blocks))
      if (node.type === "note-call") {
        inNotes.add(node.label);
        report(
          "note-in-note",
          node.place,
          `the note [^${node.label}] is called inside the note [^${note.label}]`,
        );
      }

  const free = [...defined.keys()].filter((label) => !called.has(label));
  const answered = new Set<string>();
  for (const [label, call] of called) {
    if (defined.has(label)) continue;
    // To compare each with each would take minutes where a whole book's notes are missing.
    const near = free.length > MOST_COMPARED ? undefined : suggest(label, free);
    if (near !== undefined) answered.add(near);
    reportUndefined(call, near, page);
  }
  const headNotes: string[] = [];
  for (const { label, stream, place } of defined.values()) {
    // A note whose label a call has nearly right, one in another note, or one of no stream has been reported there.
    if (
      called.has(label) ||
      inNotes.has(label) ||
      answered.has(label) ||
      !streamOfLabel(label, streams)
    )
      continue;
    if (hasHead && stream === "source") {
      headNotes.push(label);
      continue;
    }
    report(
      "note-unused",
      place,
      `the note [^${label}] is never called`,
      `call it in the text: [^${label}]`,
    );
  }
  return { blocks, notes: [...defined.values()], headNotes };
}

function reportUndefined(call: NoteCall, near: string | undefined, page: Page): void {
  const { report, streams } = page;
  if (near !== undefined)
    report("note-undefined", call.place, `no note [^${call.label}]`, `did you mean [^${near}]?`);
  else if (streamOfLabel(call.label, streams))
    report(
      "note-undefined",
      call.place,
      `no note [^${call.label}]`,
      `write the note: [^${call.label}]: Its text.`,
    );
  else reportStream(call.label, call.place, page);
}
