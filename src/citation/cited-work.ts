import type { CslItem } from "../edition/csl-item.ts";
import type { Work } from "../edition/edition.ts";
import { cslDate } from "./csl-date.ts";

/** A work as a style takes it: with its dates and a short title, and in a language where its letters are not Latin, so that they are not given capitals. */
export function citedWork({ item, dates }: Work): CslItem {
  const language = item.language ?? (isLatin(item) ? undefined : "und");
  const short = item["title-short"] ?? mainTitle(item.title);
  return {
    ...item,
    ...(short === undefined ? {} : { "title-short": short }),
    ...(dates.issued ? { issued: cslDate(dates.issued) } : {}),
    ...(dates["original-date"] ? { "original-date": cslDate(dates["original-date"]) } : {}),
    ...(dates["event-date"] ? { "event-date": cslDate(dates["event-date"]) } : {}),
    ...(dates.accessed ? { accessed: cslDate(dates.accessed) } : {}),
    ...(language === undefined ? {} : { language }),
  };
}

/** What stands before the colon, where a title has one: by that a work is named when it is cited again. */
function mainTitle(title = ""): string | undefined {
  const [, main = ""] = /^(.{3,}?)\s?: /u.exec(title) ?? [];
  // Not within italics or quotation marks that end behind it.
  const isWhole = /^(?:[^<“„«]|<(\w+)[^>]*>[^<]*<\/\1>|“[^”]*”|„[^“]*“|«[^»]*»)*$/u.test(main);
  return main === "" || !isWhole ? undefined : main;
}

function isLatin({ title = "" }: CslItem): boolean {
  return !/\p{L}/u.test(title) || /\p{Script=Latin}/u.test(title);
}

/** In what order a bibliography has works. */
export type WorkOrder = "author-title" | "author-date";

/** Compares works by author, then title or date, in a language's alphabet. */
export function byAuthor(language: string, order: WorkOrder): (a: Work, b: Work) => number {
  const collator = collatorOf(language);
  const known = new Map<Work, readonly string[]>();
  const keysOf = (work: Work): readonly string[] => {
    const keys = known.get(work) ?? sortKeys(work, order);
    known.set(work, keys);
    return keys;
  };
  return (a, b) => {
    const [mine, other] = [keysOf(a), keysOf(b)];
    for (const [index, key] of mine.entries()) {
      const compared = collator.compare(key, other[index] ?? "");
      if (compared !== 0) return compared;
    }
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  };
}

function collatorOf(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language, { numeric: true, ignorePunctuation: true });
  } catch {
    return new Intl.Collator("en", { numeric: true, ignorePunctuation: true });
  }
}

/** What a work is sorted by: its authors, or whoever stands for them; without any its title. */
function sortKeys({ item, dates }: Work, order: WorkOrder): readonly string[] {
  const makers = item.author ?? item.editor ?? item.translator ?? [];
  const names = makers
    .map(
      ({ family, given, literal, "non-dropping-particle": particle }) =>
        literal ?? [particle, family, given].filter((part) => part !== undefined).join(" "),
    )
    .join(" ");
  const title = withoutArticle(item.title ?? item["title-short"] ?? "");
  const date = dates.issued?.earliest ?? item.issued?.literal ?? "";
  const author = names === "" ? title : names;
  return order === "author-date" ? [author, date, title] : [author, title, date];
}

function withoutArticle(title: string): string {
  return title.replaceAll(/<[^>]*>/gu, "").replace(/^["“‘'«]*(?:(?:the|an|a)\s+)?/iu, "");
}

/** Who made a work, as a sentence names them: "Fursenko and Naftali"; its title where nobody is named. */
export function namesInSentence({ item }: Work, and: string, others: string): string {
  const makers = item.author ?? item.editor ?? item.translator ?? [];
  const names = makers.map(
    ({ family, literal, "non-dropping-particle": particle }) =>
      literal ?? [particle, family].filter((part) => part !== undefined).join(" "),
  );
  const [first, second, third] = names;
  if (first === undefined) return item["title-short"] ?? item.title ?? item.id;
  if (second === undefined) return first;
  if (third === undefined) return `${first} ${and} ${second}`;
  if (names.length > 3) return `${first} ${others}`;
  return `${first}, ${second}, ${and} ${third}`;
}
