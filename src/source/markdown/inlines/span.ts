import type { StateInline, Token } from "markdown-it";
import { type Attributes, readAttributes } from "../attributes.ts";
import { type Finding, pushFinding } from "../finding.ts";
import type { InlineMeta } from "../placed-states.ts";
import { shorten } from "../shorten.ts";
import type { Trial } from "./brackets.ts";
import { pushAround } from "./push-around.ts";

interface SpanMeta extends InlineMeta {
  readonly attributes: Attributes;
}

/** `[words]{.class #id key=value}`: editorial acts, styles, languages, anchors, page breaks. */
export function span(state: StateInline, silent: boolean, labelEnd: number): Trial {
  if (state.src[labelEnd + 1] !== "{") return "other";
  const attributes = readAttributes(state.src, labelEnd + 1);
  if (!attributes || attributes.end > state.posMax) {
    if (!silent) reportUnreadable(state, labelEnd + 1);
    return "reported";
  }
  if (!silent) {
    const meta: SpanMeta = { at: state.pos, attributes };
    pushAround(state, "span", meta, state.pos + 1, labelEnd);
  }
  state.pos = attributes.end;
  return "found";
}

/** The attributes of a span, from its opening token. */
export function spanAttributes(token: Token): Attributes {
  const meta: SpanMeta = token.meta;
  return meta.attributes;
}

function reportUnreadable(state: StateInline, brace: number): void {
  const rest = state.src.slice(brace, state.posMax);
  const [shown, inside = ""] = /^\{([^{}\n]*)\}/.exec(rest) ?? [];
  const bare = /^\s*([a-z]+)\b/.exec(inside)?.[1];
  const finding: Finding = {
    rule: "attribute-invalid",
    message:
      shown === undefined
        ? "a brace behind a bracket that is not closed"
        : `attributes that cannot be read: ${shorten(shown)}`,
    ...(bare === undefined ? {} : { mend: `write {.${bare}} with a full stop before the name` }),
    matters: "everywhere",
  };
  pushFinding(state, finding, brace);
}
