import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { didYouMean } from "../../diagnostics/suggest.ts";
import { type EdtfDate, readDate } from "../../edition/date.ts";
import type { CslItem } from "../../edition/csl-item.ts";
import type { Work, WorkDate } from "../../edition/edition.ts";
import type { Report } from "../markdown/reading.ts";
import { type BibtexEntry, type BibtexField, readBibtex } from "./bibtex-syntax.ts";
import type { PlaceAt } from "./read-works.ts";
import { dateOfYear } from "./work-dates.ts";
import { untitledTypes, workItem } from "./work-item.ts";

/** What the types of BibLaTeX, and those of BibTeX beside them, are to styles. */
const types: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: "article-journal",
    artwork: "graphic",
    audio: "song",
    book: "book",
    bookinbook: "book",
    booklet: "pamphlet",
    collection: "book",
    conference: "paper-conference",
    dataset: "dataset",
    electronic: "webpage",
    image: "figure",
    inbook: "chapter",
    incollection: "chapter",
    inproceedings: "paper-conference",
    inreference: "entry-encyclopedia",
    jurisdiction: "legal_case",
    legal: "treaty",
    legislation: "legislation",
    letter: "personal_communication",
    manual: "report",
    map: "map",
    mastersthesis: "thesis",
    misc: "document",
    movie: "motion_picture",
    music: "song",
    mvbook: "book",
    mvcollection: "book",
    mvproceedings: "book",
    mvreference: "book",
    online: "webpage",
    patent: "patent",
    performance: "performance",
    periodical: "periodical",
    phdthesis: "thesis",
    proceedings: "book",
    reference: "book",
    report: "report",
    review: "review",
    software: "software",
    standard: "standard",
    suppbook: "chapter",
    suppcollection: "chapter",
    suppperiodical: "article-journal",
    techreport: "report",
    thesis: "thesis",
    unpublished: "manuscript",
    video: "motion_picture",
    www: "webpage",
  }),
);

/** Types that hold no work: sets of others, and data for other programs. */
const noWorks: ReadonlySet<string> = new Set(["set", "xdata", "bibnote"]);

/** Fields with a date each, and what CSL calls it. */
const dateFields: readonly (readonly [string, WorkDate])[] = [
  ["date", "issued"],
  ["origdate", "original-date"],
  ["eventdate", "event-date"],
  ["urldate", "accessed"],
];
const dated: ReadonlySet<string> = new Set([
  ...dateFields.map(([field]) => field),
  "year",
  "month",
  "day",
]);

/** Reads the works of a file in BibTeX or BibLaTeX. */
export function readBibtexWorks(
  file: string,
  source: string,
  placeAt: PlaceAt,
  report: Report,
): readonly Work[] {
  const { entries, faults } = readBibtex(source);
  for (const { at, message, mend } of faults) report("works-syntax", placeAt(at), message, mend);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return entries
    .filter(({ type }) => !noWorks.has(type))
    .map((entry) => readEntry(file, entry, byKey, placeAt, report));
}

function readEntry(
  file: string,
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
  placeAt: PlaceAt,
  report: Report,
): Work {
  const { key, type, fields, broken } = entry;
  const place = placeAt(entry.keyAt);
  const names = new Set<string>();
  for (const { name, at } of fields) {
    if (names.has(name))
      report(
        "work-invalid",
        placeAt(at),
        `"${name}" of "${key}" is given a second time`,
        "delete one of the two",
      );
    names.add(name);
  }
  const cslType = types.get(type);
  if (cslType === undefined)
    report(
      "work-invalid",
      placeAt(entry.typeAt),
      `"${key}" is of an unknown type, @${type}`,
      didYouMean(type, types.keys(), "write @book, @article, @incollection or @misc"),
    );
  const said = valuesOf(entry, byKey);
  for (const { name, at } of unreadable(entry))
    report(
      "work-invalid",
      placeAt(at),
      `"${name}" of "${key}" cannot be read as TeX`,
      "close its braces and dollar signs, and put a backslash before a dollar sign that is one",
    );
  for (const { name, valueAt, value } of fields) {
    const command = leftover(name, value);
    if (command !== undefined)
      report(
        "work-invalid",
        placeAt(valueAt),
        `"${name}" of "${key}" has a command of TeX that is not known here: ${command}`,
        "write the letters themselves",
      );
  }
  const genre = said.get("genre");
  const item = workItem(key, cslType ?? "document", (name) =>
    name === "genre" && genre === type ? undefined : said.get(name),
  );
  const isUntitled =
    item.title === undefined &&
    !fields.some(({ name, value }) => name === "title" && value.trim() !== "");
  if (!broken && isUntitled && !untitledTypes.has(item.type))
    report("work-invalid", place, `"${key}" has no title`, "add a line such as title = {…}");
  const { dates, literal } = datesOf(entry, parentsOf(entry, byKey), placeAt, report);
  return {
    key,
    file,
    place,
    dates,
    item: literal === undefined ? item : withLiteral(item, literal),
    ...(broken ? { broken } : {}),
  };
}

/** What citation-js makes of the fields, dates aside: it knows TeX's letters, names, and what BibLaTeX calls what. */
function valuesOf(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
): ReadonlyMap<string, unknown> {
  const family = [entry, ...parentsOf(entry, byKey)];
  return (
    converted(family.map((one) => asGiven(one, one.fields))) ??
    // Without what cannot be read, which is said where it stands.
    converted(
      family.map((one) => {
        const wrong = new Set(unreadable(one));
        return asGiven(
          one,
          one.fields.filter((field) => !wrong.has(field)),
        );
      }),
    ) ??
    new Map()
  );
}

/** An entry as citation-js takes it. */
interface GivenEntry {
  readonly label: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, string>>;
}

function asGiven({ key, type }: BibtexEntry, fields: readonly BibtexField[]): GivenEntry {
  // Of two fields with one name the first counts.
  const properties = fields
    .filter(({ name, value }) => !dated.has(name) && value.trim() !== "")
    .map(({ name, value }) => [name, value.replaceAll(/\\l?dots\b(?:\{\}| )?/g, "…")] as const)
    .toReversed();
  return { label: key, type, properties: Object.fromEntries(properties) };
}

function converted(given: readonly GivenEntry[]): ReadonlyMap<string, unknown> | undefined {
  try {
    const [first] = plugins.input.data(given, "@biblatex/entries+list");
    return new Map(Object.entries(first ?? {}));
  } catch {
    return undefined;
  }
}

/** Fields whose TeX is broken. */
function unreadable(entry: BibtexEntry): readonly BibtexField[] {
  if (converted([asGiven(entry, entry.fields)])) return [];
  return entry.fields.filter((field) => !converted([asGiven(entry, [field])]));
}

/** A command of TeX that nobody knew what to make of, in a field of words. */
function leftover(name: string, value: string): string | undefined {
  if (!/\\[a-z]/i.test(value) || !WORDS.has(name)) return undefined;
  const field: BibtexField = { name: "title", value, at: 0, valueAt: 0 };
  const entry: BibtexEntry = {
    type: "book",
    typeAt: 0,
    key: "x",
    keyAt: 0,
    fields: [field],
    broken: false,
  };
  const words = converted([asGiven(entry, [field])])?.get("title");
  return typeof words === "string" ? /\\[a-z]+/i.exec(words)?.[0] : undefined;
}

/** Fields that are shown, and are words. */
const WORDS: ReadonlySet<string> = new Set(
  "title subtitle titleaddon shorttitle author editor translator bookauthor publisher address location journal journaltitle booktitle booksubtitle maintitle series edition note addendum school institution organization".split(
    " ",
  ),
);

/** Entries from which one takes what it does not say itself. */
function parentsOf(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
): readonly BibtexEntry[] {
  const parents: BibtexEntry[] = [];
  for (let at: BibtexEntry | undefined = entry; at && parents.length < 5;) {
    const named: string | undefined = at.fields.find(({ name }) => name === "crossref")?.value;
    at = named === undefined ? undefined : byKey.get(named.trim());
    if (!at || at === entry || parents.includes(at)) break;
    parents.push(at);
  }
  return parents;
}

function datesOf(
  { key, fields: own }: BibtexEntry,
  parents: readonly BibtexEntry[],
  placeAt: PlaceAt,
  report: Report,
): { readonly dates: Work["dates"]; readonly literal?: string } {
  const dates: Partial<Record<WorkDate, EdtfDate>> = {};
  // What is part of another work is of its date, unless it says another.
  const isDated = own.some(({ name }) => name === "date" || name === "year");
  const fields = isDated ? own : [...own, ...parents.flatMap((parent) => parent.fields)];
  const valueOf = (name: string): string | undefined =>
    fields.find((field) => field.name === name && field.value.trim() !== "")?.value.trim();
  for (const [name, kind] of dateFields) {
    const field = fields.find((one) => one.name === name && one.value.trim() !== "");
    if (!field) continue;
    const date = readDate(field.value.trim()) ?? dateOfYear(field.value);
    if (date) dates[kind] = date;
    else
      report(
        "work-invalid",
        placeAt(field.valueAt),
        `"${field.value.trim()}", the ${name} of "${key}", is no date`,
        "write it in EDTF: 1962, 1962-05-24, 1961/1963, 1962~ for about 1962",
      );
  }
  const year = valueOf("year");
  if (dates.issued || year === undefined) return { dates };
  const date = dateOfYear(year, valueOf("month"), valueOf("day"));
  return date ? { dates: { ...dates, issued: date } } : { dates, literal: year };
}

function withLiteral(item: CslItem, literal: string): CslItem {
  return { ...item, issued: { literal: literal.replaceAll(/[{}]/g, "") } };
}
