import type { StateInline } from "markdown-it";
import { readAttributes } from "../attributes.ts";
import { pushFinding } from "../finding.ts";
import { shorten } from "../shorten.ts";

/*
 * Forms that mean something elsewhere, or to other readers of Markdown, and
 * nothing where they stand. They stay as words, and the editor is told.
 */

/** `{.gap}` behind nothing, or behind a space. */
export function strayAttributes(state: StateInline, silent: boolean): boolean {
  if (silent || state.src[state.pos] !== "{") return false;
  const attributes = readAttributes(state.src, state.pos);
  if (attributes && attributes.classes.length + attributes.ids.length > 0)
    pushFinding(state, {
      rule: "attribute-invalid",
      message: `attributes that belong to nothing: ${shorten(state.src.slice(state.pos, attributes.end))}`,
      mend: "put the words in brackets directly before the brace: [words]{.act}",
      matters: "everywhere",
    });
  return false;
}

/** `^[a note in the running text]`, pandoc's, which Scholium does not read. */
export function strayNote(state: StateInline, silent: boolean): boolean {
  if (!silent && state.src.startsWith("^[", state.pos))
    pushFinding(state, {
      rule: "note-undefined",
      message: "a note in the running text",
      mend: "write [^1] here and the note in a paragraph of its own: [^1]: Its text.",
      matters: "everywhere",
    });
  return false;
}

/** Lines in which tildes have been opened and not closed: a pair is reported once. */
const openTildes = new WeakSet<StateInline>();

/** `~~words~~`, which other readers of Markdown strike out. */
export function strayTildes(state: StateInline, silent: boolean): boolean {
  if (silent || !state.src.startsWith("~~", state.pos) || state.src[state.pos - 1] === "~")
    return false;
  if (openTildes.delete(state)) return false;
  openTildes.add(state);
  pushFinding(state, {
    rule: "trap-emphasis",
    message: "two tildes strike nothing out",
    mend: "write [words]{.del} for what is struck out, or \\~\\~",
    matters: "everywhere",
  });
  return false;
}

/** `<!--` whose end does not stand in the same paragraph. */
export function strayComment(state: StateInline, silent: boolean): boolean {
  if (!silent && state.src.startsWith("<!--", state.pos))
    pushFinding(state, {
      rule: "trap-html",
      message: "a comment that is not closed in its paragraph",
      mend: "close it with -->, or begin it on a line of its own",
      matters: "everywhere",
    });
  return false;
}
