import type { Place } from "./place.ts";
import type { Severity } from "./rule.ts";
import { type RuleId, rules } from "./rules.ts";

/** One thing that an editor should know about: where, which rule, how severe, what, and how to mend it. */
export interface Diagnostic {
  readonly place: Place;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What is wrong, in a half sentence without a full stop: `no document "malinovski"`. */
  readonly message: string;
  /** How to mend it, in a half sentence without a full stop: `did you mean "malinovsky"?` */
  readonly mend: string;
}

/** Makes a diagnostic with the rule's default severity. `mend` may be left out where the rule's own way to mend says it. */
export function diagnose(
  rule: RuleId,
  place: Place,
  message: string,
  mend: string = rules[rule].mend,
): Diagnostic {
  return { place, rule, severity: rules[rule].severity, message, mend };
}

/** Order in which an editor reads them: by file, line, column, then rule and message, so that two runs agree. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** True where at least one diagnostic forbids to build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Severities an edition sets for itself, by rule: `{ "bracket-unclassified": "error" }`. */
export type SeverityChoices = Readonly<Partial<Record<RuleId, Severity | "off">>>;

/** Applies an edition's own severities: sets, drops what is `off`, and leaves rules alone that are fixed. Sorted, without exact doubles. */
export function applySeverities(
  diagnostics: readonly Diagnostic[],
  choices: SeverityChoices,
): readonly Diagnostic[] {
  const chosen: Diagnostic[] = [];
  for (const diagnostic of [...diagnostics].sort(byPlace)) {
    const choice = rules[diagnostic.rule].fixed ? undefined : choices[diagnostic.rule];
    if (choice === "off") continue;
    const previous = chosen.at(-1);
    if (previous && byPlace(previous, diagnostic) === 0) continue;
    chosen.push(choice ? { ...diagnostic, severity: choice } : diagnostic);
  }
  return chosen;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
