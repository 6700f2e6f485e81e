/// <reference lib="dom" />

/**
 * Runs in a press after notes are set up: keeps the lines of a page as they were before its end was cut off. The
 * browser reckons the width of a text anew when it changes, to another sixty-fourth of a pixel, so that a word
 * which just found room in its line may leave it, and the last line its page. Then words stand a hair closer.
 */
export function setUpKeptLines(): void {
  const { chunker } = globalThis.scholium.previewer;
  chunker.hooks.finalizePage.register((page) => {
    const content = page.querySelector<HTMLElement>(".pagedjs_page_content");
    const text = content?.firstElementChild;
    if (!content || !(text instanceof HTMLElement)) return;
    if (content.scrollWidth > content.clientWidth) text.style.wordSpacing = "-0.05px";
  });
}
