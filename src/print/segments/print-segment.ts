import type { Press } from "../browser/press-room.ts";
import { addAlphabet } from "../page/alphabet.ts";
import { type SheetDress, assemble } from "../page/assemble.ts";
import { surveyPages } from "../page/survey.ts";
import { tagElements } from "../page/tag-elements.ts";
import { turnLinks } from "../page/turn-links.ts";
import { INNER_LINK } from "../pdf/inner-links.ts";
import type { PrintedSegment } from "./printed-segment.ts";

/** Shows the pages of a segment in a press, reads them and prints them. */
export async function printSegment(
  { page, onSign }: Press,
  sheets: readonly SheetDress[],
  alphabet: string,
): Promise<PrintedSegment> {
  await page.evaluate(assemble, sheets);
  onSign();
  const pages = await page.evaluate(surveyPages);
  const targets = await page.evaluate(turnLinks, INNER_LINK);
  const tagged = await page.evaluate(tagElements, INNER_LINK);
  await page.evaluate(addAlphabet, alphabet);
  onSign();
  const pdf = await page.pdf({
    tagged: true,
    preferCSSPageSize: true,
    printBackground: true,
    timeout: 0,
  });
  return { pdf, pages, targets, tagged };
}
