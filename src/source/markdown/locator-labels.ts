/** What citations count by, as CSL calls it, and what may stand for it before a number. */
const labels: readonly (readonly [string, readonly string[]])[] = [
  ["page", ["page", "pages", "p.", "pp.", "p", "pp"]],
  ["paragraph", ["paragraph", "paragraphs", "para.", "paras.", "par.", "¶", "¶¶"]],
  ["note", ["note", "notes", "n.", "nn.", "fn."]],
  ["chapter", ["chapter", "chapters", "chap.", "chaps.", "ch."]],
  ["section", ["section", "sections", "sec.", "secs.", "§", "§§"]],
  ["part", ["part", "parts", "pt.", "pts."]],
  ["volume", ["volume", "volumes", "vol.", "vols."]],
  ["book", ["book", "books", "bk.", "bks."]],
  ["column", ["column", "columns", "col.", "cols."]],
  ["figure", ["figure", "figures", "fig.", "figs."]],
  ["folio", ["folio", "folios", "fol.", "fols."]],
  ["issue", ["number", "numbers", "no.", "nos."]],
  ["line", ["line", "lines", "l.", "ll."]],
  ["opus", ["opus", "op."]],
  ["sub-verbo", ["s.v.", "s.vv."]],
  ["table", ["table", "tables", "tab."]],
  ["verse", ["verse", "verses", "v.", "vv."]],
];

const byWord: ReadonlyMap<string, string> = new Map(
  labels.flatMap(([label, words]) => words.map((word) => [word, label] as const)),
);

/** What a word before a number counts, as CSL calls it: `page` for "pp."; nothing for another word. */
export function locatorLabel(word: string): string | undefined {
  return byWord.get(word.toLowerCase());
}
