import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { NumberedNote } from "../apparatus.ts";
import type { Check } from "../checks.ts";

/** Notes of two streams that a reader cannot tell by their marks: `1` of the editor's and `1` of a stream of the edition's own. Said once for each two streams of a text. */
export const markedAlike: Check = ({ survey }) =>
  [...survey.occurrences.values()].flatMap(({ notes }) => {
    const said = new Set<string>();
    const first = new Map<string, NumberedNote>();
    return notes.flatMap((numbered): readonly Diagnostic[] => {
      const { mark, note, stream } = numbered;
      const other = first.get(mark);
      if (!other) first.set(mark, numbered);
      if (!other || other.stream.name === stream.name) return [];
      if (said.has(`${stream.name} ${other.stream.name}`)) return [];
      said.add(`${stream.name} ${other.stream.name}`).add(`${other.stream.name} ${stream.name}`);
      const message = `"${mark}" calls a note of the stream "${stream.name}" here and one of "${other.stream.name}" in line ${other.note.place.line}`;
      return [diagnose("note-marks-alike", note.place, message)];
    });
  });
