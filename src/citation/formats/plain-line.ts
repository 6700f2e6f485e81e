/** Words on one line: what breaks lines, and what no program can show, is a space. */
export function plainLine(words: string): string {
  const line = NOT_PLAIN.test(words) ? words.replaceAll(SPACES, " ") : words;
  return line.trim();
}

/** Few words have any of this, and to look for it is quicker than to replace every space by itself. */
const NOT_PLAIN = /[^\S ]| {2}|[\p{Cc}\p{Zl}\p{Zp}]/u;
const SPACES = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
