import type { StateInline } from "markdown-it";
import { pushFinding } from "../finding.ts";
import { shorten } from "../shorten.ts";

/** Until where a bracket of citations reaches, so that the keys inside it are not reported again. */
const bracketEnds = new WeakMap<StateInline, number>();

/** `[@key, pp. 187–89]`: a citation of a work. It stays as words. */
export function bracketedCitation(state: StateInline, labelEnd: number): boolean {
  const words = state.src.slice(state.pos + 1, labelEnd);
  if (!/(?:^|[\s;(-])@[\w{]/.test(words)) return false;
  bracketEnds.set(state, labelEnd);
  pushFinding(state, {
    rule: "citation-unsupported",
    message: `a citation: ${shorten(`[${words}]`)}`,
    matters: "everywhere",
  });
  return true;
}

/** `@key` in running words. */
export function bareCitation(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== "@") return false;
  if (state.pos < (bracketEnds.get(state) ?? 0)) return false;
  const before = state.src[state.pos - 1] ?? " ";
  const key = /^@([\w][\w:.-]*\w|\w)/.exec(state.src.slice(state.pos, state.pos + 80))?.[0];
  if (key !== undefined && !/[\p{L}\p{N}]/u.test(before))
    pushFinding(state, {
      rule: "citation-unsupported",
      message: `a citation: ${key}`,
      matters: "in-commentary",
    });
  return false;
}
