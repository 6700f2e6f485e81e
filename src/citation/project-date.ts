import type { CslDate } from "../edition/csl-item.ts";
import type { EdtfDate } from "../edition/date.ts";
import { cslDate } from "./csl-date.ts";
import type { CitationStyle } from "./csl-style.ts";
import type { DateWords } from "./date-words.ts";
import { onlyYear } from "./only-year.ts";

/** A document's date as a style takes it. */
export interface ProjectedDate {
  readonly issued?: CslDate;
  /** What a style that prints the year alone has to say behind the kind: `May 24`. */
  readonly behindKind?: string;
}

/** A document's date in the fields in which a style wants it; nothing where it is undated. */
export function projectDate(
  date: EdtfDate | undefined,
  style: CitationStyle,
  form: "note" | "entry",
  words: DateWords,
): ProjectedDate {
  if (!date) return {};
  const exact = cslDate(date);
  const inText = !style.inNotes && style.family !== "mla";
  // An earlier Chicago, author-date, prints of a document's date the year alone.
  const yearAlone = inText && style.family === "chicago" && !style.hasCollections;
  const year = onlyYear(date);
  const literal = (shown: string): CslDate => ({
    literal: beginsSentence(style, form) ? atBeginning(shown, words) : shown,
  });
  if (exact.literal !== undefined) {
    const yearFirst = year !== undefined && (yearAlone || (inText && form === "note"));
    const shown = words.whole(date);
    if (!yearFirst) return { issued: literal(shown) };
    const issued: CslDate = { "date-parts": [[Number(year)]] };
    return yearAlone && form === "entry" ? { issued, behindKind: shown } : { issued };
  }
  const about = exact.circa === true && !style.hasCirca;
  const shown = inText && year !== undefined ? `${words.circa} ${year}` : words.whole(date);
  const issued = about ? literal(shown) : exact;
  const day = yearAlone && form === "entry" ? words.day(date) : undefined;
  return day === undefined ? { issued } : { issued, behindKind: day };
}

/** In an entry of MLA, and of Chicago with the year behind the author, a date begins a sentence. */
function beginsSentence({ family, inNotes }: CitationStyle, form: "note" | "entry"): boolean {
  return form === "entry" && (family === "mla" || (family === "chicago" && !inNotes));
}

/** "From 22 October 1962" */
function atBeginning(shown: string, { circa }: DateWords): string {
  if (shown.startsWith(`${circa} `)) return shown;
  return shown.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
