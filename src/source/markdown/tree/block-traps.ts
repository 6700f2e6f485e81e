import type { Token } from "markdown-it";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import { shorten } from "../shorten.ts";
import type { Branch } from "./token-tree.ts";
import { type Words, placeIn } from "./words.ts";

/** A line of signs below a line of words, which elsewhere makes a heading. */
export function checkUnderlines(words: Words): void {
  const underline = /\n([ \t]*)(=+|-+)[ \t]*(?=\n|$)/g;
  for (const match of words.content.matchAll(underline))
    words.reading.report(
      "trap-heading",
      placeIn(words, match.index + 1 + (match[1] ?? "").length),
      "a line of hyphens or equals signs makes a heading of the line above it",
    );
}

/** `> one` with `two` in the next line: both are the quotation's. So it is with lists and notes. */
export function checkLazyLine(paragraph: Branch, reading: Reading, voice: Voice): void {
  const words = paragraph.branches[0]?.token;
  const at = words && blockMeta(words).lazyAt;
  if (at === undefined || (voice === "commentary" && !reading.inNote)) return;
  reading.report(
    "line-continued",
    reading.placeAt(at),
    `a line goes on in the ${reading.inNote ? "note" : "list or quotation"} above it without its indentation`,
  );
}

/** Lines of three hyphens under a paragraph, and rules that were never meant as rules. */
export function checkRule(
  reading: Reading,
  voice: Voice,
  rule: Token,
  previous: Token | undefined,
): void {
  const place = reading.placeAt(blockMeta(rule).at);
  const line = lineAt(reading, blockMeta(rule).at);
  if (
    previous?.type === "paragraph_open" &&
    previous.map?.[1] === rule.map?.[0] &&
    /^-+\s*$/.test(line)
  )
    reading.report("trap-heading", place, "a line of hyphens makes a heading of the line above it");
  else if (voice === "transcription" && !rule.markup.startsWith("-")) {
    const mark = rule.markup.startsWith("*") ? "asterisks" : "underscores";
    reading.report("trap-rule", place, `a line of ${mark} becomes a rule`);
  }
}

/** Fenced code: in a transcription never meant; anywhere, a fence that is not closed takes all that follows. */
export function checkFence(reading: Reading, voice: Voice, fence: Token): void {
  const { at } = blockMeta(fence);
  const place = reading.placeAt(at);
  const lines = reading.markdown
    .slice(at)
    .split("\n", (fence.map?.[1] ?? 0) - (fence.map?.[0] ?? 0));
  const last = lines.length > 1 ? (lines.at(-1) ?? "") : "";
  const closed = /^[\s>]*(`+|~+)\s*$/.exec(last)?.[1]?.startsWith(fence.markup) ?? false;
  if (!closed)
    reading.report(
      "trap-code",
      place,
      "code is opened and not closed",
      `close it with a line of ${fence.markup}`,
    );
  else if (voice === "transcription")
    reading.report(
      "trap-code",
      place,
      `lines between ${fence.markup} become code`,
      "put a backslash before the first of these signs",
    );
}

/** Dates and asterisks at the beginning of a line, which make lists. */
export function checkList(reading: Reading, voice: Voice, list: Branch): void {
  if (voice !== "transcription") return;
  const place = reading.placeAt(blockMeta(list.token).at);
  if (list.token.markup === "*") {
    reading.report(
      "trap-list",
      place,
      "an asterisk at the beginning of a line makes a list",
      "put a backslash before it: \\*; or write the list with hyphens",
    );
    return;
  }
  for (const entry of list.branches) {
    const [inner] = entry.branches;
    if (!inner || inner.token.map?.[0] !== entry.token.map?.[0]) continue;
    if (!/^(?:ordered|bullet)_list_open$/.test(inner.token.type)) continue;
    // In “- 5. May” the number was not meant, in “25. 5. 62” the first of them.
    const wrong =
      inner.token.type === "ordered_list_open" && entry.token.info === ""
        ? (inner.branches[0] ?? entry)
        : entry;
    const { info, markup } = wrong.token;
    reading.report(
      "trap-list",
      reading.placeAt(blockMeta(wrong.token).at),
      `"${shorten(lineAt(reading, blockMeta(entry.token).at), 24)}" becomes a list in a list`,
      `put a backslash before the sign that makes it one: ${info}\\${markup}`,
    );
  }
}

/** A paragraph behind a note that is indented, but not by the four spaces that would make it the note's. */
export function checkBehindNote(
  reading: Reading,
  branch: Branch,
  previous: Branch | undefined,
): void {
  if (previous?.token.type !== "note_open" || branch.token.type !== "paragraph_open") return;
  const words = branch.branches[0]?.token;
  const at = (words && blockMeta(words).starts?.[0]) ?? 0;
  const place = reading.placeAt(at);
  if (place.column > reading.placeAt(blockMeta(previous.token).at).column)
    reading.report(
      "trap-note",
      place,
      "an indented paragraph that does not belong to the note above it",
    );
}

function lineAt(reading: Reading, at: number): string {
  const end = reading.markdown.indexOf("\n", at);
  return reading.markdown.slice(at, end < 0 ? undefined : end);
}
