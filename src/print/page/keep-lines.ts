/// <reference lib="dom" />

/**
 * Runs in a press after notes are set up: keeps the lines of a page as they were before its end was cut off. The
 * browser reckons the width of a text anew when it changes, to another sixty-fourth of a pixel, so that a word
 * which just found room in its line may leave it, and the last line its page. Then words stand a hair closer.
 */
export function setUpKeptLines(): void {
  const session = globalThis.scholium;
  session.previewer.chunker.hooks.finalizePage.register((page) => {
    if (!session.runsOver(page)) return;
    const text = page.querySelector(".pagedjs_page_content")?.firstElementChild;
    if (text instanceof HTMLElement) text.style.wordSpacing = "-0.05px";
  });
}
