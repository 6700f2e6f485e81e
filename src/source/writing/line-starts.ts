/*
 * What stands at the beginning of a line may make Markdown of it. There are two answers: a
 * backslash where a line must begin so, and no line's end before it where lines are wrapped.
 */

/** One way in which words at the beginning of a line are misread, and the offset at which a backslash prevents it. */
interface LineStart {
  readonly pattern: RegExp;
  readonly backslashAt: (match: RegExpExecArray) => number;
}

const lineStarts: readonly LineStart[] = [
  // A heading.
  { pattern: /^#{1,6}(?=[ \t]|$)/, backslashAt: () => 0 },
  // A quotation; a division.
  { pattern: /^>|^:::/, backslashAt: () => 0 },
  // An entry of a list; a definition.
  { pattern: /^[-+:~](?=[ \t]|$)/, backslashAt: () => 0 },
  // A rule, the line under a heading, the second line of a table.
  { pattern: /^[-=|:][-=|: \t]*$/, backslashAt: () => 0 },
  // A date or a year that makes a numbered list.
  { pattern: /^(\d{1,9})[.)](?=[ \t]|$)/, backslashAt: (match) => (match[1] ?? "").length },
];

/** Where words at the beginning of a line need a backslash; nothing where they are words as they are. */
export function backslashAtStart(words: string): number | undefined {
  for (const { pattern, backslashAt } of lineStarts) {
    const match = pattern.exec(words);
    if (match) return backslashAt(match);
  }
  return undefined;
}

/** Whether a line may begin with a word of finished Markdown without being read as anything but a line. */
export function mayBeginLine(word: string): boolean {
  return !/^(?:[-+=|:~>#\]}),.;]|`{3}|\d{1,9}[.)](?:\s|$)|\[\^)/.test(word);
}
