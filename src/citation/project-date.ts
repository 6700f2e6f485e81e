import type { CslDate } from "../edition/csl-item.ts";
import type { EdtfDate } from "../edition/date.ts";
import { cslDate } from "./csl-date.ts";
import type { CitationStyle } from "./csl-style.ts";
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
  language: string,
): ProjectedDate {
  if (!date) return {};
  const exact = cslDate(date);
  const inText = !style.inNotes && style.family !== "mla";
  // An earlier Chicago, author-date, prints of a document's date the year alone.
  const yearAlone = inText && style.family === "chicago" && !style.hasCollections;
  const year = onlyYear(date);
  if (exact.literal !== undefined) {
    const yearFirst = year !== undefined && (yearAlone || (inText && form === "note"));
    if (!yearFirst) return { issued: { literal: atBeginning(date.shown, style, form) } };
    const issued: CslDate = { "date-parts": [[Number(year)]] };
    return yearAlone && form === "entry" ? { issued, behindKind: date.shown } : { issued };
  }
  const about = exact.circa === true && !style.hasCirca;
  const words = inText && year !== undefined ? `c. ${year}` : date.shown;
  const issued = about ? { literal: atBeginning(words, style, form) } : exact;
  if (!yearAlone || form === "note") return { issued };
  const day =
    exact.season === undefined
      ? dayInWords(exact, language)
      : date.shown.replace(/^c\. | \d+\??$/gu, "");
  return day === undefined ? { issued } : { issued, behindKind: day };
}

/** In an entry of MLA, and of Chicago with the year behind the author, a date begins a sentence: "From 22 October 1962". */
function atBeginning(words: string, style: CitationStyle, form: "note" | "entry"): string {
  const begins =
    form === "entry" && (style.family === "mla" || (style.family === "chicago" && !style.inNotes));
  return begins && !words.startsWith("c. ")
    ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    : words;
}

/** `May 24`, `October 22–28`, or the month where the day is not known; with years where there are two. */
function dayInWords({ "date-parts": parts = [] }: CslDate, language: string): string | undefined {
  const [from, to = from] = parts;
  const [year, month, day] = from ?? [];
  if (!from || !to || year === undefined || month === undefined || to[1] === undefined)
    return undefined;
  const words = new Intl.DateTimeFormat(language === "en" ? "en-US" : language, {
    month: "long",
    timeZone: "UTC",
    ...(day === undefined || to[2] === undefined ? {} : { day: "numeric" }),
    ...(to[0] === year ? {} : { year: "numeric" }),
  });
  return words.formatRange(moment(from), moment(to)).replace(/\s*–\s*/gu, "–");
}

function moment([year = 1, month = 1, day = 1]: readonly number[]): Date {
  const date = new Date(Date.UTC(2000, month - 1, day));
  // Years below 100 are not those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
