import type { StateBlock, Token } from "markdown-it";
import { type Attributes, readAttributes } from "../attributes.ts";
import type { BlockMeta } from "../placed-states.ts";

/** What the opening line of a division says. */
export interface DivisionMeta extends BlockMeta {
  /** Behind the colons, as written. */
  readonly written: string;
  /** Nothing where they cannot be read. */
  readonly attributes: Attributes | undefined;
}

/**
 * Pandoc's fenced divs: `::: {.entry date=1962-06-10}` or `::: entry`, and `:::`.
 * Each line gives one token; the tree puts together what belongs together, and
 * can so name each line that is without its companion.
 */
export function division(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const at = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const line = state.src.slice(at, state.eMarks[startLine]);
  const [, colons, written] = /^(:{3,})[ \t]*(.*?)[ \t]*(?::{3,}[ \t]*)?$/.exec(line) ?? [];
  if (colons === undefined || written === undefined) return false;
  if (silent) return true;

  const token = state.push(written === "" ? "division_close" : "division_open", "", 0);
  token.map = [startLine, startLine + 1];
  const from = line.indexOf(written, colons.length);
  const meta: DivisionMeta = {
    at,
    written,
    attributes: attributesOf(state.src, at + from, written),
  };
  token.meta = meta;
  state.line = startLine + 1;
  return true;
}

/** What a division's opening line says, from its token. */
export function divisionMeta(token: Token): DivisionMeta {
  return token.meta;
}

function attributesOf(source: string, at: number, written: string): Attributes | undefined {
  const end = at + written.length;
  if (/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(written))
    return { at, end, classes: [{ text: written, at }], ids: [], pairs: [] };
  const attributes = readAttributes(source, at);
  return attributes?.end === end ? attributes : undefined;
}
