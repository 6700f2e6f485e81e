import type { StateBlock, Token } from "markdown-it";

/** Four leading spaces, code elsewhere. Here the words stay a paragraph, and the line is reported. */
export function indented(state: StateBlock, startLine: number): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
    state.push("trap_indented", "", 0).map = [startLine, startLine + 1];
  return false;
}

/** How deep quotations, lists and notes may stand in one another: far more than any text has. */
const DEEPEST = 40;

/** What is nested deeper than markdown-it would follow becomes a paragraph of its own marks and words, and is reported. */
export function tooDeep(state: StateBlock, startLine: number, endLine: number): boolean {
  if (state.level < DEEPEST) return false;
  let next = startLine + 1;
  while (next < endLine && !state.isEmpty(next)) next += 1;
  state.line = next;
  state.push("trap_too_deep", "", 0).map = [startLine, next];
  const open: Token = state.push("paragraph_open", "p", 1);
  open.map = [startLine, next];
  const words = state.push("inline", "", 0);
  words.map = [startLine, next];
  words.content = state.getLines(startLine, next, state.blkIndent, false).trim();
  words.children = [];
  state.push("paragraph_close", "p", -1);
  return true;
}
