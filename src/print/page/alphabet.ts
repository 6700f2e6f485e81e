/// <reference lib="dom" />

/**
 * Runs in the page before a segment is printed: puts a page in front that shows the letters that readers are
 * made of in each style of the text. A browser puts into a PDF only those forms of a font that the PDF
 * shows; shown all, the fonts of all segments are the same.
 */
export function addAlphabet(): void {
  const area = globalThis.scholium.previewer.chunker.pagesArea;
  const blank = document.importNode(
    globalThis.scholium.previewer.chunker.pageTemplate.content,
    true,
  ).firstElementChild;
  if (blank) area.prepend(blank);
}
