import type { CslLocale } from "../edition/citation-styles.ts";
import { type CslNode, child, textOf } from "../edition/csl-node.ts";
import { type CitedName, namesInWords } from "./cited-names.ts";
import { type DateWords, dateWords, englishDates } from "./date-words.ts";

/** What citations say in words of their own, where a style leaves it to them, in a language. */
export interface CitationWords {
  /** What stands before a document's number: "doc.". */
  readonly document: string;
  readonly note: string;
  readonly page: string;
  /** What stands before the name of an edition's state: "version 1.0". */
  readonly version: string;
  /** "trans. Ida Marsh and Piet Hollis" */
  readonly translatedBy: (names: readonly CitedName[]) => string;
  readonly dates: DateWords;
}

/** The words of American English. */
export const englishWords: CitationWords = {
  document: "doc.",
  note: "n.",
  page: "p.",
  version: "version",
  translatedBy: (names) => `trans. ${namesInWords(names)}`,
  dates: englishDates,
};

const known = new WeakMap<CslLocale, CitationWords>();

/** The words of a language, as the collection has them; English where it has none. */
export function citationWords(locale: CslLocale, language: string): CitationWords {
  if (/^en\b/u.test(locale.name)) return englishWords;
  const before = known.get(locale) ?? readWords(locale, language);
  known.set(locale, before);
  return before;
}

function readWords({ csl, name }: CslLocale, language: string): CitationWords {
  const term = (of: string, form?: string): string | undefined => termOf(csl, of, form);
  const translated = term("translator", "verb-short") ?? "trans.";
  const and = term("and");
  const speaks = language.split("-")[0] === name.split("-")[0];
  return {
    document: term("document", "short") ?? englishWords.document,
    note: term("note", "short") ?? englishWords.note,
    page: term("page", "short") ?? englishWords.page,
    version: term("version") ?? englishWords.version,
    translatedBy: (names) => `${translated} ${namesInWords(names, and)}`,
    dates: dateWords(speaks ? language : name, {
      circa: term("circa", "short") ?? term("circa") ?? "c.",
      seasons: ["01", "02", "03", "04"].map((season) => term(`season-${season}`)),
    }),
  };
}

/** Whether full stops and commas stand within quotation marks: “so.” */
export function hasStopsInQuotes(locale: CslNode): boolean {
  return child(locale, "style-options")?.attrs["punctuation-in-quote"] === "true";
}

/** A term of a locale; the one of a single thing where it has two. Nothing where it has none. */
export function termOf(locale: CslNode, name: string, form?: string): string | undefined {
  const terms = child(locale, "terms")?.children ?? [];
  const term = terms.find(
    (node): node is CslNode =>
      typeof node !== "string" && node.attrs["name"] === name && node.attrs["form"] === form,
  );
  const words = textOf(child(term, "single") ?? term).trim();
  return words === "" ? undefined : words;
}
