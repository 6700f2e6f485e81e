/** `error`: the edition is not built. `warning`: it is built, and the editor is told. */
export type Severity = "error" | "warning";

/** One row of the catalogue. */
export interface Rule {
  readonly severity: Severity;
  /** An error whose lowering would lose or break something: `edition.yaml` cannot change it. */
  readonly fixed: boolean;
  /** What the rule is about, one sentence for the manual. */
  readonly summary: string;
  /** How it is usually mended, a half sentence without a full stop. */
  readonly mend: string;
}

/** A row for an error that no edition can lower. */
export const fixed = (summary: string, mend: string): Rule => ({
  severity: "error",
  fixed: true,
  summary,
  mend,
});

/** A row for an error. */
export const error = (summary: string, mend: string): Rule => ({
  severity: "error",
  fixed: false,
  summary,
  mend,
});

/** A row for a warning. */
export const warning = (summary: string, mend: string): Rule => ({
  severity: "warning",
  fixed: false,
  summary,
  mend,
});
