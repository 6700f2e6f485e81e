/// <reference lib="dom" />

/**
 * Runs in a press after it is set up: sees whether an entry of the index goes on in the next column. The browser
 * writes links into the PDF wrongly that stand where a column begins, so such an index is laid out in one.
 */
export function setUpIndexColumns(): void {
  const session = globalThis.scholium;
  const isDivided = (line: Element): boolean => line.getClientRects().length > 1;
  session.previewer.chunker.hooks.finalizePage.register((page) => {
    session.dividesEntries ||= [...page.querySelectorAll(".index-line")].some(isDivided);
  });
}
