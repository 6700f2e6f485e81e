import type { Diagnostic } from "./diagnostic.ts";

/** A diagnostic on one line: `documents/x.md:12:8 error reference-unknown: no document "malinovski"; did you mean "malinovsky"?` */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { place, severity, rule, message, mend } = diagnostic;
  return `${place.file}:${place.line}:${place.column} ${severity} ${rule}: ${message}; ${mend}`;
}

/** `3 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const warnings = diagnostics.length - errors;
  return `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`;
}

/** All diagnostics for editors' tools: an object of `diagnostics` (flat rows), `errors` and `warnings` (counts). */
export function diagnosticsAsJson(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map(({ place, rule, severity, message, mend }) => ({
    file: place.file,
    line: place.line,
    column: place.column,
    severity,
    rule,
    message,
    mend,
  }));
  const errors = rows.filter((row) => row.severity === "error").length;
  return JSON.stringify({ diagnostics: rows, errors, warnings: rows.length - errors }, null, 2);
}
