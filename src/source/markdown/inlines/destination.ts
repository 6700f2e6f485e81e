import type { StateInline } from "markdown-it";

/** What stands in the round brackets of a link or an image: `(target "title")`. */
export interface Destination {
  readonly target: string;
  readonly targetAt: number;
  readonly title: string;
  readonly titleAt: number;
  /** Offset behind the closing bracket. */
  readonly end: number;
}

/** Reads a destination whose round bracket stands at an offset; nothing where it is none. */
export function readDestination(state: StateInline, at: number): Destination | undefined {
  if (state.src[at] !== "(") return undefined;
  const { parseLinkDestination, parseLinkTitle } = state.md.helpers;
  const targetAt = skipSpace(state, at + 1);
  const nothing = { ok: true, str: "", pos: targetAt };
  const target =
    state.src[targetAt] === ")" ? nothing : parseLinkDestination(state.src, targetAt, state.posMax);
  if (!target.ok) return undefined;

  let titleAt = skipSpace(state, target.pos);
  let end = titleAt;
  let words = "";
  if (titleAt > target.pos) {
    const title = parseLinkTitle(state.src, titleAt, state.posMax);
    if (title.ok) {
      words = title.str.replaceAll(/(?<![ \t])[ \t]*\n[ \t]*/g, " ");
      end = skipSpace(state, title.pos);
    }
  } else titleAt = target.pos;
  if (end >= state.posMax || state.src[end] !== ")") return undefined;
  return { target: target.str, targetAt, title: words, titleAt, end: end + 1 };
}

function skipSpace(state: StateInline, from: number): number {
  let at = from;
  while (at < state.posMax && /[ \t\n]/.test(state.src[at] ?? "")) at += 1;
  return at;
}
