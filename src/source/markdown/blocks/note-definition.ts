import type { StateBlock, Token } from "markdown-it";
import type { BlockMeta } from "../placed-states.ts";

interface NoteMeta extends BlockMeta {
  readonly label: string;
}

const DEFINITION = /\[\^([^\]\s]+)\]:/y;

/** `[^label]: text`, with further paragraphs and lists indented by four spaces: the form of markdown-it-footnote and pandoc. */
export function noteDefinition(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const lineMark = state.bMarks[startLine] ?? 0;
  const shift = state.tShift[startLine] ?? 0;
  const column = state.sCount[startLine] ?? 0;
  if (column - state.blkIndent >= 4) return false;
  const at = lineMark + shift;
  DEFINITION.lastIndex = at;
  const [mark, label] = DEFINITION.exec(state.src) ?? [];
  if (mark === undefined || label === undefined) return false;
  if (silent) return true;

  const meta: NoteMeta = { at, label };
  state.push("note_open", "", 1).meta = meta;

  // The line goes on behind the mark as if it began there, at the indentation of the note's other lines.
  const from = at + mark.length;
  let position = from;
  while (/[ \t]/.test(state.src[position] ?? "")) position += 1;
  state.bMarks[startLine] = from;
  state.tShift[startLine] = position - from;
  state.blkIndent += 4;
  state.sCount[startLine] = state.blkIndent;
  const { parentType } = state;
  state.parentType = "reference";

  state.md.block.tokenize(state, startLine, endLine);

  state.parentType = parentType;
  state.blkIndent -= 4;
  state.bMarks[startLine] = lineMark;
  state.tShift[startLine] = shift;
  state.sCount[startLine] = column;
  state.push("note_close", "", -1);
  return true;
}

/** The label that a definition names. */
export function definedLabel(token: Token): string {
  const meta: NoteMeta = token.meta;
  return meta.label;
}
