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
  const measures = globalThis.scholiumMeasures;
  const { PLACE, TOLERANCE, aroundNotes, blockAround, contentOf, endOfText, footOf } = measures;
  const { heightsOf, keepsWhole, lineEnds, lineHeightOf, mayEndBehind, pageOf, setFoot } = measures;
  const { within } = measures;
  /** How much of a page notes that come from the one before may fill; where there are more, they get pages of their own. */
  const MOST_CARRIED = 0.6;

  /** Notes, or what is left of one, that the next page begins with. */
  let carried: HTMLElement[] = [];
  let carriedHeight = 0;
  /** The notes of the page in the making: those that it begins with, then by their marks. */
  let notes: HTMLElement[] = [];
  let textGoesOn = false;
  let notesAlone = false;

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
    const least = globalThis.scholiumLeastEnd(wrapper);
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

  /** Puts as many of a page's notes at its foot as have room below its text; what has none waits for the next page. */
  const place = (page: HTMLElement): void => {
    const foot = footOf(page);
    setFoot(page, 0);
    if (notes.length === 0) return;
    session.groupNotes(page);
    const content = contentOf(page);
    const box = content.getBoundingClientRect();
    const text = content.firstElementChild?.lastElementChild;
    const textEnd = text ? Math.max(0, endOfText(text) - box.top) : 0;
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
      const rest = globalThis.scholiumCutNote(last, limit, force);
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
