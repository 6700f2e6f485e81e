/// <reference lib="dom" />

import type { SurveyedWord } from "./survey-words.ts";

/** A paragraph or note, or a part of one, as it stands on a page. */
export interface Fragment {
  readonly id: string;
  /** All its text, and that without marks, calls, glosses and other apparatus. */
  readonly text: string;
  readonly words: string;
}

/** A heading on a page. */
export interface SurveyedHeading {
  /** As it stands there. */
  readonly text: string;
  /** As bookmarks show it. */
  readonly bookmark: string;
  /** From 1; what stands in parts of the reader counts from these on. */
  readonly level: number;
  /** How far it stands from its page's corner, in px. */
  readonly left: number;
  readonly top: number;
}

/** What a part of a page's text is: what begins there under an id, a link to an id, or the number of the page where an id begins. */
export type SpanKind = "paragraph" | "note" | "heading" | "target" | "link" | "number";

/** A part of the text of an area or of the notes at its foot. */
export interface SurveyedSpan {
  readonly kind: SpanKind;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Its box, where it is a block: how far its edges are from the page's left and upper ones, in px. */
  readonly box?: SurveyedBox;
}

/** A box on a page, in px from its left and upper edges. */
export interface SurveyedBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All that is to be read in a part of a page, and what its parts are, in the order in which they begin. */
export interface SurveyedRegion {
  readonly text: string;
  readonly spans: readonly SurveyedSpan[];
}

/** What is to be read on a finished page. */
export interface SurveyedPage {
  /** Everything that is printed on it, head and folio included. */
  readonly text: string;
  /** The text as it is printed, with the numbers of pages that it shows; the notes at its foot; what is hidden from those who listen: head and folio. */
  readonly area: SurveyedRegion;
  readonly feet: SurveyedRegion;
  readonly dress: string;
  readonly head: string;
  readonly folio: string;
  /** The text alone: without head, folio, notes and numbers of pages. */
  readonly body: string;
  readonly paragraphs: readonly Fragment[];
  readonly notes: readonly Fragment[];
  /** Ids of notes whose mark stands on the page. */
  readonly calls: readonly string[];
  /** Ids of notes that begin on the page. */
  readonly begun: readonly string[];
  readonly headings: readonly SurveyedHeading[];
  /** Where its links within the reader lead. */
  readonly links: readonly string[];
  /** Entries of the register that it mentions, where the index counts it. */
  readonly mentions: readonly string[];
  /** Lines of the index on it: an entry and its pages as they are written. */
  readonly indexed: readonly { readonly entry: string; readonly pages: string }[];
  /** First words of what stands outside of its box. */
  readonly outside: readonly string[];
  /** Where its words stand, if some of them run from right to left. */
  readonly words?: readonly SurveyedWord[];
}

/** The source of a chunk, as it should be found again on the pages. */
export interface SurveyedSource {
  readonly body: string;
  readonly notes: readonly { readonly id: string; readonly text: string }[];
}

/** Runs in the page: reads the assembled pages. */
export function surveyPages(): readonly SurveyedPage[] {
  const hidden = ".visually-hidden, [hidden]";
  const slots = `${hidden}, [data-slot]`;
  const apparatus = `${slots}, .pn, .mark, .act-detail, .call, .note-mark, .note-label, .page-break, .gloss, .link-address`;
  const textsIn = (root: Element, skip: string): Text[] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && !node.parentElement?.closest(skip)) texts.push(node);
    }
    return texts;
  };
  const read = (root: Element | null, skip: string): string =>
    root
      ? textsIn(root, skip)
          .map(({ data }) => data)
          .join("")
      : "";
  const all = (root: Element | null, selector: string): HTMLElement[] => [
    ...(root?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const fragment = (element: HTMLElement): Fragment => ({
    id: element.dataset["id"] ?? element.id,
    text: read(element, slots),
    words: read(element, apparatus),
  });
  const boxOf = (element: Element, page: DOMRect): SurveyedBox => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const hundredth = (px: number): number => Math.round(px * 100) / 100;
    return {
      left: hundredth(left - page.left),
      top: hundredth(top - page.top),
      right: hundredth(right - page.left),
      bottom: hundredth(bottom - page.top),
    };
  };
  const SILENT = `${hidden}, [aria-hidden="true"]`;
  const kindsOf = (element: HTMLElement): (readonly [SpanKind, string])[] => {
    const kinds: [SpanKind, string][] = [];
    const { dataset } = element;
    const id = dataset["id"] ?? element.id;
    const place = element.id;
    if (element.matches("[data-note='footnote'], .long-note, .head-note")) kinds.push(["note", id]);
    else if (/--p\d+$/.test(dataset["id"] ?? "")) kinds.push(["paragraph", id]);
    if (/^H[1-6]$/.test(element.tagName)) kinds.push(["heading", place]);
    if (place !== "") kinds.push(["target", place]);
    const href = element.tagName === "A" ? (element.getAttribute("href") ?? "") : "";
    if (href.startsWith("#")) kinds.push(["link", href.slice(1)]);
    if (dataset["pageOf"] !== undefined) kinds.push(["number", dataset["pageOf"]]);
    return kinds;
  };
  const regionOf = (root: Element | null, page: DOMRect): SurveyedRegion => {
    let text = "";
    const spans: SurveyedSpan[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) text += node.data;
      if (!(node instanceof Element) || node.matches(SILENT)) return;
      const kinds = node instanceof HTMLElement ? kindsOf(node) : [];
      const opened = kinds.map(([kind, id]) => {
        const box = kind === "link" || kind === "number" ? {} : { box: boxOf(node, page) };
        return spans.push({ kind, id, from: text.length, to: text.length, ...box }) - 1;
      });
      for (const child of node.childNodes) visit(child);
      for (const at of opened) {
        const span = spans[at];
        if (span) spans[at] = { ...span, to: text.length };
      }
    };
    if (root) visit(root);
    return { text, spans };
  };
  const levelOf = (heading: HTMLElement): number => {
    const { level } = heading.dataset;
    if (level !== undefined) return Number(level);
    const around = heading.closest<HTMLElement>("[data-depth]");
    return Number(heading.tagName.slice(1)) + Number(around?.dataset["depth"] ?? 0);
  };
  // The letters of a line stay inside where its box reaches over by its leading.
  const LEADING = 8;
  const outsideOf = (page: DOMRect, region: Element | null): string[] => {
    if (!region) return [];
    const bounds = region.getBoundingClientRect();
    const range = document.createRange();
    return textsIn(region, hidden).flatMap((text) => {
      if (!/\S/.test(text.data)) return [];
      // Numbers in the margin may stand beside the text, but on the page.
      const beside = text.parentElement?.closest(".pn, .page-break") !== null;
      const { left, right } = beside ? page : bounds;
      const rectsOf = (from: number, to: number): DOMRect[] => {
        range.setStart(text, from);
        range.setEnd(text, to);
        return [...range.getClientRects()];
      };
      // Spaces that end a line of code hang out of it.
      const rects =
        text.parentElement?.closest("pre, .pre") === null
          ? rectsOf(0, text.length)
          : [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) =>
              rectsOf(index, index + word.length),
            );
      const inside = rects.every(
        (rect) =>
          rect.width === 0 ||
          (rect.top >= bounds.top - LEADING &&
            rect.bottom <= bounds.bottom + LEADING &&
            rect.left >= left - 1 &&
            rect.right <= right + 1),
      );
      return inside ? [] : [text.data.trim().slice(0, 40)];
    });
  };
  return all(document.body, ".pagedjs_pages > *").map((page) => {
    const box = page.getBoundingClientRect();
    const area = page.querySelector(".pagedjs_page_content");
    const feet = page.querySelector(".pagedjs_footnote_area");
    // A note of a head stands where it is, without a mark that calls it.
    const headNotes = all(area, ".head-note[id]").map(({ id }) => id);
    return {
      text: read(page, hidden),
      area: regionOf(area, box),
      feet: regionOf(feet, box),
      dress: all(page, '[aria-hidden="true"]')
        .filter((silent) => !silent.parentElement?.closest(SILENT))
        .map((silent) => read(silent, hidden))
        .join(" "),
      head: read(page.querySelector(".running-head"), hidden),
      folio: read(page.querySelector(".folio"), hidden),
      body: read(area, slots),
      paragraphs: all(area, "[data-id]")
        .filter(({ dataset }) => /--p\d+$/.test(dataset["id"] ?? ""))
        .map(fragment),
      // A long note stands behind its text, and only a line that says so at the foot.
      notes: [...all(feet, "[data-note='footnote']"), ...all(area, ".long-note, .head-note")].map(
        fragment,
      ),
      calls: [
        ...all(area, "a.call").map((call) => (call.getAttribute("href") ?? "").slice(1)),
        ...headNotes,
      ],
      begun: [...all(feet, "[data-note='footnote'][id]").map(({ id }) => id), ...headNotes],
      headings: all(area, "h1, h2, h3, h4, h5, h6").map((heading) => {
        const text = read(heading, hidden).replaceAll(/\s+/g, " ").trim();
        const words = read(heading, `${hidden}, .call`).replaceAll(/\s+/g, " ").trim();
        const { left, top } = heading.getBoundingClientRect();
        return {
          text,
          bookmark: heading.dataset["bookmark"] ?? words,
          level: levelOf(heading),
          left: left - box.left,
          top: top - box.top,
        };
      }),
      links: all(page, "a[href^='#']").map((link) => (link.getAttribute("href") ?? "").slice(1)),
      mentions: all(page, "[data-mention][id]").map(({ dataset }) => dataset["mention"] ?? ""),
      indexed: all(page, "[data-mentions-of]").map((slot) => ({
        entry: slot.dataset["mentionsOf"] ?? "",
        pages: slot.textContent ?? "",
      })),
      outside: [...outsideOf(box, area), ...outsideOf(box, feet)],
    };
  });
}
