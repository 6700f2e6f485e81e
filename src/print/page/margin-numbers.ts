/// <reference lib="dom" />

/**
 * Runs in a press after it is set up: where several pages of the original begin on one line, their numbers
 * stand side by side in the margin.
 */
export function setUpMarginNumbers(): void {
  const GAP = 4;
  const range = document.createRange();
  globalThis.scholium.previewer.chunker.hooks.finalizePage.register((page) => {
    const numbers = [
      ...page.querySelectorAll<HTMLElement>(".pagedjs_page_content .page-break"),
    ].map((number) => {
      range.selectNodeContents(number);
      const { top, width } = range.getBoundingClientRect();
      return { number, top, width };
    });
    let before = { top: -Infinity, end: 0 };
    for (const { number, top, width } of numbers) {
      const start = top === before.top ? before.end + GAP : 0;
      if (start > 0) number.style.transform = `translateX(${Math.ceil(start)}px)`;
      before = { top, end: start + width };
    }
  });
}
