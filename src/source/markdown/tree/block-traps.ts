import type { Token } from "markdown-it";
import { blockMeta } from "../placed-states.ts";
import type { Reading, Voice } from "../reading.ts";
import type { Branch } from "./token-tree.ts";
import { type Words, placeIn } from "./words.ts";

/** What Markdown makes of a paragraph's lines elsewhere: link definitions that vanish, headings by a line below. */
export function checkLines(words: Words): void {
  const { content } = words;
  const { report } = words.reading;
  // Bounded: a label, a target, a title, each without a line of its own more than CommonMark gives it.
  const definition =
    /\[(?!\^)((?:\\.|[^[\]\\])+)\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)(?:[ \t]*\n?[ \t]*(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*(?:\n\s*|$)/y;
  for (;;) {
    const at = definition.lastIndex;
    const label = definition.exec(content)?.[1];
    if (label === undefined) break;
    report(
      "trap-link-definition",
      placeIn(words, at),
      `[${label}]: is a link definition in Markdown and vanishes from the page`,
      `write \\[${label}\\]: or [${label}]{.remark}:`,
    );
  }
  const underline = /\n([ \t]*)(=+|-+)[ \t]*(?=\n|$)/g;
  for (const match of content.matchAll(underline))
    report(
      "trap-heading",
      placeIn(words, match.index + 1 + (match[1] ?? "").length),
      "a line of hyphens or equals signs makes a heading of the line above it",
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
  const closed = last.trimEnd().endsWith(fence.markup);
  if (!closed)
    reading.report(
      "trap-code",
      place,
      `code is opened and not closed`,
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
    const number = entry.token.info + entry.token.markup;
    const innerList =
      inner?.token.type === "ordered_list_open" || inner?.token.type === "bullet_list_open";
    if (!innerList || inner.token.map?.[0] !== entry.token.map?.[0]) continue;
    const shown = lineAt(reading, blockMeta(entry.token).at).slice(0, 20).trimEnd();
    const mended =
      entry.token.info === "" ? `\\${number}` : `${entry.token.info}\\${entry.token.markup}`;
    reading.report(
      "trap-list",
      reading.placeAt(blockMeta(entry.token).at),
      `“${shown}” becomes a list in a list`,
      `put a backslash before the sign that makes it one: ${mended}`,
    );
  }
}

function lineAt(reading: Reading, at: number): string {
  const end = reading.markdown.indexOf("\n", at);
  return reading.markdown.slice(at, end < 0 ? undefined : end);
}
