const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00A0",
};

/** The words of some HTML that citeproc wrote. */
export function plainOfHtml(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&(?:#(\d+)|([a-z]+));/gu, (whole, code: string | undefined, name: string) =>
      code === undefined ? (NAMED[name] ?? whole) : String.fromCodePoint(Number(code)),
    );
}
