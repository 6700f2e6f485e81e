/** The beginning of some text, at most about 200 letters, ended at a word: for descriptions in a page's head. */
export function clip(text: string): string {
  const words = text.replaceAll(/\s+/g, " ").trim();
  if (words.length <= 200) return words;
  return `${words.slice(0, words.lastIndexOf(" ", 199)).replace(/[,;:.]$/, "")}…`;
}
