/** Words as HTML. */
export function escapedWords(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An editor's words before and behind a citation, in which asterisks mean what they do elsewhere. */
export function richWords(words: string): string {
  return escapedWords(words).replaceAll(/\*([^*\s](?:[^*]*[^*\s])?)\*/gu, "<i>$1</i>");
}
