import type { CitedDocument } from "./cited-document.ts";
import { type CitedName, namesInWords } from "./cited-names.ts";
import type { EdtfDate } from "../edition/date.ts";
import { cslDate, cslDay } from "./csl-date.ts";
import type { CslDate, CslItem } from "../edition/csl-item.ts";
import type { CitationStyle, StyleFamily } from "./csl-style.ts";
import { inSmallLetters } from "./small-letters.ts";

/** What is cited: the archive's original as edited here, or the edition's document. */
export type CitedAs = "original" | "edition";

/** As what a document is cited, and how: a note (or what stands in the text), or a bibliography's entry. */
export interface Projection {
  readonly as: CitedAs;
  readonly form: "note" | "entry";
}

/** A document in the fields in which a style wants it. */
export function projectDocument(
  document: CitedDocument,
  style: CitationStyle,
  projection: Projection,
): CslItem {
  return projection.as === "original"
    ? projectOriginal(document, style, projection)
    : projectInEdition(document);
}

/**
 * The archive's original. CSL's `document`, since APA gives of a manuscript or report the year alone; the kind in
 * `genre`. A title that is not the document's own is not quoted: then it stands in `genre`, and the kind, which it
 * tells, is left out.
 */
function projectOriginal(
  document: CitedDocument,
  style: CitationStyle,
  projection: Projection,
): CslItem {
  const { authors, translators, date, url } = document;
  const unsigned = authors.length === 0 && translators.length > 0;
  const exact = date && cslDate(date);
  const issued = exact?.circa && !style.hasCirca ? aboutInWords(date, style) : exact;
  return {
    id: document.id,
    type: "document",
    ...titleAndGenre(document, style, projection.form === "entry" ? exact : undefined),
    ...titleShort(document),
    ...(authors.length > 0 ? { author: authors } : {}),
    // Chicago and MLA would make the translator the author.
    ...(unsigned && style.family !== "apa"
      ? { medium: `${style.family === "mla" ? "Trans." : "trans."} ${namesInWords(translators)}` }
      : withTranslators(translators)),
    ...(issued ? { issued } : {}),
    ...archiveFields[style.family](document, style, projection),
    language: document.language,
    ...(url === undefined ? {} : { URL: url }),
  };
}

function titleAndGenre(
  { title, titleSupplied, kind, edition }: CitedDocument,
  style: CitationStyle,
  issued: CslDate | undefined,
): Pick<CslItem, "title" | "genre"> {
  // An earlier MLA prints no genre, and sets titles in italics: italics within them are roman.
  if (titleSupplied && style.family === "mla" && !style.hasCollections)
    return { title: inItsLetters(`<i>${title}</i>`) };
  const own = titleSupplied ? {} : { title: inItsLetters(title) };
  const genre = titleSupplied ? title : kind && inSmallLetters(kind);
  // An earlier Chicago, author-date, prints of a document's date the year alone.
  const yearAlone = style.family === "chicago" && !style.inNotes && !style.hasCollections;
  const day = yearAlone ? dayInWords(issued, edition.language) : undefined;
  const words = [genre, day].filter((part) => part !== undefined).join(", ");
  return words === "" ? own : { ...own, genre: words };
}

/** A date that is about so, or doubtful, where a style has no words for that. In the text a year is enough. */
function aboutInWords(date: EdtfDate | undefined, style: CitationStyle): CslDate {
  const year = date?.earliest.slice(0, 4) ?? "";
  const sameYear = date?.latest.slice(0, 4) === year;
  const inText = !style.inNotes && style.family !== "mla" && sameYear;
  return { literal: inText ? `c. ${year}` : (date?.shown ?? "") };
}

/** `May 24`, or the month where the day is not known; nothing of a stretch. */
function dayInWords(issued: CslDate | undefined, language: string): string | undefined {
  const [[year, month, day] = [], more] = issued?.["date-parts"] ?? [];
  if (year === undefined || month === undefined || more) return undefined;
  const options = day === undefined ? MONTH : DAY;
  const words = new Intl.DateTimeFormat(language === "en" ? "en-US" : language, options);
  return words.format(Date.UTC(year, month - 1, day ?? 1));
}

const MONTH: Intl.DateTimeFormatOptions = { month: "long", timeZone: "UTC" };
const DAY: Intl.DateTimeFormatOptions = { ...MONTH, day: "numeric" };

type ArchiveFields = (
  document: CitedDocument,
  style: CitationStyle,
  projection: Projection,
) => Partial<CslItem>;

/** Where each family wants the archive and the edition. */
const archiveFields: Readonly<Record<StyleFamily, ArchiveFields>> = {
  // The edition stands where it prints the archive, and the archive before it.
  chicago({ source, edition }, { hasCollections }, { form }) {
    const { collection, archive, place, location } = source;
    const keeper = joined(", ", collection, archive, place);
    const room = location === undefined ? {} : { archive_location: location };
    if (!hasCollections)
      return {
        ...room,
        archive: joined(form === "note" ? ", " : ". ", keeper, edition.title) ?? edition.title,
      };
    return {
      ...room,
      archive: edition.title,
      ...(keeper === undefined ? {} : { archive_collection: keeper }),
    };
  },
  mla({ source, edition }, { hasCollections }) {
    const { collection, archive, place, location } = source;
    const keeper = hasCollections ? archive : joined(", ", collection, archive);
    return {
      ...(keeper === undefined ? {} : { archive: keeper }),
      ...(place === undefined ? {} : { "archive-place": place }),
      ...(hasCollections && collection !== undefined ? { archive_collection: collection } : {}),
      ...(location === undefined ? {} : { archive_location: location }),
      source: edition.title,
    };
  },
  apa({ source, edition }, { hasArchives }) {
    const { collection, archive, place, location } = source;
    const keeper = joined(", ", collection, archive, place);
    if (!hasArchives) return { publisher: joined("; ", keeper, edition.title) ?? edition.title };
    return {
      ...(keeper === undefined ? {} : { archive: keeper }),
      ...(location === undefined ? {} : { archive_location: location }),
      // Behind the archive, as the edition is here.
      "archive-place": edition.title,
    };
  },
};

function joined(between: string, ...parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined);
  return given.length === 0 ? undefined : given.join(between);
}

/** The edition's document: a piece of an edited work, its own date behind its title. */
function projectInEdition(document: CitedDocument): CslItem {
  const { authors, translators, edition, url } = document;
  const issued = edition.date === undefined ? undefined : cslDay(edition.date);
  return {
    id: document.id,
    type: "chapter",
    title: inItsLetters(datedTitle(document)),
    ...titleShort(document),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...withTranslators(translators),
    "container-title": inItsLetters(edition.title),
    ...(edition.editors.length > 0 ? { editor: edition.editors } : {}),
    ...(edition.publisher === undefined ? {} : { publisher: edition.publisher }),
    ...(edition.release === undefined ? {} : { version: edition.release }),
    ...(issued ? { issued } : {}),
    language: document.language,
    ...(url === undefined ? {} : { URL: url }),
  };
}

/** The title and the date, where the title does not say the year. */
function datedTitle({ title, date }: CitedDocument): string {
  const year = date?.earliest.slice(0, 4);
  return date === undefined || (year !== undefined && title.includes(year))
    ? title
    : `${title}, ${date.shown}`;
}

/** Titles are quoted as they are written, whatever a style does with capitals (CSL's "nocase"). */
function inItsLetters(title: string): string {
  return `<span class="nocase">${title}</span>`;
}

function titleShort({ shortTitle }: CitedDocument): Pick<CslItem, "title-short"> {
  return shortTitle === undefined ? {} : { "title-short": inItsLetters(shortTitle) };
}

function withTranslators(translators: readonly CitedName[]): Pick<CslItem, "translator"> {
  return translators.length > 0 ? { translator: translators } : {};
}
