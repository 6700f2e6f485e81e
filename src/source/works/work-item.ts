import type { CslItem, CslName } from "../../edition/csl-item.ts";

/** The types of works that styles know (CSL 1.0.2, appendix III). */
export const workTypes: readonly string[] = (
  "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset " +
  "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation " +
  "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical " +
  "personal_communication post post-weblog regulation report review review-book software song speech standard " +
  "thesis treaty webpage"
).split(" ");

/** Types of which some have no title of their own. */
export const untitledTypes: ReadonlySet<string> = new Set([
  "interview",
  "legal_case",
  "personal_communication",
  "review",
  "review-book",
]);

const nameFields = [
  "author",
  "editor",
  "recipient",
  "translator",
  "contributor",
  "container-author",
  "collection-editor",
  "original-author",
  "series-creator",
  "director",
  "interviewer",
] as const;

const wordFields = [
  "title",
  "title-short",
  "genre",
  "medium",
  "archive",
  "archive_collection",
  "archive_location",
  "archive-place",
  "source",
  "container-title",
  "container-title-short",
  "publisher",
  "publisher-place",
  "version",
  "number",
  "call-number",
  "note",
  "language",
  "URL",
  "collection-number",
  "collection-title",
  "chapter-number",
  "dimensions",
  "DOI",
  "edition",
  "event-place",
  "event-title",
  "ISBN",
  "ISSN",
  "issue",
  "number-of-pages",
  "number-of-volumes",
  "original-publisher",
  "original-publisher-place",
  "original-title",
  "page",
  "part-number",
  "section",
  "status",
  "supplement",
  "volume",
  "volume-title",
] as const;

/** What can be cited of a work, from CSL-JSON as whoever wrote it. Dates are read elsewhere; what CSL does not know is left out. */
export function workItem(id: string, type: string, field: (name: string) => unknown): CslItem {
  const item: Record<string, string | readonly CslName[]> = { id, type };
  for (const name of nameFields) {
    const names = namesIn(field(name));
    if (names.length > 0) item[name] = names;
  }
  for (const name of wordFields) {
    const words = wordsIn(field(name));
    if (words !== "") item[name] = words;
  }
  // Older programs write these otherwise.
  const event = wordsIn(field("event"));
  if (event !== "") item["event-title"] ??= event;
  const language = languageOf(item["language"]);
  if (language !== undefined) item["language"] = language;
  const short = wordsIn(field("shortTitle"));
  if (short !== "") item["title-short"] ??= short;
  // In nothing, a part is cited as a whole: BibTeX's "inbook" has the book's title alone.
  const isWhole = partTypes.has(type) && item["container-title"] === undefined;
  return { ...item, id, type: isWhole ? "book" : type };
}

/** Types that styles say "in" of. */
const partTypes: ReadonlySet<string> = new Set([
  "chapter",
  "entry",
  "entry-dictionary",
  "entry-encyclopedia",
  "paper-conference",
]);

/** What BibLaTeX and those who write it call languages; of others a tag such as `de` is taken. */
const languages: Readonly<Record<string, string>> = {
  english: "en",
  american: "en-US",
  usenglish: "en-US",
  british: "en-GB",
  ukenglish: "en-GB",
  german: "de",
  ngerman: "de",
  austrian: "de-AT",
  french: "fr",
  spanish: "es",
  italian: "it",
  portuguese: "pt",
  brazilian: "pt-BR",
  russian: "ru",
  ukrainian: "uk",
  polish: "pl",
  czech: "cs",
  slovak: "sk",
  hungarian: "hu",
  romanian: "ro",
  bulgarian: "bg",
  serbian: "sr",
  croatian: "hr",
  slovene: "sl",
  dutch: "nl",
  danish: "da",
  norwegian: "no",
  swedish: "sv",
  finnish: "fi",
  greek: "el",
  turkish: "tr",
  arabic: "ar",
  hebrew: "he",
  persian: "fa",
  chinese: "zh",
  japanese: "ja",
  korean: "ko",
  vietnamese: "vi",
  latin: "la",
};

function languageOf(written: unknown): string | undefined {
  if (typeof written !== "string") return undefined;
  return languages[written.toLowerCase()] ?? written;
}

function wordsIn(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : "";
}

function namesIn(value: unknown): readonly CslName[] {
  if (!Array.isArray(value)) return [];
  const names: readonly unknown[] = value;
  return names.flatMap((name) => nameIn(name) ?? []);
}

const nameParts = [
  "family",
  "given",
  "dropping-particle",
  "non-dropping-particle",
  "suffix",
  "literal",
] as const;

function nameIn(value: unknown): CslName | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const written = new Map<string, unknown>(Object.entries(value));
  const parts = nameParts
    .map((part) => [part, wordsIn(written.get(part))] as const)
    .filter(([, words]) => words !== "");
  const [only] = parts;
  if (!only) return undefined;
  // A body, or somebody with one name, is not divided.
  if (parts.length === 1) return { literal: only[1] };
  return Object.fromEntries(parts);
}
