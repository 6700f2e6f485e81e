/// <reference lib="dom" />

/** Runs in the page before it is set up: words that stand in none of the reader's sections, and would not be printed. */
export function strayWords(): string {
  let words = "";
  const read = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) words += child.data;
      else if (child instanceof Element && !child.matches("[data-chunk], script, style"))
        read(child);
    }
  };
  read(document.body);
  return words.replaceAll(/\s+/g, " ").trim().slice(0, 80);
}
