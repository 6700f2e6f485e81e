import type { StateInline } from "markdown-it";
import type { RuleId } from "../../diagnostics/rules.ts";
import { type InlineMeta, inlineMeta } from "./placed-states.ts";
import type { Token } from "markdown-it";

/** Something that a rule of the Markdown noticed and that is judged where the tree is built. */
export interface Finding {
  readonly rule: RuleId;
  readonly message: string;
  readonly mend?: string;
  /** Whether it matters in every prose, or only in a transcription, whose letters are not the editor's. */
  readonly matters: "everywhere" | "in-transcription" | "in-commentary";
}

interface FindingMeta extends InlineMeta {
  readonly finding: Finding;
}

/** Leaves a finding in the line, at the state's position or another. */
export function pushFinding(state: StateInline, finding: Finding, at = state.pos): void {
  const token = state.push("finding", "", 0);
  const meta: FindingMeta = { at, finding };
  token.meta = meta;
}

/** The finding that a token carries. */
export function findingOf(token: Token): Finding {
  const meta: FindingMeta = token.meta;
  inlineMeta(token);
  return meta.finding;
}
