import type { StateInline, Token } from "markdown-it";
import type { InlineMeta } from "../placed-states.ts";

interface NoteCallMeta extends InlineMeta {
  readonly label: string;
}

const CALL = /\[\^([^\]\s]+)\]/y;

/** `[^label]`: the place at which a note is called, whether the note is there or not. */
export function noteCall(state: StateInline, silent: boolean): boolean {
  CALL.lastIndex = state.pos;
  const [call, label] = CALL.exec(state.src) ?? [];
  if (call === undefined || label === undefined || state.pos + call.length > state.posMax)
    return false;
  if (!silent) {
    const meta: NoteCallMeta = { at: state.pos, label };
    state.push("note_call", "", 0).meta = meta;
  }
  state.pos += call.length;
  return true;
}

/** The label that a call names. */
export function calledLabel(token: Token): string {
  const meta: NoteCallMeta = token.meta;
  return meta.label;
}
