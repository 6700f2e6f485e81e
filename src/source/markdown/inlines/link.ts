import type { StateInline, Token } from "markdown-it";
import { pushFinding } from "../finding.ts";
import type { InlineMeta } from "../placed-states.ts";
import type { Trial } from "./brackets.ts";
import { type Destination, readDestination } from "./destination.ts";
import { pushAround } from "./push-around.ts";

interface LinkMeta extends InlineMeta {
  readonly destination: Destination;
}

/** `[words](target)`. Titles are read, so that they can be refused. */
export function link(state: StateInline, silent: boolean, labelEnd: number): Trial {
  if (state.src[labelEnd + 1] !== "(") return "other";
  const destination = readDestination(state, labelEnd + 1);
  if (!destination) {
    const looksMeant = /^\((?:#|\w+:)/.test(state.src.slice(labelEnd + 1, labelEnd + 12));
    if (!looksMeant) return "other";
    if (!silent)
      pushFinding(state, {
        rule: "link-invalid",
        message: "a link whose target cannot be read",
        mend: "write the target without spaces: [text](#id)",
        matters: "everywhere",
      });
    return "reported";
  }
  if (!silent) {
    const meta: LinkMeta = { at: state.pos, destination };
    pushAround(state, "link", meta, state.pos + 1, labelEnd);
  }
  state.pos = destination.end;
  return "found";
}

/** Where a link leads, from its opening token. */
export function destinationOf(token: Token): Destination {
  const meta: LinkMeta = token.meta;
  return meta.destination;
}
