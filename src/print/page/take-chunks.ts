/// <reference lib="dom" />
import type { Slot } from "./lay-out.ts";
import type { ChunkHead } from "./set-up.ts";
import type { SurveyedSource } from "./survey.ts";

/** A chunk as it is taken out of a reader's page. */
export interface TakenChunk {
  readonly head: ChunkHead;
  readonly html: string;
  readonly slots: readonly Slot[];
  readonly letters: number;
  /** What stands in it under an id, each with the letters before it. */
  readonly ids: readonly (readonly [id: string, before: number])[];
  readonly text: SurveyedSource;
}

/** What a reader's page is made of. */
export interface TakenReader {
  /** The page without its chunks and its title. */
  readonly shell: string;
  readonly chunks: readonly TakenChunk[];
}

/** Runs in the page when its texts are prepared: takes the chunks out of the body, and reads what must be known of them. */
export function takeChunks(): TakenReader {
  const SLOTS = "[data-page-of], [data-mentions-of]";
  const sections = [...document.querySelectorAll<HTMLElement>("[data-chunk]")];

  const mentions = new Map<string, number>();
  for (const section of sections) {
    for (const { dataset } of section.querySelectorAll<HTMLElement>("[data-mention]")) {
      const entry = dataset["mention"] ?? "";
      mentions.set(entry, (mentions.get(entry) ?? 0) + 1);
    }
  }

  const slotsOf = (section: HTMLElement): Slot[] =>
    [...section.querySelectorAll<HTMLElement>(SLOTS)].map(({ dataset }): Slot => {
      const { pageOf, mentionsOf = "" } = dataset;
      return pageOf === undefined
        ? { kind: "mentions", entry: mentionsOf, count: mentions.get(mentionsOf) ?? 0 }
        : { kind: "page", target: pageOf };
    });

  const idsOf = (section: HTMLElement): (readonly [string, number])[] => {
    const ids: (readonly [string, number])[] = section.id === "" ? [] : [[section.id, 0]];
    const walker = document.createTreeWalker(
      section,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    );
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) before += node.length;
      else if (node instanceof Element && node.id !== "") ids.push([node.id, before]);
    }
    return ids;
  };

  /** The slots for numbers of pages count as empty. */
  const textOf = (section: HTMLElement): SurveyedSource => {
    const source = document.createElement("div");
    source.append(section.cloneNode(true));
    for (const passedOver of source.querySelectorAll(`.visually-hidden, [hidden], ${SLOTS}`)) {
      passedOver.textContent = "";
    }
    const notes = [...source.querySelectorAll<HTMLElement>(".note")];
    const read = notes.map((note) => ({ id: note.id, text: note.textContent ?? "" }));
    for (const note of notes) note.remove();
    return { body: source.textContent ?? "", notes: read };
  };

  const chunks = sections.map((section): TakenChunk => {
    const { chunk: id = "", folio, start, head } = section.dataset;
    // Paged.js would give random names.
    let count = 0;
    for (const node of [section, ...section.querySelectorAll("*")]) {
      if (!node.hasAttribute("data-ref")) node.setAttribute("data-ref", `${id}..${(count += 1)}`);
    }
    section.remove();
    return {
      head: {
        id,
        folio: folio === "none" || folio === "roman" ? folio : "arabic",
        start: start === "recto" ? start : "next",
        head: head ?? "",
      },
      html: section.outerHTML,
      slots: slotsOf(section),
      letters: (section.textContent ?? "").length,
      ids: idsOf(section),
      text: textOf(section),
    };
  });
  document.body.replaceChildren();
  // No page shows it, and readers that are set alike have the same page without it.
  document.querySelector("title")?.remove();
  return { shell: `<!doctype html>\n${document.documentElement.outerHTML}`, chunks };
}
