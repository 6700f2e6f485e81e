/** The place at which a page of the original begins, by the page's number or name: `187` is `page-187`, `XII a` is `page-xii-a`. Nothing for a page without letters and digits. */
export function pageAnchor(page: string): string | undefined {
  const name = page
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  return name === "" ? undefined : `page-${name}`;
}
