/** `[Page 149]`, `[p. 12]`, `[page XII]`: where a page of the original begins. One group: the page. */
export const PAGE_MARK =
  /\[(?:page|pages?|pg|p)\.?\s{0,3}(\d{1,5}[a-z]?|[ivxlcdm]{1,12})\s{0,3}\]/giu;

const ALONE = new RegExp(`^\\s*${PAGE_MARK.source}\\s*$`, "iu");

/** The page that a line marks which is nothing but a mark. */
export function pageOfLine(line: string): string | undefined {
  return line.length > 60 ? undefined : ALONE.exec(line)?.[1];
}
