/// <reference lib="dom" />

/**
 * Runs in a press after it is set up: puts notes at the feet of pages, in the place of Paged.js's own handler,
 * which loses text around long notes and leaves gaps. Each note leaves the text as it comes onto a page, and
 * a mark of its place stays. Before Paged.js looks where a page ends, the height is found that leaves
 * room for the notes of all lines above it; the last of them may go on on the next page, as in books.
 */
export function setUpFootNotes(): void {
  const session = globalThis.scholium;
  const { chunker } = session.previewer;
  const PLACE = "a[data-footnote-call]";
  /** How much of a page notes that come from the one before may fill; where there are more, they get pages of their own. */
  const MOST_CARRIED = 0.6;
  /** The letters of a line may reach over it a little. */
  const TOLERANCE = 2;

  /** Notes, or what is left of one, that the next page begins with. */
  let carried: HTMLElement[] = [];
  let carriedHeight = 0;
  /** The notes of the page in the making: those that it begins with, then by their marks. */
  let notes: HTMLElement[] = [];
  let textGoesOn = false;
  let notesAlone = false;

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

  /** Where the least ends that a page must hold, so that it holds anything: two lines, a row, a picture, with the heading before it. */
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

  chunker.hooks.afterParsed.register(() => {
    carried = [];
    carriedHeight = 0;
    notes = [];
    textGoesOn = false;
    notesAlone = false;
  });

  chunker.hooks.beforePageLayout.register(({ element }) => {
    notes = carried;
    carried = [];
    carriedHeight = 0;
    footOf(element).append(...notes);
    setFoot(element, 0);
  });

  chunker.hooks.renderNode.register((rendered) => {
    if (!(rendered instanceof HTMLElement)) return;
    const found = rendered.matches(".note")
      ? [rendered]
      : rendered.querySelectorAll<HTMLElement>(".note");
    for (const note of found) {
      const { ref = "" } = note.dataset;
      const page = pageOf(note);
      const place = document.createElement("a");
      place.dataset["footnoteCall"] = ref;
      place.dataset["ref"] = ref;
      note.dataset["note"] = "footnote";
      note.replaceWith(place);
      footOf(page).append(note);
      notes.push(note);
    }
  });

  /** A note that is called on a page: where the line of its mark begins and ends, or what keeps together with it. */
  interface Called {
    readonly place: Element;
    readonly top: number;
    readonly bottom: number;
    readonly height: number;
    /** How much of the note must stand on the page where it begins. */
    readonly least: number;
  }

  const calledOn = (page: Element, wrapper: Element): readonly Called[] => {
    const content = contentOf(page).getBoundingClientRect();
    const foot = footOf(page);
    const heights = heightsOf(foot);
    const byRef = new Map(notes.map((note) => [note.dataset["ref"], note]));
    const called: Called[] = [];
    let lowest = 0;
    for (const place of wrapper.querySelectorAll<HTMLElement>(PLACE)) {
      const note = byRef.get(place.dataset["footnoteCall"]);
      const rect = place.getBoundingClientRect();
      if (!note || rect.left > content.right + TOLERANCE) continue;
      const block = blockAround(place.parentElement);
      let whole: Element | undefined;
      for (let at = block; at && at !== wrapper; at = at.parentElement) {
        if (keepsWhole(at, getComputedStyle(at))) whole = at;
      }
      const line = block ? lineHeightOf(block) : rect.height;
      const middle = (rect.top + rect.bottom) / 2;
      const { top, bottom } = whole?.getBoundingClientRect() ?? {
        top: middle - line / 2,
        bottom: middle + line / 2,
      };
      lowest = Math.max(lowest, bottom - content.top);
      const height = heights.get(note) ?? 0;
      const small = lineHeightOf(note);
      const least = height < 3.5 * small ? height : 2 * small;
      called.push({ place, top: top - content.top, bottom: lowest, height, least });
    }
    return called;
  };

  /** Where the line of a mark ends, or the first line behind it at which a page may end. */
  const endWith = ({ place, bottom }: Called, top: number): number => {
    const block = blockAround(place.parentElement);
    if (!block || block.closest("tr:not(.tall)")) return bottom;
    const ends = lineEnds(block).map((end) => end - top);
    const line = ends.findIndex((end) => end > bottom - TOLERANCE);
    const last = ends.find((_, at) => at >= line && mayEndBehind(at, ends.length));
    return line < 0 ? bottom : Math.max(bottom, last ?? bottom);
  };

  chunker.hooks.layout.register((wrapper) => {
    const page = pageOf(wrapper);
    setFoot(page, 0);
    const least = leastEnd(wrapper);
    if (notes.length === 0) return;
    session.groupNotes(page);
    const content = contentOf(page).getBoundingClientRect();
    const around = aroundNotes(page);
    const called = calledOn(page, wrapper);
    const heights = heightsOf(footOf(page));
    const ofThisPage = new Set(
      [...wrapper.querySelectorAll<HTMLElement>(PLACE)].map(
        ({ dataset }) => dataset["footnoteCall"],
      ),
    );
    let need = around;
    let before = 0;
    for (const note of notes) {
      if (ofThisPage.has(note.dataset["ref"])) continue;
      before += heights.get(note) ?? 0;
    }
    need += before;
    if (before === 0 && called.length === 0) return;
    const fits = called.findIndex((each) => {
      if (each.bottom + need + each.height > content.height) return true;
      need += each.height;
      return false;
    });
    const first = called[fits];
    let end = content.height - need;
    if (first) {
      const lineEnd = endWith(first, content.top);
      const there = called.filter(({ bottom }) => bottom <= lineEnd + TOLERANCE);
      const last = there.at(-1) ?? first;
      const whole = there.slice(0, -1).reduce((sum, { height }) => sum + height, around + before);
      // Measured are letters, which stand a little above or below the middle of their line.
      end =
        content.height - lineEnd - whole >= last.least + TOLERANCE
          ? lineEnd + TOLERANCE
          : Math.min(first.top + TOLERANCE, content.height - need);
    }
    const height = Math.max(end, Math.min(least - content.top + TOLERANCE, content.height));
    setFoot(page, Math.max(0, content.height - height));
  });

  session.giveRoom = (wrapper) => {
    const page = pageOf(wrapper);
    const foot = within(page, ".pagedjs_area").style.getPropertyValue("--pagedjs-footnotes-height");
    const height = Number.parseFloat(foot) || 0;
    setFoot(page, Math.max(0, height - lineHeightOf(wrapper)));
    return height > 0;
  };

  chunker.hooks.afterOverflowRemoved.register((removed) => {
    for (const { dataset } of removed.querySelectorAll<HTMLElement>(PLACE)) {
      const ref = dataset["footnoteCall"];
      for (const note of notes) if (note.dataset["ref"] === ref) note.remove();
      notes = notes.filter((note) => note.dataset["ref"] !== ref);
    }
  });

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
    const below = Number.parseFloat(style.paddingBottom) || 0;
    if (!(last instanceof HTMLElement)) return rect.bottom - below;
    const { display, position, float } = getComputedStyle(last);
    if (display === "inline") return rect.bottom - below;
    return position === "static" && float === "none" ? endOfText(last) : rect.bottom;
  };

  /** Where a page's text ends, with the space below it where the text does not stay on the page without it. */
  const endWithRoom = (page: HTMLElement, text: Element): number => {
    const box = contentOf(page).getBoundingClientRect();
    const end = Math.max(box.top, endOfText(text));
    const { bottom } = text.getBoundingClientRect();
    if (end >= bottom) return end;
    setFoot(page, Math.floor(box.bottom - end));
    const stays = !session.runsOver(page);
    setFoot(page, 0);
    return stays ? end : bottom;
  };

  /** Puts as many of a page's notes at its foot as have room below its text; what has none waits for the next page. */
  const place = (page: HTMLElement): void => {
    const foot = footOf(page);
    setFoot(page, 0);
    if (notes.length === 0) return;
    session.groupNotes(page);
    const content = contentOf(page);
    const box = content.getBoundingClientRect();
    const text = content.firstElementChild?.lastElementChild;
    const textEnd = text ? endWithRoom(page, text) - box.top : 0;
    const around = aroundNotes(page);
    const room = box.height - textEnd - around;
    const heights = heightsOf(foot);
    let kept = 0;
    const over = notes.findIndex((note) => {
      const height = heights.get(note) ?? 0;
      if (kept + height > room + 0.5) return true;
      kept += height;
      return false;
    });
    const last = notes[over];
    if (last) {
      const later = notes.slice(over + 1);
      for (const note of later) note.remove();
      last.dataset["lastSplitElement"] = "true";
      session.groupNotes(page);
      const limit = foot.getBoundingClientRect().top + room - TOLERANCE;
      const whole = heights.get(last) ?? 0;
      const force = notesAlone && kept === 0;
      const rest = cut(last, limit, force);
      if (rest) {
        carried = [rest, ...later];
        carriedHeight = whole - last.getBoundingClientRect().height;
      } else {
        delete last.dataset["lastSplitElement"];
        if (force) carried = later;
        else {
          last.remove();
          carried = [last, ...later];
          carriedHeight = whole;
        }
      }
      for (const note of later) carriedHeight += heights.get(note) ?? 0;
      session.groupNotes(page);
    }
    const height = foot.childElementCount === 0 ? 0 : foot.getBoundingClientRect().height + around;
    // A hair too much, and the last line of the text would have no room.
    setFoot(page, Math.min(height, Math.floor(box.height - textEnd)));
  };

  chunker.hooks.afterPageLayout.register((element, _, breakToken) => {
    if (!notesAlone) textGoesOn = breakToken !== undefined;
    place(element);
  });

  // Behind the text's end, and where they would leave it little room, notes go on on pages of their own.
  chunker.hooks.finalizePage.register(async (element, page) => {
    if (notesAlone) return;
    const most = within(element, ".pagedjs_area").getBoundingClientRect().height * MOST_CARRIED;
    const needsPage = (): boolean => carried.length > 0 && (!textGoesOn || carriedHeight > most);
    notesAlone = true;
    while (needsPage()) await chunker.clonePage(page);
    notesAlone = false;
  });
}
