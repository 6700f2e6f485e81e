/// <reference lib="dom" />

/**
 * Runs in the page after it is set up: page breaks that Paged.js leaves to chance. A heading, and whatever the styles
 * keep with what follows it, stays so, also where that begins inside of a list or a table; no last line and no
 * signature stands alone on a page.
 */
export function setUpBreaks(): void {
  /**
   * Paged.js takes `break-after` out of the styles and notes it on the elements. What ends a list or another box is
   * named here instead: by the styles Paged.js would take the whole box to the next page.
   */
  const KEPT_WITH_NEXT =
    "[data-break-after='avoid'], h1, h2, h3, h4, h5, h6, dt, thead, .part-dateline, .part-salute, .document-head, .document-statement, .register-heading, .index-letter, .week-reading:last-child";
  /** What stands beside lines or above them. */
  const NO_LINES = ".pn, .call, .page-break";
  /** What lines stand in. */
  const BLOCK = "p, li, dd, dt, td, th, figcaption, h1, h2, h3, h4, h5, h6";
  const shown = (node: Node): boolean => /\S/.test(node.textContent ?? "");

  /** The place of a range's start among nodes: the text or element with which the next page begins. */
  const startOf = (range: Range): Node | null =>
    range.startContainer instanceof Text
      ? range.startContainer
      : (range.startContainer.childNodes[range.startOffset] ?? null);

  const from = (rendered: HTMLElement, start: (range: Range) => void): Range => {
    const range = document.createRange();
    start(range);
    range.setEndAfter(rendered.lastChild ?? rendered);
    return range;
  };

  /** Whether something is printed before a node on its page, and all of it is there: what goes on from the page before cannot begin anew. */
  const hasTextBefore = (node: Node, rendered: HTMLElement): boolean => {
    if (node instanceof Element && node.hasAttribute("data-split-from")) return false;
    const before = document.createRange();
    before.setStart(rendered, 0);
    before.setEndBefore(node);
    return /\S/.test(before.toString());
  };

  /** Each line of a block: the text and the letter with which it begins. */
  const linesOf = (block: Element): { text: Text; offset: number; top: number; left: number }[] => {
    const lines: { text: Text; offset: number; top: number; left: number }[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest(NO_LINES)) continue;
      // The lines of a list within an entry are not its own.
      if (block.matches(BLOCK) && node.parentElement?.closest(BLOCK) !== block) continue;
      // A line may begin in a word that is divided by a soft hyphen; its first letter has a box at that hyphen too.
      for (const { index } of node.data.matchAll(/[^\s\u00AD]+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = [...range.getClientRects()].findLast(({ width }) => width > 0);
        const { top, left, height } = box ?? range.getBoundingClientRect();
        const line = lines.at(-1);
        // Further down, or at the top of the next page.
        if (!line || top > line.top + height / 2 || left > line.left + 700) {
          lines.push({ text: node, offset: index, top, left });
        } else if (left < line.left) {
          line.left = left;
        }
      }
    }
    return lines;
  };

  /** The lines of a block that stand behind a page's end. */
  const linesBehind = (block: Element, end: Range): readonly unknown[] => {
    const place = document.createRange();
    return linesOf(block).filter(({ text, offset }) => {
      place.setStart(text, offset);
      return place.compareBoundaryPoints(Range.START_TO_START, end) >= 0;
    });
  };

  /** Whether two lines or more of a block stand behind the letter with which the next page begins; mostly so, and quickly seen. */
  const severalLinesBehind = (block: Element, start: Text, offset: number): boolean => {
    // Behind a word that is torn apart the rest of its line is no line of its own.
    if (/\S$/.test(start.data.slice(0, offset))) return false;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let first: DOMRect | undefined;
    walker.currentNode = start;
    for (let node: Node | null = start; node; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest(NO_LINES)) continue;
      for (const { index } of node.data.matchAll(/\S+/g)) {
        if (node === start && index < offset) continue;
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { top, left, height } = range.getBoundingClientRect();
        if (!first) first = new DOMRect(left, top, 0, height);
        else if (top > first.top + height / 2 || left > first.left + 700) return true;
      }
    }
    return false;
  };

  const withoutWidow = (overflow: Range, rendered: HTMLElement): Range => {
    const start = startOf(overflow);
    const block = start?.parentElement?.closest(BLOCK);
    if (!start || !block || !rendered.contains(block)) return overflow;
    const offset = start === overflow.startContainer ? overflow.startOffset : 0;
    if (start instanceof Text && severalLinesBehind(block, start, offset)) return overflow;
    const lines = linesOf(block);
    const next = linesBehind(block, overflow).length;
    const kept = lines.length - next;
    if (next !== 1 || kept < 1) return overflow;
    const last = lines[kept - 1];
    if (kept >= 3 && last) return from(rendered, (range) => range.setStart(last.text, last.offset));
    return hasTextBefore(block, rendered) && !block.matches("td, th")
      ? from(rendered, (range) => range.setStartBefore(block))
      : overflow;
  };

  /** A signature takes the last two lines of what it signs along to the next page. */
  const withSigned = (overflow: Range, rendered: HTMLElement): Range => {
    const start = startOf(overflow);
    const element = start instanceof Element ? start : start?.parentElement;
    const signature = element?.closest(".part-signature");
    const signed = signature?.previousElementSibling;
    if (!signature || !signed?.matches("p")) return overflow;
    if (linesBehind(signature, overflow).length < linesOf(signature).length) return overflow;
    const last = linesOf(signed);
    const goes = last.at(-2);
    // No single line stays behind.
    if (last.length >= 4 && goes)
      return from(rendered, (range) => range.setStart(goes.text, goes.offset));
    return hasTextBefore(signed, rendered)
      ? from(rendered, (range) => range.setStartBefore(signed))
      : overflow;
  };

  /** An element that is kept with the next, or that which ends another so: the last entry of a list. */
  const keptEnd = (element: Element): Element | undefined => {
    let end: Element | null = element;
    while (end && !end.matches(KEPT_WITH_NEXT)) end = end.lastElementChild;
    return end ?? undefined;
  };

  const withHeading = (overflow: Range, rendered: HTMLElement): Range => {
    const { startContainer, startOffset } = overflow;
    if (startContainer instanceof Text && /\S/.test(startContainer.data.slice(0, startOffset))) {
      return overflow;
    }
    let first = startOf(overflow);
    let heading: Element | undefined;
    while (first && first !== rendered) {
      let before = first.previousSibling;
      while (before && !shown(before)) before = before.previousSibling;
      const kept = before instanceof Element ? keptEnd(before) : undefined;
      if (!before) {
        first = first.parentNode;
      } else if (kept) {
        heading = kept;
        first = kept;
      } else if (before instanceof Element && before.matches(".pn, .marker")) {
        first = before;
      } else {
        break;
      }
    }
    return heading && hasTextBefore(heading, rendered)
      ? from(rendered, (range) => range.setStartBefore(heading))
      : overflow;
  };

  globalThis.scholium.betterBreak = (overflow, rendered) =>
    withHeading(withSigned(withoutWidow(overflow, rendered), rendered), rendered);

  // Where a page ends amid a word Paged.js adds a hyphen, also to a word that no hyphen divides.
  globalThis.scholium.previewer.chunker.hooks.afterOverflowRemoved.register((_, rendered) => {
    const part = [...rendered.querySelectorAll(".pagedjs_hyphen")].at(-1)?.lastChild;
    if (part instanceof Text) part.data = part.data.replace(/(?<!\u00AD)\u2011$/, "");
  });
}
