import type { StateInline, Token } from "markdown-it";
import { type InlineMeta, inlineMeta } from "../placed-states.ts";

/** An asterisk or underscore that may open or close emphasis. */
interface MarkMeta extends InlineMeta {
  /** Whether it could have, in another company. */
  readonly couldMark: boolean;
}

/** `*` and `_`: each mark gets a token of its own, of which markdown-it makes emphasis where two match. */
export function emphasisMarks(state: StateInline, silent: boolean): boolean {
  const letter = state.src[state.pos];
  if (silent || (letter !== "*" && letter !== "_")) return false;
  const scanned = state.scanDelims(state.pos, letter === "*");
  for (let index = 0; index < scanned.length; index += 1) {
    const token = state.push("text", "", 0);
    token.content = letter;
    const couldMark = letter === "*" || scanned.can_open || scanned.can_close;
    const meta: MarkMeta = { at: state.pos + index, couldMark };
    token.meta = meta;
    state.delimiters.push({
      marker: letter.charCodeAt(0),
      length: scanned.length,
      token: state.tokens.length - 1,
      end: -1,
      open: scanned.can_open,
      close: scanned.can_close,
    });
  }
  state.pos += scanned.length;
  return true;
}

/** Whether a token of words is a mark that was meant as one, or could be taken for one, and matched none. */
export function isLoneMark(token: Token): boolean {
  const meta: InlineMeta & Partial<MarkMeta> = inlineMeta(token);
  return meta.couldMark === true && token.type === "text" && token.content !== "";
}
