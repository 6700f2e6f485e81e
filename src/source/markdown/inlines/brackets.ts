import type { StateInline } from "markdown-it";
import { pushFinding } from "../finding.ts";
import { shorten } from "../shorten.ts";
import { bracketedCitation } from "./citation.ts";
import { link } from "./link.ts";
import { noteCall } from "./note-call.ts";
import { span } from "./span.ts";

/** What a bracket with words in it may be, tried in this order. */
const forms: readonly ((state: StateInline, silent: boolean, labelEnd: number) => Trial)[] = [
  link,
  span,
  bracketedCitation,
];

/** What came of trying a form: it is this one, it was meant to be and has been reported, or it is another. */
export type Trial = "found" | "reported" | "other";

/**
 * Everything that begins with `[`. The bracket's end is looked for once and given to each form:
 * forms that look for themselves take quadratic time on a page of open brackets.
 */
export function brackets(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "[") return false;
  if (noteCall(state, silent)) return true;
  const labelEnd = state.md.helpers.parseLinkLabel(state, state.pos);
  if (labelEnd < 0) {
    if (!silent) pushUnclassified(state, "a bracket that is not closed");
    return false;
  }
  for (const form of forms) {
    const trial = form(state, silent, labelEnd);
    if (trial !== "other") return trial === "found";
  }
  if (!silent) pushBracket(state, labelEnd);
  return false;
}

function pushBracket(state: StateInline, labelEnd: number): void {
  const words = state.src.slice(state.pos, labelEnd + 1);
  if (words.startsWith("[^"))
    pushFinding(state, {
      rule: "note-undefined",
      message: `a note’s label has no spaces: ${shorten(words)}`,
      mend: "write a label without spaces",
      matters: "everywhere",
    });
  else if (!/^ +\{[.#]/.test(state.src.slice(labelEnd + 1, labelEnd + 9)))
    // Attributes behind a space are reported as such.
    pushUnclassified(state, `a bracket that does not say whose it is: ${shorten(words)}`);
}

function pushUnclassified(state: StateInline, message: string): void {
  pushFinding(state, { rule: "bracket-unclassified", message, matters: "in-transcription" });
}
