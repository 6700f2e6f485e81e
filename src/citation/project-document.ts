import { type CitationWords, englishWords } from "./citation-words.ts";
import type { CitedDocument } from "./cited-document.ts";
import type { CitedName } from "./cited-names.ts";
import { cslDay } from "./csl-date.ts";
import type { CslItem } from "../edition/csl-item.ts";
import type { CitationStyle, StyleFamily } from "./csl-style.ts";
import { projectDate } from "./project-date.ts";
import { inSmallLetters } from "./small-letters.ts";

/** What is cited: the archive's original as edited here, or the edition's document. */
export type CitedAs = "original" | "edition";

/** As what a document is cited, and how: a note (or what stands in the text), or a bibliography's entry; in which words, English where left out. */
export interface Projection {
  readonly as: CitedAs;
  readonly form: "note" | "entry";
  readonly words?: CitationWords;
}

/** A document in the fields in which a style wants it. */
export function projectDocument(
  document: CitedDocument,
  style: CitationStyle,
  projection: Projection,
): CslItem {
  return projection.as === "original"
    ? projectOriginal(document, style, projection)
    : projectInEdition(document, style, projection.words ?? englishWords);
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
  const { authors, translators, date, url, edition } = document;
  const { form, words = englishWords } = projection;
  const unsigned = authors.length === 0 && translators.length > 0;
  const { issued, behindKind } = projectDate(date, style, form, words.dates);
  return {
    id: document.id,
    type: "document",
    ...titleAndGenre(document, style, behindKind),
    ...titleShort(document),
    ...(authors.length > 0 ? { author: authors } : {}),
    // Chicago and MLA would make the translator the author.
    ...(unsigned && style.family !== "apa"
      ? { medium: mediumOf(words.translatedBy(translators), style) }
      : withTranslators(translators)),
    ...(issued ? { issued } : {}),
    ...archiveFields[style.family](document, style, projection),
    // Names follow the order of the language in which is cited, not that of the document: "Vera Orlova" also of a Chinese text.
    language: edition.language,
    ...(url === undefined ? {} : { URL: url }),
  };
}

/** In MLA it begins a sentence: "Trans. Ida Marsh". */
function mediumOf(words: string, { family }: CitationStyle): string {
  return family === "mla" ? words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : words;
}

function titleAndGenre(
  { title, titleSupplied, kind }: CitedDocument,
  style: CitationStyle,
  day: string | undefined,
): Pick<CslItem, "title" | "genre"> {
  // An earlier MLA prints no genre, and sets titles in italics: italics within them are roman.
  if (titleSupplied && style.family === "mla" && !style.hasCollections)
    return { title: inItsLetters(`<i>${title}</i>`) };
  const own = titleSupplied ? {} : { title: inItsLetters(title) };
  const genre = titleSupplied ? title : kind && inSmallLetters(kind);
  const words = [genre, day].filter((part) => part !== undefined).join(", ");
  return words === "" ? own : { ...own, genre: words };
}

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
    const title = `<i>${edition.title}</i>`;
    if (!hasCollections)
      return { ...room, archive: joined(form === "note" ? ", " : ". ", keeper, title) ?? title };
    return {
      ...room,
      archive: title,
      ...(keeper === undefined ? {} : { archive_collection: keeper }),
    };
  },
  mla({ source, edition, url }, { hasCollections }) {
    const { collection, archive, place, location } = source;
    const keeper = hasCollections ? archive : joined(", ", collection, archive);
    // Without an address it does not print where a document was found.
    const found =
      url === undefined
        ? { archive_location: joined(", ", location, `<i>${edition.title}</i>`) ?? "" }
        : {};
    return {
      ...(keeper === undefined ? {} : { archive: keeper }),
      ...(place === undefined ? {} : { "archive-place": place }),
      ...(hasCollections && collection !== undefined ? { archive_collection: collection } : {}),
      ...(location === undefined ? {} : { archive_location: location }),
      ...found,
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
function projectInEdition(
  document: CitedDocument,
  { family }: CitationStyle,
  words: CitationWords,
): CslItem {
  const { authors, translators, edition, url } = document;
  const issued = edition.date === undefined ? undefined : cslDay(edition.date);
  return {
    id: document.id,
    type: "chapter",
    title: inItsLetters(datedTitle(document, words)),
    ...titleShort(document),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...withTranslators(translators),
    "container-title": inItsLetters(edition.title),
    ...(edition.editors.length > 0 ? { editor: edition.editors } : {}),
    ...(edition.publisher === undefined ? {} : { publisher: edition.publisher }),
    ...(edition.release === undefined
      ? {}
      : { version: releaseIn(family, edition.release, words) }),
    ...(issued ? { issued } : {}),
    language: edition.language,
    ...(url === undefined ? {} : { URL: url }),
  };
}

/** MLA prints a release as it is given, others say what it is. */
function releaseIn(family: StyleFamily, release: string, { version }: CitationWords): string {
  return family === "mla" && /^\d/u.test(release) ? `${version} ${release}` : release;
}

/** The title and the date, where the title does not say the year. */
function datedTitle({ title, date }: CitedDocument, { dates }: CitationWords): string {
  const year = date?.earliest.slice(0, 4);
  return date === undefined || (year !== undefined && title.includes(year))
    ? title
    : `${title}, ${dates.whole(date)}`;
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
