/// <reference lib="dom" />

/** Where something that links can lead to stands: on which page, counted from 0, and how far from its corner, in px. */
export interface LinkTarget {
  readonly id: string;
  readonly page: number;
  readonly left: number;
  readonly top: number;
}

/**
 * Runs in a press when its pages have been read: gives the links within the reader an address of the kind that
 * leads outside, `prefix` and the target's id, and says where everything with an id stands. For an inner link
 * Chromium would look on every page for the targets of all.
 */
export function turnLinks(prefix: string): readonly LinkTarget[] {
  for (const link of document.querySelectorAll("a[href^='#']")) {
    link.setAttribute("href", prefix + (link.getAttribute("href") ?? "").slice(1));
  }
  const pages = [...document.querySelectorAll(".pagedjs_pages > *")];
  return pages.flatMap((element, page) => {
    const corner = element.getBoundingClientRect();
    return [...element.querySelectorAll("[id]")].map((target) => {
      const { left, top } = target.getBoundingClientRect();
      return { id: target.id, page, left: left - corner.left, top: top - corner.top };
    });
  });
}
