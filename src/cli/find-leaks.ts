import { type LeakSearch, type SearchedOutput, findLeaks } from "../site/proof/find-leaks.ts";

/** Searches what students get, PDFs too. */
export async function findLeaksAlsoInPdfs(
  search: Omit<LeakSearch, "withPdfTexts">,
): Promise<SearchedOutput> {
  const { withPdfTexts } = await import("../print/proof/texts-of-pdf.ts");
  return findLeaks({ ...search, withPdfTexts });
}
