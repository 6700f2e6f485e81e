import type { StateInline } from "markdown-it";
import { pushFinding } from "../finding.ts";
import { bracketedCitation } from "./citation.ts";
import { link } from "./link.ts";
import { noteCall } from "./note-call.ts";
import { span } from "./span.ts";

/** What a bracket with words in it may be, tried in this order. */
const forms: readonly ((state: StateInline, silent: boolean, labelEnd: number) => boolean)[] = [
  link,
  span,
];

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
  if (forms.some((form) => form(state, silent, labelEnd))) return true;
  if (!silent && !bracketedCitation(state, silent, labelEnd)) pushBracket(state, labelEnd);
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
  else pushUnclassified(state, `a bracket that does not say whose it is: ${shorten(words)}`);
}

function pushUnclassified(state: StateInline, message: string): void {
  pushFinding(state, { rule: "bracket-unclassified", message, matters: "in-transcription" });
}

function shorten(words: string): string {
  const line = words.replaceAll(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 38)}…]`;
}
