import { didYouMean } from "../diagnostics/suggest.ts";
import { streamOfLabel } from "../edition/streams.ts";
import type { Note, NoteCall } from "../edition/text.ts";
import { walk } from "../edition/walk.ts";
import type { ReadText } from "./markdown/read-markdown.ts";
import type { Report } from "./markdown/reading.ts";

/**
 * Brings calls and definitions of a file's notes together. In what it returns
 * every call has its note, no two notes share a label, and no note calls one.
 */
export function checkNotes({ blocks, notes }: ReadText, report: Report): ReadText {
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

  for (const [label, call] of called)
    if (!defined.has(label)) reportUndefined(call, [...defined.keys()], called, report);
  for (const note of defined.values())
    if (!called.has(note.label) && !inNotes.has(note.label) && streamOfLabel(note.label))
      report(
        "note-unused",
        note.place,
        `the note [^${note.label}] is never called`,
        mendUnused(note.label, called, defined),
      );
  return { blocks, notes: [...defined.values()] };
}

function reportUndefined(
  call: NoteCall,
  labels: readonly string[],
  called: ReadonlyMap<string, NoteCall>,
  report: Report,
): void {
  const free = labels.filter((label) => !called.has(label));
  report(
    "note-undefined",
    call.place,
    `no note [^${call.label}]`,
    didYouMean(call.label, free, `write the note: [^${call.label}]: Its text.`),
  );
}

function mendUnused(
  label: string,
  called: ReadonlyMap<string, NoteCall>,
  defined: ReadonlyMap<string, Note>,
): string {
  const waiting = [...called.keys()].filter((other) => !defined.has(other));
  return didYouMean(label, waiting, `call it in the text: [^${label}]`);
}
