/// <reference lib="dom" />

/** A word, or a part of one, and where it stands: how far its edges are from the page's left and upper ones, in px. */
export interface SurveyedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Runs in the page: where the words of each page stand, in the order in which they are read, on pages where some of
 * them run from right to left; none of others. `fromRight` is a class of the letters that do.
 */
export function surveyWords(fromRight: string): readonly (readonly SurveyedWord[])[] {
  const turned = new RegExp(`[${fromRight}]`, "u");
  const words = new RegExp(
    String.raw`(?:(?=[\p{L}\p{M}])[${fromRight}])+|(?:(?![${fromRight}])[\p{L}\p{N}\p{M}])+`,
    "gu",
  );
  const silent = ".visually-hidden, [hidden], [aria-hidden='true']";
  const hundredth = (px: number): number => Math.round(px * 100) / 100;
  const range = document.createRange();
  return [...document.querySelectorAll(".pagedjs_pages > *")].map((page) => {
    const regions = [".pagedjs_page_content", ".pagedjs_footnote_area"].map((selector) =>
      page.querySelector(selector),
    );
    if (!regions.some((region) => turned.test(region?.textContent ?? ""))) return [];
    const corner = page.getBoundingClientRect();
    const found: SurveyedWord[] = [];
    const add = (node: Text, from: number, text: string): void => {
      range.setStart(node, from);
      range.setEnd(node, from + text.length);
      const [box, other] = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (!box) return;
      // A word that is divided without a hyphen of ours is measured letter by letter.
      if (other && text.length > 1) {
        let at = from;
        for (const letter of text) {
          add(node, at, letter);
          at += letter.length;
        }
        return;
      }
      found.push({
        text,
        left: hundredth(box.left - corner.left),
        top: hundredth(box.top - corner.top),
        right: hundredth(box.right - corner.left),
        bottom: hundredth(box.bottom - corner.top),
      });
    };
    for (const region of regions) {
      if (!region) continue;
      const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!(node instanceof Text) || node.parentElement?.closest(silent)) continue;
        for (const { 0: word, index } of node.data.matchAll(words)) add(node, index, word);
      }
    }
    return found;
  });
}
