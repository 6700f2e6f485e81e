import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../../diagnostics/report.ts";

/** What is worth saying again while an edition is being written: every error, but a warning only when it comes. */
export class News {
  #known: ReadonlySet<string> = new Set();

  /** Of all that there is to say now, what has not been said before. */
  of(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const before = this.#known;
    this.#known = new Set(diagnostics.map(formatDiagnostic));
    return diagnostics.filter(
      (diagnostic) => diagnostic.severity === "error" || !before.has(formatDiagnostic(diagnostic)),
    );
  }
}
