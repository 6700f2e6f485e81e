import type { EdtfDate } from "../edition/date.ts";
import { readDating } from "../edition/dating.ts";
import { cslDate } from "./csl-date.ts";

/** How a language writes dates. */
export interface DateWords {
  /** What stands before a date that is about so: "c.". */
  readonly circa: string;
  /** A whole date: "22–28 October 1962", "c. May 1962". */
  readonly whole: (date: EdtfDate) => string;
  /** A date without its year where the year stands elsewhere: "May 24", "October 22–28"; with years where there are two, and nothing of a year alone. */
  readonly day: (date: EdtfDate) => string | undefined;
}

/** Dates in English: whole as the edition shows them. */
export const englishDates: DateWords = {
  circa: "c.",
  whole: ({ shown }) => shown,
  day: (date) =>
    cslDate(date).season === undefined
      ? dayIn(["en-US"], date)
      : date.shown.replaceAll(/^c\. | \d+\??$/gu, ""),
};

/** The words of a language for dates. */
export interface DateTerms {
  readonly circa: string;
  /** From spring to winter. */
  readonly seasons: readonly (string | undefined)[];
}

/** Dates in a language, as far as that is known to have words for them: what is "between", "or" and "until" stays in English. */
export function dateWords(language: string, { circa, seasons }: DateTerms): DateWords {
  const locales = localesOf(language);
  if (locales.length === 0) return { ...englishDates, circa };
  const seasonOf = (date: EdtfDate): string | undefined => seasons[(cslDate(date).season ?? 0) - 1];
  const core = (date: EdtfDate): string | undefined => {
    const { season, "date-parts": parts } = cslDate(date);
    if (season === undefined) return parts && stretchIn(locales, parts, true);
    const name = seasonOf(date);
    return name === undefined ? undefined : `${name} ${parts?.[0]?.[0] ?? ""}`;
  };
  return {
    circa,
    whole(date) {
      const words = core(date);
      // What is about so or uncertain at one end alone has no form of its own.
      const [, about, doubted = ""] = /^(c\. )?[^?]*?(\?)?$/u.exec(date.shown) ?? [];
      if (words === undefined || /.\bc\. |\?./u.test(date.shown)) return date.shown;
      const dating = readDating(date.edtf);
      const time = dating?.kind === "moment" && dating.time !== undefined ? `, ${dating.time}` : "";
      return `${about === undefined ? "" : `${circa} `}${words}${doubted}${time}`;
    },
    day: (date) => seasonOf(date) ?? dayIn(locales, date),
  };
}

/** The language, where this machine's data know it: for another it would take the machine's own. */
function localesOf(language: string): readonly string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language]);
  } catch {
    return [];
  }
}

function dayIn(locales: readonly string[], date: EdtfDate): string | undefined {
  const { "date-parts": parts = [] } = cslDate(date);
  const [from, to = from] = parts;
  if (!from || !to || from[1] === undefined || to[1] === undefined) return undefined;
  return stretchIn(locales, parts, from[0] !== to[0]);
}

type Parts = readonly number[];

/** A day, month or year, or a stretch between two: `May 24`, `October 22–28`. */
function stretchIn(locales: readonly string[], parts: readonly Parts[], withYear: boolean): string {
  const [from = [], to = from] = parts;
  if (from[1] === undefined || to[1] === undefined) return [...new Set([from[0], to[0]])].join("–");
  const withDay = from[2] !== undefined && to[2] !== undefined;
  const words = formatOf(locales, { withDay, withYear });
  const [first, last] = [words.formatToParts(moment(from)), words.formatToParts(moment(to))];
  const range = words.formatRangeToParts(moment(from), moment(to));
  // Some languages write stretches in numbers alone.
  const shown = range.some(({ type, value }) => type === "month" && /\p{L}/u.test(value))
    ? written(range)
    : [...new Set([written(first), written(last)])].join("–");
  return shown.replaceAll(/\s*–\s*/gu, "–");
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once, since that takes longer than to write a date. */
function formatOf(
  locales: readonly string[],
  { withDay, withYear }: { readonly withDay: boolean; readonly withYear: boolean },
): Intl.DateTimeFormat {
  const key = [...locales, withDay, withYear].join();
  const made = formats.get(key);
  if (made) return made;
  const format = new Intl.DateTimeFormat([...locales], {
    calendar: "gregory",
    numberingSystem: "latn",
    month: "long",
    timeZone: "UTC",
    ...(withDay ? { day: "numeric" } : {}),
    ...(withYear ? { year: "numeric" } : {}),
  });
  formats.set(key, format);
  return format;
}

/** Words without what only says that a year is one: "24 мая 1962 г.". */
function written(parts: readonly { readonly type: string; readonly value: string }[]): string {
  return parts
    .map(({ type, value }, at) =>
      type === "literal" && parts[at - 1]?.type === "year"
        ? value.replace(/^\s+\p{L}{1,2}\./u, "")
        : value,
    )
    .join("");
}

function moment([year = 1, month = 1, day = 1]: Parts): Date {
  const date = new Date(Date.UTC(2000, month - 1, day));
  // Years below 100 are not those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
