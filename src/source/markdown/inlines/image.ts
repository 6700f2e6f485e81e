import type { StateInline, Token } from "markdown-it";
import type { InlineMeta } from "../placed-states.ts";
import { type Destination, readDestination } from "./destination.ts";

interface ImageMeta extends InlineMeta {
  readonly destination: Destination;
}

/** `![what it shows](images/map.png "caption")`. */
export function image(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("![", state.pos)) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  const destination = labelEnd < 0 ? undefined : readDestination(state, labelEnd + 1);
  if (!destination) return false;
  if (!silent) {
    const token = state.push("image", "", 0);
    token.content = state.src.slice(state.pos + 2, labelEnd);
    const meta: ImageMeta = { at: state.pos, destination };
    token.meta = meta;
  }
  state.pos = destination.end;
  return true;
}

/** Where an image lies, from its token. */
export function imageDestination(token: Token): Destination {
  const meta: ImageMeta = token.meta;
  return meta.destination;
}
