/// <reference lib="dom" />

declare global {
  /** Cuts a note at a line on the page; what is below it, or nothing where it must go to the next page whole. `force`: one line is better than none. */
  var scholiumCutNote: (
    note: HTMLElement,
    limit: number,
    force: boolean,
  ) => HTMLElement | undefined;
}

/** Runs in a press behind the measures: cuts notes in two where a page ends. */
export function setUpCutNote(): void {
  const measures = globalThis.scholiumMeasures;
  const { TOLERANCE, belowText, blockAround, keepsWhole, lineHeightOf } = measures;

  /** The first place in a note below a line on the page: an element or a letter. */
  const firstBelow = (
    parent: Element,
    limit: number,
    line: number,
  ): { readonly node: Node; readonly offset: number; readonly top: number } | undefined => {
    const range = document.createRange();
    const isBelow = ({ top, bottom }: DOMRect): boolean =>
      (top + bottom + line) / 2 > limit + TOLERANCE;
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        if (!/\S/.test(child.data)) continue;
        range.selectNodeContents(child);
        if (![...range.getClientRects()].some(isBelow)) continue;
        const rectOf = (letter: number): DOMRect | undefined => {
          for (let at = letter; at < child.length; at += 1) {
            range.setStart(child, at);
            range.setEnd(child, at + 1);
            const [rect] = range.getClientRects();
            if (rect && /\S/.test(child.data.charAt(at))) return rect;
          }
          return undefined;
        };
        let above = -1;
        let below = child.length - 1;
        while (below - above > 1) {
          const middle = Math.floor((above + below) / 2);
          const rect = rectOf(middle);
          if (rect && !isBelow(rect)) above = middle;
          else below = middle;
        }
        const rect = rectOf(below);
        if (!rect) continue;
        // Not amid two halves of one letter.
        const half = /[\uDC00-\uDFFF]/.test(child.data.charAt(below)) ? 1 : 0;
        return { node: child, offset: below - half, top: (rect.top + rect.bottom - line) / 2 };
      } else if (child instanceof HTMLElement) {
        const style = getComputedStyle(child);
        const rect = child.getBoundingClientRect();
        if (style.position === "absolute" || rect.bottom <= limit + TOLERANCE) continue;
        if (style.display !== "inline" && keepsWhole(child, style) && !child.matches(".note-mark"))
          return { node: child, offset: -1, top: rect.top };
        const inside =
          style.display === "block"
            ? firstBelow(child, limit - belowText(style), lineHeightOf(child))
            : firstBelow(child, limit, line);
        if (inside) return inside;
      }
    }
    return undefined;
  };

  /** Whether something is printed in a note before a node, besides a mark or a number. */
  const standsFirst = (node: Node): boolean => {
    for (let at = node.previousSibling; at; at = at.previousSibling) {
      if (at instanceof Element && at.matches(".marker, .note-mark, .note-label")) continue;
      if (/\S/.test(at.textContent ?? "") || (at instanceof Element && at.querySelector("img")))
        return false;
    }
    return true;
  };

  const goesOn = (part: HTMLElement): void => {
    part.dataset["splitFrom"] = part.dataset["ref"] ?? "";
    delete part.dataset["lastSplitElement"];
    if (part.id === "") return;
    part.dataset["id"] = part.id;
    part.removeAttribute("id");
  };

  /** Cuts a note at a line on the page; what is below it, or nothing where it must go to the next page whole. */
  const cut = (note: HTMLElement, limit: number, force: boolean): HTMLElement | undefined => {
    const line = lineHeightOf(note);
    const { top, bottom } = note.getBoundingClientRect();
    const found = firstBelow(note, limit, line);
    if (!found) return undefined;
    if (!force) {
      const isRest = note.dataset["splitFrom"] !== undefined;
      if (!isRest && found.top - top < 2 * line - TOLERANCE) return undefined;
      // No single line goes on.
      const before = found.top - line + TOLERANCE / 2;
      if (bottom - found.top < 1.5 * line && limit > before + TOLERANCE) {
        return cut(note, before, force);
      }
    }
    const range = document.createRange();
    if (found.node instanceof Text && /\S/.test(found.node.data.slice(0, found.offset))) {
      range.setStart(found.node, found.offset);
    } else {
      let node = found.node;
      while (node.parentNode && node.parentNode !== note && standsFirst(node)) {
        node = node.parentNode;
      }
      if (node.parentNode === note && standsFirst(node)) return undefined;
      range.setStartBefore(node);
    }
    let depth = 0;
    for (let at: Node | null = range.startContainer; at && at !== note; at = at.parentNode) {
      if (at instanceof Element) depth += 1;
    }
    const block = blockAround(range.startContainer);
    if (block && getComputedStyle(block).textAlign === "justify") {
      block.dataset["alignLastSplitElement"] = "justify";
    }
    range.setEnd(note, note.childNodes.length);
    const rest = note.cloneNode(false);
    if (!(rest instanceof HTMLElement)) return undefined;
    rest.append(range.extractContents());
    goesOn(rest);
    for (let at = rest.firstChild; depth > 0; depth -= 1, at = at?.firstChild ?? null) {
      if (!(at instanceof HTMLElement)) break;
      goesOn(at);
      delete at.dataset["alignLastSplitElement"];
    }
    return rest;
  };

  globalThis.scholiumCutNote = cut;
}
