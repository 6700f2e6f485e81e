import type { StateInline } from "markdown-it";
import type { InlineMeta } from "../placed-states.ts";

/** The end of a line inside a paragraph: a new line where two spaces stand before it, otherwise a space. */
export function newline(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "\n") return false;
  if (!silent) {
    const pending = state.pending;
    const words = pending.replace(/ +$/, "");
    // The words are put down here, since the state reckons their place from their length.
    if (words !== "") {
      state.pending = words;
      const meta: InlineMeta = { at: state.pos - pending.length };
      state.pushPending().meta = meta;
    }
    state.pending = "";
    const spaces = pending.length - words.length;
    const meta: InlineMeta = { at: state.pos - spaces };
    state.push(spaces >= 2 ? "hardbreak" : "softbreak", "br", 0).meta = meta;
  }
  state.pos += 1;
  while (state.src[state.pos] === " " || state.src[state.pos] === "\t") state.pos += 1;
  return true;
}
