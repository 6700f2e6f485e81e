import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../diagnostics/report.ts";
import type { Voice } from "./terminal.ts";

/** Says each diagnostic on its line, its severity in colour where colours are shown. */
export function sayDiagnostics(voice: Voice, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { severity } = diagnostic;
    const inked = voice.ink(severity === "error" ? "red" : "yellow", severity);
    // Only the first: a file's name or a message may hold the same word.
    voice.say(formatDiagnostic(diagnostic).replace(` ${severity} `, ` ${inked} `));
  }
}
