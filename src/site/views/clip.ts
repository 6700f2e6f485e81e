/** As many letters as a search engine shows of a description. */
const LONGEST = 200;

/** The beginning of some text, ended at a word if it has any: for descriptions in a page's head. */
export function clip(text: string): string {
  const words = text.replaceAll(/\s+/g, " ").trim();
  if (words.length <= LONGEST) return words;
  const space = words.lastIndexOf(" ", LONGEST - 1);
  const end = space > 0 ? space : LONGEST - 1;
  // Not between the halves of a letter that takes two units.
  return `${words.slice(0, end).replace(/[,;:.\uD800-\uDBFF]$/, "")}…`;
}
