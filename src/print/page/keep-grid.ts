/// <reference lib="dom" />

/**
 * Runs in a press after it is set up: what has lines of other heights than the text, such as heads, tables and
 * pictures, is rounded up to whole lines of text before a chunk is laid out, so that the text below it stands on
 * the same grid as that of the page opposite.
 */
export function setUpGrid(): void {
  const { chunker } = globalThis.scholium.previewer;
  const OFF_GRID =
    ".document-head, .chunk-title, .essay-authors, .table-box, table, figure, .teaching-context, .document-brief > .document-origin";
  /** What goes over several pages has an end that no page opposite can tell from its beginning. */
  const TALLEST = 600;

  chunker.hooks.afterParsed.register(async (source) => {
    const line = parseFloat(getComputedStyle(document.body).lineHeight);
    const blocks = [...source.querySelectorAll<HTMLElement>(OFF_GRID)].filter(
      (block) => !block.parentElement?.closest(`${OFF_GRID}, .note`),
    );
    if (blocks.length === 0 || !(line > 0)) return;
    const box = document.createElement("div");
    box.style.cssText = "position: absolute; visibility: hidden; width: var(--measure)";
    const copies = blocks.map((block) => {
      const copy = block.cloneNode(true);
      if (!(copy instanceof HTMLElement)) throw new Error("a copy that is no element");
      for (const note of copy.querySelectorAll(".note")) note.remove();
      // With what stands around it, by which styles may know it.
      let outermost: Node = copy;
      for (let around = block.parentElement; around; around = around.parentElement) {
        const shell = around.cloneNode(false);
        shell.appendChild(outermost);
        outermost = shell;
      }
      box.append(outermost);
      return copy;
    });
    document.body.append(box);
    await Promise.all(
      [...box.querySelectorAll("img")].map((picture) => picture.decode().catch(() => undefined)),
    );
    const rooms = copies.map((copy) => {
      const { height } = copy.getBoundingClientRect();
      const missing = height > TALLEST ? 0 : Math.ceil(height / line - 0.01) * line - height;
      return missing < 0.5 ? 0 : parseFloat(getComputedStyle(copy).marginBottom) + missing;
    });
    box.remove();
    // As a margin, which is lost at a page's end: there it could push the last line off the page.
    rooms.forEach((room, at) => {
      if (room > 0) blocks[at]?.style.setProperty("margin-bottom", `${room}px`);
    });
  });
}
