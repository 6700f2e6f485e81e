/// <reference lib="dom" />

/**
 * Runs in the page after breaks are set up: words with soft hyphens, and addresses with signs where a line may
 * end. No word is divided at a page's end. On finished pages the signs are gone: a PDF would write them into its
 * text, where they keep words from being found. No line changes, since only signs at which no line ends are lost.
 */
export function setUpLineEnds(): void {
  const SOFT_HYPHEN = "\u00AD";
  const session = globalThis.scholium;
  const { chunker } = session.previewer;
  const range = document.createRange();
  const boxesOf = (text: Text, at: number): DOMRect[] => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  };
  /** Whether a line ends at a sign. Letters beside it have boxes on both lines, and a soft hyphen has one inside of a ligature. */
  const endsLine = (text: Text, at: number): boolean => {
    const before = boxesOf(text, at - 1).at(0);
    const behind = boxesOf(text, at + 1).at(-1);
    if (!before || !behind) return false;
    if (text.data[at] === SOFT_HYPHEN && boxesOf(text, at).length === 0) return false;
    // Further down, or at the top of the next page.
    return behind.top > before.top + before.height / 2 || behind.left > before.left + 700;
  };

  /**
   * The letter with which a line begins. Paged.js may take the next one, since the first letter of a line may
   * have a box at the end of the line before as well.
   */
  const lineStart = (text: Text, offset: number): number => {
    let next = offset;
    // A soft hyphen at which no line ends has no box.
    while (text.data[next] === SOFT_HYPHEN) next += 1;
    const line = next < text.length ? boxesOf(text, next).at(-1) : undefined;
    if (!line) return offset;
    let start = offset;
    while (start > 0 && /\S/.test(text.data.charAt(start - 1))) {
      const box = boxesOf(text, start - 1).at(-1);
      if (box && (Math.abs(box.top - line.top) > line.height / 2 || box.left > line.right)) break;
      start -= 1;
    }
    return start;
  };

  /** The place at which a page ends, moved before the word that a line's end divides there. */
  const withWholeWord = (overflow: Range, rendered: HTMLElement): Range => {
    const { startContainer: text, startOffset } = overflow;
    if (!(text instanceof Text) || !/\S$/.test(text.data.slice(0, startOffset))) return overflow;
    let start = lineStart(text, startOffset);
    const begun = /[\p{L}\p{M}\u00AD]+$/u.exec(text.data.slice(0, start));
    if (begun?.[0].endsWith(SOFT_HYPHEN)) start = begun.index;
    if (start === startOffset) return overflow;
    const moved = document.createRange();
    moved.setStart(text, start);
    moved.setEndAfter(rendered.lastChild ?? rendered);
    return moved;
  };

  /** What stands beside a text, and stays with it. */
  const BESIDE = ".pn, .visually-hidden";
  const hasText = (from: Node, end: Node): boolean => {
    range.setStart(from, 0);
    range.setEndBefore(end);
    if (!/\S/.test(range.toString())) return false;
    const words = range.cloneContents();
    for (const beside of words.querySelectorAll(BESIDE)) beside.remove();
    return /\S/.test(words.textContent ?? "");
  };
  /**
   * A page that ends before the first words of an element ends before the element: an empty one would stay
   * behind, and its id with it, so that numbers of pages would lead there.
   */
  const beforeElement = (overflow: Range, rendered: HTMLElement): Range => {
    const { startContainer: container, startOffset } = overflow;
    let first: Node | null | undefined =
      container instanceof Text ? container : container.childNodes[startOffset];
    if (!first || (container instanceof Text && startOffset > 0)) return overflow;
    for (;;) {
      const parent: HTMLElement | null = first.parentElement;
      if (!parent || parent === rendered || !rendered.contains(parent)) break;
      if (parent.matches(".call, .note") || hasText(parent, first)) break;
      first = parent;
    }
    if (first instanceof Element && hasText(rendered, first)) overflow.setStartBefore(first);
    return overflow;
  };

  const { betterBreak } = session;
  session.betterBreak = (overflow, rendered) => {
    const whole = withWholeWord(overflow, rendered);
    return beforeElement(withWholeWord(betterBreak(whole, rendered) ?? whole, rendered), rendered);
  };

  /** Takes the signs out of a text; where a line ends, what they stand for is written. */
  const clean = (text: Text, lineEnds: readonly number[]): void => {
    for (const at of lineEnds.toReversed()) {
      const rest = text.splitText(at);
      if (rest.data.startsWith(SOFT_HYPHEN)) {
        // In an element of its own, so that it is as wide as before: no letter beside it is kerned with it.
        const hyphen = document.createElement("span");
        hyphen.className = "line-end";
        hyphen.textContent = "-";
        rest.before(hyphen);
      } else {
        rest.before(document.createElement("wbr"));
      }
      rest.data = rest.data.replaceAll(/[\u00AD\u200B]/g, "");
    }
    text.data = text.data.replaceAll(/[\u00AD\u200B]/g, "");
  };

  // When all pages are finished: each change of one in sight would lay it out again.
  let found: { readonly text: Text; readonly lineEnds: readonly number[] }[] = [];
  chunker.hooks.afterParsed.register(() => {
    found = [];
  });
  chunker.hooks.finalizePage.register((page) => {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || !/[\u00AD\u200B]/.test(node.data)) continue;
      const text = node;
      const lineEnds = [...text.data.matchAll(/[\u00AD\u200B](?=.)/g)]
        .map(({ index }) => index)
        .filter((at) => at > 0 && endsLine(text, at));
      found.push({ text, lineEnds });
    }
  });
  // The document knows every range that was made in it, and tells each of them of each change of a text.
  const withoutRanges = document.implementation.createHTMLDocument();
  chunker.hooks.afterRendered.register(() => {
    for (const page of session.finished) withoutRanges.adoptNode(page);
    for (const { text, lineEnds } of found) clean(text, lineEnds);
    found = [];
  });
}
