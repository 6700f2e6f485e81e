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

/** Runs in the page: the slots of a chunk, in the order of its source. */
export function readSlots(id: string): readonly Slot[] {
  const { chunks, slotSelector } = globalThis.scholium;
  const slots = chunks.get(id)?.template.content.querySelectorAll<HTMLElement>(slotSelector) ?? [];
  return [...slots].map(({ dataset }): Slot => {
    const { pageOf, mentionsOf = "" } = dataset;
    if (pageOf !== undefined) return { kind: "page", target: pageOf };
    const links = `[data-mention="${mentionsOf}"]`;
    const count = [...chunks.values()].reduce(
      (sum, { template }) => sum + template.content.querySelectorAll(links).length,
      0,
    );
    return { kind: "mentions", entry: mentionsOf, count };
  });
}

/** Runs in the page: how long each chunk is. */
export function measureChunks(): readonly { readonly id: string; readonly letters: number }[] {
  return [...globalThis.scholium.chunks.values()].map(({ id, template }) => ({
    id,
    letters: (template.content.textContent ?? "").length,
  }));
}

/** Runs in the page: lays a chunk out with the given numbers in its slots. */
export async function layOutChunk(
  id: string,
  filled: readonly (readonly SlotPage[])[],
): Promise<LaidOutChunk> {
  const session = globalThis.scholium;
  const chunk = session.chunks.get(id);
  if (!chunk) throw new Error(`no chunk ${id}`);
  const source = document.importNode(chunk.template.content, true);
  source.querySelectorAll<HTMLElement>(session.slotSelector).forEach((slot, index) => {
    session.fillSlot(slot, filled[index] ?? []);
    slot.dataset["slot"] = String(index);
  });
  await session.previewer.chunker.flow(source);
  // Paged.js begins the pages that carry an overlong note on without waiting for them.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const pages = session.finished;
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
  chunk.pages = pages;
  return {
    id,
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
