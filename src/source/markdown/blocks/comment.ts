import type { StateBlock, Token } from "markdown-it";
import { doubtIn } from "../doubt.ts";
import { type BlockMeta, blockMeta } from "../placed-states.ts";

interface DoubtMeta extends BlockMeta {
  readonly doubt: string;
}

/** Files in which no comment is closed from here on, so that a page of them is not searched again and again. */
const unclosed = new WeakSet<StateBlock>();

/** A comment that begins a line and ends one, over empty lines too. It is dropped, but for an importer's doubt. Within a paragraph it is markdown-it's. */
export function comment(state: StateBlock, startLine: number, endLine: number): boolean {
  const at = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("<!--", at)) return false;
  if (unclosed.has(state)) return false;
  const close = state.src.indexOf("-->", at + 4);
  if (close < 0) {
    unclosed.add(state);
    return false;
  }
  for (let line = startLine; line < endLine; line += 1) {
    const lineEnd = state.eMarks[line] ?? 0;
    if (lineEnd < close + 3) continue;
    if (state.src.slice(close + 3, lineEnd).trim() !== "") return false;
    state.line = line + 1;
    const doubt = doubtIn(state.src.slice(at, close + 3));
    if (doubt !== undefined) {
      const token = state.push("doubt", "", 0);
      token.map = [startLine, state.line];
      const meta: DoubtMeta = { ...blockMeta(token), doubt };
      token.meta = meta;
    }
    return true;
  }
  return false;
}

/** What a comment is doubtful about, from its token. */
export function doubtOf(token: Token): string {
  const meta: DoubtMeta = token.meta;
  return meta.doubt;
}
