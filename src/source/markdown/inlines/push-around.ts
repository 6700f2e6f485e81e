import type { StateInline } from "markdown-it";
import type { InlineMeta } from "../placed-states.ts";

/** Puts down `name_open`, what stands between two offsets, and `name_close`. The position is then behind the words; the rule moves it on. */
export function pushAround(
  state: StateInline,
  name: string,
  meta: InlineMeta,
  from: number,
  to: number,
): void {
  const wholeEnd = state.posMax;
  state.push(`${name}_open`, "", 1).meta = meta;
  state.pos = from;
  state.posMax = to;
  state.md.inline.tokenize(state);
  state.push(`${name}_close`, "", -1);
  state.posMax = wholeEnd;
}
