/** Words on one line: what breaks lines, and what no program can show, is a space. */
export function plainLine(words: string): string {
  return words.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
