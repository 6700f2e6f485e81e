/** Words of a source as a message shows them: in one line, and no longer than one is read at a glance. */
export function shorten(words: string, longest = 40): string {
  const line = words.replaceAll(/\s+/g, " ").trim();
  if (line.length <= longest) return line;
  const bracket = /[\])}>]$/.exec(line)?.[0] ?? "";
  return `${line.slice(0, longest - 1 - bracket.length).trimEnd()}…${bracket}`;
}
