import {
  type Stream,
  type StreamName,
  type Streams,
  markOf,
  streamNamed,
} from "../edition/streams.ts";
import type { Note, NoteCall } from "../edition/text.ts";
import type { NumberedNote } from "./apparatus.ts";

/** Numbers the notes of one file while its calls are read in order. */
export interface NoteNumbers {
  /** Takes the next call; gives the note where this is its first. A call of nothing is passed over. */
  readonly call: (node: NoteCall) => NumberedNote | undefined;
  /** Takes a note that stands at the head, where no call leads to it. */
  readonly atHead: (note: Note) => NumberedNote;
  /** By the call's node. */
  readonly calls: ReadonlyMap<NoteCall, NumberedNote>;
  /** By label: those at the head, then in the order of the first calls. */
  readonly called: ReadonlyMap<string, NumberedNote>;
}

/** Begins to number notes: from 1 in each stream, in the order of their first calls. Of two notes with one label the first is meant. */
export function numberNotes(notes: readonly Note[], streams: Streams): NoteNumbers {
  const defined = new Map<string, Note>();
  for (const note of notes) {
    if (!defined.has(note.label)) defined.set(note.label, note);
  }
  const calls = new Map<NoteCall, NumberedNote>();
  const called = new Map<string, NumberedNote>();
  const lastOf = new Map<StreamName, number>();

  const call = (node: NoteCall): NumberedNote | undefined => {
    const note = defined.get(node.label);
    if (!note) return undefined;
    const known = called.get(note.label);
    const numbered = known ?? next(note);
    calls.set(node, numbered);
    return known ? undefined : numbered;
  };
  const next = (note: Note): NumberedNote => {
    const number = (lastOf.get(note.stream) ?? 0) + 1;
    const numbered = inStream(note, streamNamed(note.stream, streams), number);
    called.set(note.label, numbered);
    lastOf.set(note.stream, number);
    return numbered;
  };
  return { call, atHead: next, calls, called };
}

function inStream(note: Note, stream: Stream, number: number): NumberedNote {
  return { note, stream, number, id: `${stream.code}${number}`, mark: markOf(stream, number) };
}
