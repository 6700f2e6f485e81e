/// <reference lib="dom" />

declare global {
  /** Where the least ends that a page must hold, so that it holds anything: two lines, a row, a picture, with the heading before it. */
  var scholiumLeastEnd: (parent: Element) => number;
}

/** Runs in a press behind the measures: what a page must hold, whatever its notes need. */
export function setUpLeastEnd(): void {
  const { chunker } = globalThis.scholium.previewer;
  const measures = globalThis.scholiumMeasures;
  const { PLACE, belowText, contentOf, isEmpty, keepsWhole, lineEnds, mayEndBehind, pageOf } =
    measures;
  const leastEnd = (parent: Element): number => {
    const KEPT_WITH_NEXT = "h1, h2, h3, h4, h5, h6, dt, thead";
    let end: number | undefined;
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        if (!/\S/.test(child.data)) continue;
        return leastLines(parent);
      }
      if (!(child instanceof HTMLElement)) continue;
      const style = getComputedStyle(child);
      const rect = child.getBoundingClientRect();
      if (style.position === "absolute" || rect.height === 0 || child.matches(PLACE)) continue;
      // What is left of a cell of which all stands on the page before.
      if (child.matches("td, th") && isEmpty(child)) continue;
      if (style.display === "inline") return leastLines(parent);
      const page = contentOf(pageOf(parent)).getBoundingClientRect();
      const whole = keepsWhole(child, style);
      // The headings that must stay with it stand above it.
      const top = end === undefined ? page.top : end + Number.parseFloat(style.marginTop);
      if (whole && top + rect.height > page.bottom && !child.classList.contains("tall")) {
        divide(child);
        return leastEnd(parent);
      }
      end = whole ? rect.bottom : leastEnd(child);
      if (!child.matches(KEPT_WITH_NEXT)) return end;
    }
    return end ?? parent.getBoundingClientRect().bottom;
  };
  /** What keeps together and is taller than a page must be divided all the same, here and where the next page goes on. */
  const divide = (whole: HTMLElement): void => {
    const source = chunker.source.indexOfRefs?.[whole.dataset["ref"] ?? ""];
    for (const element of [whole, source]) {
      if (!(element instanceof HTMLElement)) continue;
      element.classList.add("tall");
      element.style.breakInside = "auto";
    }
  };
  const leastLines = (block: Element): number => {
    const ends = lineEnds(block);
    const least = ends.findIndex((_, line) => mayEndBehind(line, ends.length));
    const end = ends[least];
    if (end === undefined) return block.getBoundingClientRect().bottom;
    // No page ends between a block's last line and its edge.
    return least === ends.length - 1 ? end + belowText(getComputedStyle(block)) : end;
  };

  globalThis.scholiumLeastEnd = leastEnd;
}
