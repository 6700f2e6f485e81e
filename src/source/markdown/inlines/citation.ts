import type { StateInline, Token } from "markdown-it";
import { type WrittenCite, keyAt, readBehindKey, readBracket } from "../citation-syntax.ts";
import { pushFinding } from "../finding.ts";
import type { InlineMeta } from "../placed-states.ts";
import type { Trial } from "./brackets.ts";

/** What a citation's opening token says. */
export interface CitationMeta extends InlineMeta {
  readonly cites: readonly WrittenCite[];
  readonly inSentence: boolean;
  readonly written: string;
}

/** Until where a citation reaches whose words are being read, so that keys in it are no citations of their own. */
const citationEnds = new WeakMap<StateInline, number>();

/** `[see @key, pp. 187–89; @other]`. The words are read as such too: in a transcription they are the document's. */
export function bracketedCitation(state: StateInline, silent: boolean, labelEnd: number): Trial {
  if (isInside(state)) return "other";
  const reading = readBracket(state.src, state.pos + 1, labelEnd);
  if (reading.kind === "other") return "other";
  if (reading.kind === "wrong") {
    if (!silent) {
      const { message, mend } = reading;
      pushFinding(state, { rule: "citation-invalid", message, mend, matters: "everywhere" });
      // Its keys have been judged with it.
      citationEnds.set(state, labelEnd + 1);
    }
    return "reported";
  }
  if (silent) return "other";
  pushCitation(state, reading.cites, false, labelEnd + 1);
  return "found";
}

/** `@key` or `@key [p. 3]` in the running words. */
export function citationInSentence(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== "@" || isInside(state)) return false;
  const at = state.pos;
  const found = keyAt(state.src, at);
  if (!found || found.end > state.posMax) return false;
  const { key, end } = found;
  const alone: WrittenCite = { key, at, prefix: "", suffix: "", withoutAuthor: false };
  const behind = bracketBehind(state, alone, end);
  pushCitation(state, behind?.cites ?? [alone], true, behind?.end ?? end);
  return true;
}

/** The citation that a token opens. */
export function citationOf(token: Token): CitationMeta {
  const meta: CitationMeta = token.meta;
  return meta;
}

function isInside(state: StateInline): boolean {
  return state.pos < (citationEnds.get(state) ?? 0);
}

/** The bracket behind a key that says where in the work. */
function bracketBehind(
  state: StateInline,
  alone: WrittenCite,
  keyEnd: number,
): { readonly cites: readonly WrittenCite[]; readonly end: number } | undefined {
  const open = keyEnd + (/[ \n]/.test(state.src[keyEnd] ?? "") ? 1 : 0);
  if (state.src[open] !== "[" || state.src[open + 1] === "^") return undefined;
  const labelEnd = state.md.helpers.parseLinkLabel(state, open);
  if (labelEnd < 0 || /[({]/.test(state.src[labelEnd + 1] ?? "")) return undefined;
  const cites = readBehindKey(state.src, alone, open + 1, labelEnd);
  return cites && { cites, end: labelEnd + 1 };
}

function pushCitation(
  state: StateInline,
  cites: readonly WrittenCite[],
  inSentence: boolean,
  end: number,
): void {
  const { pos, posMax } = state;
  const written = state.src.slice(pos, end).replaceAll(/\s+/g, " ");
  const meta: CitationMeta = { at: pos, cites, inSentence, written };
  state.push("citation_open", "", 1).meta = meta;
  citationEnds.set(state, end);
  // The sign that makes it a citation is a letter among its words, as is the bracket's end.
  const closing = inSentence ? "" : "]";
  state.pending = state.src[pos] ?? "";
  state.pos = pos + 1;
  state.posMax = end - closing.length;
  state.md.inline.tokenize(state);
  state.pending += closing;
  state.pos = end;
  state.push("citation_close", "", -1);
  state.posMax = posMax;
}
