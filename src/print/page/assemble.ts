/// <reference lib="dom" />

import type { SlotPage } from "./lay-out.ts";

/** A page of a reader when left and right are known. */
export interface SheetDress {
  /** The finished page; absent for a blank one. */
  readonly html?: string;
  /** The pages that its slots show, by their place in the chunk's source. */
  readonly filled: Readonly<Record<string, readonly SlotPage[]>>;
  readonly side: "recto" | "verso";
  readonly folio: string;
  readonly head: string;
}

/**
 * Runs in a press: puts finished pages in a row, each with its head, its folio, the marking that all pages bear
 * and the numbers of pages that it shows. The text width is the same left and right, so no line moves.
 */
export async function assemble(sheets: readonly SheetDress[]): Promise<void> {
  const { previewer, fillSlot } = globalThis.scholium;
  const { pagesArea, pageTemplate } = previewer.chunker;
  // For whom the pages are, where that is not everyone: part of what decides a layout's key.
  const marking = document.body.dataset["marking"] ?? "";
  const dressing = (className: string, words: string): HTMLElement => {
    const line = document.createElement("div");
    line.className = className;
    line.textContent = words;
    // A screen reader should not meet it amid the text.
    line.setAttribute("aria-hidden", "true");
    return line;
  };
  const blankPage = (): HTMLElement => {
    const blank = document.importNode(pageTemplate.content, true).firstElementChild;
    return blank instanceof HTMLElement ? blank : document.createElement("div");
  };

  // A head longer than its line would run off the sheet: it ends behind the last word that fits.
  const ruler = dressing("running-head", "");
  const rulersPage = blankPage();
  rulersPage.classList.add("verso");
  rulersPage.querySelector(".pagedjs_pagebox")?.append(ruler);
  pagesArea.replaceChildren(rulersPage);
  const fits = (words: string): boolean => {
    ruler.textContent = words;
    return ruler.scrollWidth <= ruler.clientWidth;
  };
  const fitting = (head: string): string => {
    if (fits(head)) return head;
    const cut = (end: number): string => `${head.slice(0, end).replace(/[\s,;:.–—-]+$/u, "")} …`;
    let end = 1;
    let tooMany = head.length;
    while (tooMany - end > 1) {
      const middle = Math.floor((end + tooMany) / 2);
      if (fits(cut(middle))) end = middle;
      else tooMany = middle;
    }
    // Behind a word, unless the first alone is too long.
    const word = head.lastIndexOf(" ", end);
    return cut(word > 0 ? word : end);
  };
  const heads = new Map(
    [...new Set(sheets.map(({ head }) => head))].map((head) => [head, fitting(head)]),
  );

  const pages = sheets.map(({ html, filled, side, folio, head }) => {
    const template = document.createElement("template");
    template.innerHTML = html ?? "";
    const finished = template.content.firstElementChild;
    const page = finished ? document.importNode(finished, true) : blankPage();
    page.classList.remove("pagedjs_left_page", "pagedjs_right_page", "pagedjs_first_page");
    page.classList.add(side);
    const box = page.querySelector(".pagedjs_pagebox");
    if (head !== "") box?.append(dressing("running-head", heads.get(head) ?? head));
    if (folio !== "") box?.append(dressing("folio", folio));
    if (html !== undefined && marking !== "") box?.append(dressing("marking", marking));
    for (const slot of page.querySelectorAll<HTMLElement>("[data-slot]")) {
      fillSlot(slot, filled[slot.dataset["slot"] ?? ""] ?? []);
    }
    return page;
  });
  pagesArea.replaceChildren(...pages);
  // Without their pictures notes would be read at other places than they are printed at.
  const pictures = [...pagesArea.querySelectorAll("img")];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
}
