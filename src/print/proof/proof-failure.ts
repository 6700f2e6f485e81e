import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";

/** Something that a printed reader does not show as it should. */
export interface ProofFailure {
  readonly rule: "print-text" | "print-note-page" | "print-number" | "print-font";
  /** The chunk that it belongs to; the reader as a whole where left out. */
  readonly chunk?: string;
  /** In a half sentence: `Doc. 5 ¶3 is cut off on page 12`. */
  readonly message: string;
  /** Where an editor wrote it, where that is known. */
  readonly place?: Place;
}

/** The failures as messages for the editor, each at its place or at the file of its chunk. */
export function failuresAsDiagnostics(
  failures: readonly ProofFailure[],
  placeOf: (chunk: string | undefined) => Place,
): readonly Diagnostic[] {
  return failures.map(({ rule, chunk, message, place }) =>
    diagnose(rule, place ?? placeOf(chunk), message),
  );
}

/** A few words of each text at the place where two begin to differ. */
export function firstDifference(expected: string, found: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 12), at + 24) || "nothing";
  return `“${around(expected)}” became “${around(found)}”`;
}
