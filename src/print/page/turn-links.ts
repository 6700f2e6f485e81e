/// <reference lib="dom" />

/** Where something that links lead to stands: on which page, counted from 0, and how far from its corner, in px. */
export interface LinkTarget {
  readonly id: string;
  readonly page: number;
  readonly left: number;
  readonly top: number;
}

/**
 * Runs in the page when it has been read: gives the links within the reader an address of the kind that leads
 * outside, `prefix` and the target's id, and says where their targets are. For an inner link Chromium
 * would look on every page for the targets of all.
 */
export function turnLinks(prefix: string): readonly LinkTarget[] {
  const ids = new Set<string>();
  for (const link of document.querySelectorAll("a[href^='#']")) {
    const id = (link.getAttribute("href") ?? "").slice(1);
    ids.add(id);
    link.setAttribute("href", prefix + id);
  }
  const pages = [...document.querySelectorAll(".pagedjs_pages > *")];
  return pages.flatMap((element, page) => {
    const corner = element.getBoundingClientRect();
    return [...element.querySelectorAll("[id]")].flatMap((target) => {
      // The first counts, as in a browser.
      if (!ids.delete(target.id)) return [];
      const { left, top } = target.getBoundingClientRect();
      return [{ id: target.id, page, left: left - corner.left, top: top - corner.top }];
    });
  });
}
