/// <reference lib="dom" />

/** What of a page in the making is measured, and where its parts are; lengths in px. */
export interface PageMeasures {
  /** The marks of the places from which notes have gone to the foot. */
  readonly PLACE: string;
  /** The letters of a line may reach over it a little. */
  readonly TOLERANCE: number;
  readonly within: (page: Element, selector: string) => HTMLElement;
  readonly footOf: (page: Element) => HTMLElement;
  readonly contentOf: (page: Element) => HTMLElement;
  readonly pageOf: (node: Element) => HTMLElement;
  /** Gives a page's foot its height. */
  readonly setFoot: (page: Element, height: number) => void;
  /** What stands around the notes at a foot: the space over them and their rule. */
  readonly aroundNotes: (page: Element) => number;
  /** How much room each note takes at the foot, as they stand there. */
  readonly heightsOf: (foot: HTMLElement) => ReadonlyMap<Element, number>;
  readonly lineHeightOf: (element: Element) => number;
  /** Padding and border below a block's last line. */
  readonly belowText: (style: CSSStyleDeclaration) => number;
  /** Whether no page ends within an element. */
  readonly keepsWhole: (element: Element, style: CSSStyleDeclaration) => boolean;
  /** The block that a node's line stands in. */
  readonly blockAround: (node: Node | null) => HTMLElement | null;
  /** Whether nothing is to be seen in an element. */
  readonly isEmpty: (element: Element) => boolean;
  /** The lines of a block's own text, by where they end; what stands beyond the page as if far below it. */
  readonly lineEnds: (block: Element) => readonly number[];
  /** Whether a page may end behind a line of a block: no line stands alone on either side. */
  readonly mayEndBehind: (line: number, lines: number) => boolean;
  /** Where the last of a text that can be seen ends: the space that its blocks leave below it may be given to notes. */
  readonly endOfText: (element: Element) => number;
}

declare global {
  var scholiumMeasures: PageMeasures;
}

/** Runs in a press after it is set up: what notes at feet and ends of pages are reckoned from. */
export function setUpMeasures(): void {
  const PLACE = "a[data-footnote-call]";
  const TOLERANCE = 2;
  const within = (page: Element, selector: string): HTMLElement => {
    const found = page.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`a page without ${selector}`);
    return found;
  };
  const footOf = (page: Element): HTMLElement => within(page, ".pagedjs_footnote_inner_content");
  const contentOf = (page: Element): HTMLElement => within(page, ".pagedjs_page_content");
  const pageOf = (node: Element): HTMLElement => {
    const page = node.closest<HTMLElement>(".pagedjs_page");
    if (!page) throw new Error("text outside of a page");
    return page;
  };
  const setFoot = (page: Element, height: number): void => {
    const box = footOf(page).parentElement;
    box?.classList.toggle("pagedjs_footnote_empty", footOf(page).childElementCount === 0);
    within(page, ".pagedjs_area").style.setProperty("--pagedjs-footnotes-height", `${height}px`);
  };
  /** What stands around the notes at a foot: the space over them and their rule. */
  const aroundNotes = (page: Element): number => {
    const box = footOf(page).parentElement;
    if (!box) return 0;
    const style = getComputedStyle(box);
    return [
      style.marginTop,
      style.paddingTop,
      style.borderTopWidth,
      style.borderBottomWidth,
      style.paddingBottom,
      style.marginBottom,
    ].reduce((sum, length) => sum + (Number.parseFloat(length) || 0), 0);
  };
  /** How much room each note takes at the foot, as they stand there. */
  const heightsOf = (foot: HTMLElement): ReadonlyMap<Element, number> => {
    const box = foot.getBoundingClientRect();
    const rows = [...foot.children];
    const tops = rows.map((row) => row.getBoundingClientRect().top);
    return new Map(
      rows.map((row, at) => [
        row,
        (tops[at + 1] ?? box.bottom) - (at === 0 ? box.top : (tops[at] ?? box.top)),
      ]),
    );
  };
  const lineHeightOf = (element: Element): number => {
    const style = getComputedStyle(element);
    return Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.3;
  };
  const belowText = ({ paddingBottom, borderBottomWidth }: CSSStyleDeclaration): number =>
    (Number.parseFloat(paddingBottom) || 0) + (Number.parseFloat(borderBottomWidth) || 0);
  const keepsWhole = (element: Element, style: CSSStyleDeclaration): boolean =>
    !element.matches(".tall:not(img)") &&
    (style.breakInside.startsWith("avoid") ||
      style.display === "flex" ||
      style.display === "inline-block" ||
      element.matches("img, svg, tr"));
  const blockAround = (node: Node | null): HTMLElement | null => {
    let element = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
    while (element && getComputedStyle(element).display === "inline") {
      element = element.parentElement;
    }
    return element;
  };

  const isEmpty = (element: Element): boolean =>
    !/\S/.test(element.textContent ?? "") && !element.querySelector("img");

  /** The lines of a block's own text, by where they end; what stands beyond the page as if far below it. */
  const lineEnds = (block: Element): readonly number[] => {
    const edge = contentOf(pageOf(block)).getBoundingClientRect().right;
    const height = lineHeightOf(block);
    const range = document.createRange();
    const ends: number[] = [];
    const read = (parent: Element): void => {
      for (const child of parent.childNodes) {
        if (child instanceof Element) {
          if (getComputedStyle(child).display === "inline") read(child);
          continue;
        }
        range.selectNodeContents(child);
        for (const { top, bottom, left, width } of range.getClientRects()) {
          const end = (top + bottom + height) / 2 + (left > edge + TOLERANCE ? 100_000 : 0);
          if (width > 0 && end > (ends.at(-1) ?? -Infinity) + height / 2) ends.push(end);
        }
      }
    };
    read(block);
    return ends;
  };
  /** Whether a page may end behind a line of a block: no line stands alone on either side. */
  const mayEndBehind = (line: number, lines: number): boolean =>
    line === lines - 1 || (line >= 1 && lines - 1 - line >= 2);

  /** Where the last of a text that can be seen ends: the space that its blocks leave below it may be given to notes. */
  const endOfText = (element: Element): number => {
    const rect = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (!/^(?:block|list-item)$/.test(style.display) || Number.parseFloat(style.borderBottomWidth))
      return rect.bottom;
    let last = element.lastChild;
    while (last && !/\S/.test(last.textContent ?? "") && !(last instanceof HTMLElement)) {
      last = last.previousSibling;
    }
    // Room to write in is there to be seen, if empty.
    if (element.matches(".writing-room")) return rect.bottom;
    const below = Number.parseFloat(style.paddingBottom) || 0;
    if (!(last instanceof HTMLElement)) return rect.bottom - below;
    const { display, position, float } = getComputedStyle(last);
    if (display === "inline") return rect.bottom - below;
    return position === "static" && float === "none" ? endOfText(last) : rect.bottom;
  };

  globalThis.scholiumMeasures = {
    PLACE,
    TOLERANCE,
    within,
    footOf,
    contentOf,
    pageOf,
    setFoot,
    aroundNotes,
    heightsOf,
    lineHeightOf,
    belowText,
    keepsWhole,
    blockAround,
    isEmpty,
    lineEnds,
    mayEndBehind,
    endOfText,
  };
}
