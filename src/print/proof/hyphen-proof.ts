import type { SurveyedPage } from "../page/survey.ts";
import type { ProofFailure } from "./proof-failure.ts";
import type { ReadPdfPage } from "./read-pdf.ts";

/** A hyphen between letters, and as much around it as tells which it is. */
const HYPHENATED = /\p{L}{1,4}-\p{L}{1,4}/gu;

/** Hyphens of every kind, and those that a line's end alone would show. */
const HYPHENS = /[\u2010\u2011\uFE63\uFF0D]/gu;
const SOFT = /\u00AD/gu;

/** Words that are divided in the middle of a line of the PDF, where the page has no hyphen: their line was set anew after it was divided. */
export function proveHyphens(
  label: string,
  page: Pick<SurveyedPage, "area" | "feet" | "dress">,
  { tagged }: Pick<ReadPdfPage, "tagged">,
): readonly ProofFailure[] {
  const suspects = tagged.flatMap(({ text }) => text.match(HYPHENATED) ?? []);
  if (suspects.length === 0) return [];
  const written = [page.area.text, page.feet.text, page.dress]
    .join(" ")
    .replaceAll(SOFT, "")
    .replaceAll(HYPHENS, "-")
    .toLowerCase();
  return suspects
    .filter((words) => !written.includes(words.toLowerCase()))
    .map((words) => ({
      rule: "print-text",
      message: `a word is divided within a line on page ${label} of the PDF: “${words}”`,
    }));
}
