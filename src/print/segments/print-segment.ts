import type { Press } from "../browser/press-room.ts";
import { FROM_RIGHT, hasRightToLeft } from "../letters.ts";
import { addAlphabet } from "../page/alphabet.ts";
import { type SheetDress, assemble } from "../page/assemble.ts";
import { type SurveyedPage, surveyPages } from "../page/survey.ts";
import { surveyWords } from "../page/survey-words.ts";
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
  const pages = await surveyed(page);
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

async function surveyed(page: Press["page"]): Promise<readonly SurveyedPage[]> {
  const pages = await page.evaluate(surveyPages);
  if (!pages.some(({ text }) => hasRightToLeft(text))) return pages;
  const words = await page.evaluate(surveyWords, FROM_RIGHT);
  return pages.map((each, at) => {
    const own = words[at];
    return own && own.length > 0 ? { ...each, words: own } : each;
  });
}
