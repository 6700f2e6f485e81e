/* The archive's two pages from which the specimen edition was made, as their text was saved. */

/** An entry of the archive's list. */
export interface ListEntry {
  /** As the list gives it: `October 25, 1962`, `October 1964`. */
  readonly date: string;
  readonly title: string;
  readonly summary: string;
}

/** The page of one document, in its parts. */
export interface DocumentPage {
  readonly date: string;
  readonly title: string;
  readonly transcription: string;
  readonly summary: string;
  readonly archive: string;
  readonly rights: string;
}

const MONTH =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const DATE = new RegExp(`^${MONTH} (?:\\d{1,2}, )?\\d{4}$`);

/** Reads the list's page: entries of date, title and summary, each a paragraph. */
export function readListPage(page: string): readonly ListEntry[] {
  const paragraphs = paragraphsOf(page);
  return paragraphs.flatMap((date, index) => {
    const [title, summary] = paragraphs.slice(index + 1);
    return DATE.test(date) && title !== undefined && summary !== undefined
      ? [{ date, title, summary }]
      : [];
  });
}

/** Reads a document's page. Its transcription ends with the last paragraph before the archive's summary. */
export function readDocumentPage(page: string): DocumentPage {
  const [date = "", title = "", ...rest] = paragraphsOf(page).slice(1);
  const information = rest.indexOf("Document Information");
  const uploaded = rest.indexOf("Original Uploaded Date");
  const [archive = "", ...rights] = rest.slice(information + 1, uploaded);
  return {
    date,
    title,
    transcription: rest.slice(0, information - 1).join(" "),
    summary: rest[information - 1] ?? "",
    archive,
    rights: rights.join(" "),
  };
}

/** `October 25, 1962` → `1962-10-25`; `October 1964` → `1964-10`. */
export function asEdtf(date: string): string {
  const [, month = "", day, year = ""] = /^(\w+) (?:(\d{1,2}), )?(\d{4})$/.exec(date) ?? [];
  const number = new Date(`${month} 1, 2000 00:00:00Z`).getUTCMonth() + 1;
  const parts = [year, String(number).padStart(2, "0")];
  return [...parts, ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
}

/** Paragraphs without the page's spaces: runs of spaces, and the hard ones about words that it set in italics, are one. */
function paragraphsOf(page: string): readonly string[] {
  return page
    .split(/\n/)
    .map((line) => line.replaceAll(/\s+/gu, " ").trim())
    .filter((line) => line !== "");
}
