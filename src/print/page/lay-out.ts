/// <reference lib="dom" />

/**
 * A slot for numbers of pages. `page`: where something begins, behind a reference ("Doc. 5, p. 14") or in
 * the contents. `mentions`: every page that mentions an entry of the register, in the index.
 */
export type Slot =
  | { readonly kind: "page"; readonly target: string }
  | {
      readonly kind: "mentions";
      readonly entry: string;
      /** How often the source mentions it, which is the most pages that there can be. */
      readonly count: number;
    };

/** The number of a page and what it leads to. */
export interface PageNumber {
  readonly target: string;
  readonly label: string;
}

/** One number in a slot, or the first of a range of pages. */
export interface SlotPage extends PageNumber {
  /** The last page of the range, as it is written behind the first. */
  readonly through?: PageNumber;
}

/** A page as laid out, in the terms that numbering needs. */
export interface LaidOutPage {
  /** Ids of what begins on it. */
  readonly ids: readonly string[];
  /** Mentions of the register's entries that an index counts. */
  readonly mentions: readonly Mention[];
  /** What stands on it of many short things in a run, such as the numbers of calendared documents. */
  readonly running?: readonly string[];
}

/** A mention and its own id. */
export interface Mention {
  readonly entry: string;
  readonly id: string;
}

/** A chunk as laid out. */
export interface LaidOutChunk {
  readonly id: string;
  readonly pages: readonly LaidOutPage[];
}

/** A chunk's pages as the browser made them: what numbering needs of each, and its HTML. */
export interface ChunkPages {
  readonly pages: readonly LaidOutPage[];
  readonly html: readonly string[];
  /** Whether all words of the chunk and of each of its notes stand on the pages, once and in order. */
  readonly whole: boolean;
}

/** Runs in a press: lays a chunk out with the given numbers in its slots. */
export async function layOutChunk(
  html: string,
  filled: readonly (readonly SlotPage[])[],
): Promise<ChunkPages> {
  const session = globalThis.scholium;
  const template = document.createElement("template");
  template.innerHTML = html;
  const fill = (): DocumentFragment => {
    const copy = document.importNode(template.content, true);
    copy.querySelectorAll<HTMLElement>(session.slotSelector).forEach((slot, index) => {
      session.fillSlot(slot, filled[index] ?? []);
      slot.dataset["slot"] = String(index);
    });
    return copy;
  };
  const flow = async (copy: DocumentFragment): Promise<readonly HTMLElement[]> => {
    session.dividesEntries = false;
    await session.previewer.chunker.flow(copy);
    // Paged.js begins the pages that carry an overlong note on without waiting for them.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const finished = session.finished;
    session.finished = [];
    return finished;
  };
  const source = fill();
  const passedOver = `.visually-hidden, [hidden], .line-end, ${session.slotSelector}`;
  /** Letters of all texts but those of some elements; spaces and soft hyphens may go where a line or a page ends. */
  const lettersIn = (root: Node, skip: string): string => {
    let read = "";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && !node.parentElement?.closest(skip)) read += node.data;
    }
    return read.replaceAll(/[\s\u00AD\u200B\u2011]+/g, "");
  };
  const body = lettersIn(source, `${passedOver}, .note`);
  const notes = new Map(
    [...source.querySelectorAll(".note")].map((note) => [note.id, lettersIn(note, passedOver)]),
  );
  let pages = await flow(source);
  if (session.dividesEntries) {
    for (const page of pages) page.remove();
    const inOneColumn = fill();
    for (const columns of inOneColumn.querySelectorAll(".index-columns"))
      columns.classList.add("tall");
    pages = await flow(inOneColumn);
  }
  // Every range that Paged.js has made is told of every change of the document until it is swept away, which a
  // page may ask for where the browser was started so.
  session.pagesUnswept += pages.length;
  if (session.pagesUnswept > 12) {
    globalThis.gc?.();
    session.pagesUnswept = 0;
  }
  for (const page of pages) {
    page.remove();
    page.removeAttribute("id");
    // The calls that Paged.js makes are empty; the source has its own.
    for (const call of page.querySelectorAll("a[data-footnote-call]")) call.remove();
    session.groupNotes(page);
    for (const part of page.querySelectorAll<HTMLElement>("[data-id]")) {
      // Paged.js renames notes and copies ids; the first part of what it split keeps its own.
      if (part.dataset["splitFrom"] === undefined) part.id = part.dataset["id"] ?? "";
      else part.removeAttribute("id");
    }
  }
  const printed = pages.map((page) => {
    const area = page.querySelector(".pagedjs_page_content");
    return area ? lettersIn(area, passedOver) : "";
  });
  const printedNotes = new Map<string, string>();
  for (const page of pages) {
    for (const note of page.querySelectorAll<HTMLElement>(
      ".pagedjs_footnote_area [data-note='footnote']",
    )) {
      const id = note.dataset["id"] ?? note.id;
      printedNotes.set(id, (printedNotes.get(id) ?? "") + lettersIn(note, passedOver));
    }
  }
  const whole =
    printed.join("") === body &&
    [...notes].every(([id, words]) => (printedNotes.get(id) ?? "") === words);
  return {
    whole,
    html: pages.map((page) => page.outerHTML),
    pages: pages.map((page) => ({
      ids: [...page.querySelectorAll("[id]")].map((element) => element.id),
      mentions: [...page.querySelectorAll<HTMLElement>("[data-mention][id]")].map((mention) => ({
        entry: mention.dataset["mention"] ?? "",
        id: mention.id,
      })),
      running: [...page.querySelectorAll<HTMLElement>("[data-running]")].map(
        ({ dataset }) => dataset["running"] ?? "",
      ),
    })),
  };
}
