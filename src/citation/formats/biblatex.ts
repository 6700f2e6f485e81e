import type { CitedDocument } from "../cited-document.ts";
import { type CitedName, namesInWords } from "../cited-names.ts";
import { placeInEdition } from "../cited-place.ts";
import { inSmallLetters } from "../small-letters.ts";
import { biblatexDate } from "./biblatex-date.ts";
import { babelLanguage } from "./babel-languages.ts";
import { rightsLine } from "./extra-lines.ts";
import { inTex } from "./tex.ts";

/** Documents as BibLaTeX, an entry behind the other. */
export function writeBiblatex(documents: readonly CitedDocument[]): string {
  return documents.map(entryOf).join("\n");
}

type Field = readonly [name: string, value: string | undefined];

/**
 * An entry. Where the original lies stands twice: in `howpublished`, which the styles that come with BibLaTeX print, and
 * in the fields that styles for archives take it from (`institution`, `organization`, `library`).
 */
function entryOf(document: CitedDocument): string {
  const { source, date, kind, contributors, recipients, originalLanguages } = document;
  const dated = date && biblatexDate(date);
  const shelf = [source.location, source.collection, source.archive, source.place]
    .filter((part) => part !== undefined)
    .join(", ");
  const fields: readonly Field[] = [
    ["author", namesOf(document.authors)],
    ["title", guarded(document.title)],
    ["shorttitle", guarded(document.shortTitle)],
    ["date", dated?.date],
    ["type", text(kind && inSmallLetters(kind))],
    ["translator", namesOf(document.translators)],
    ["namea", namesOf(recipients)],
    ["nameatype", recipients.length === 0 ? undefined : "recipient"],
    ["editora", namesOf(contributors)],
    ["editoratype", contributors.length === 0 ? undefined : "collaborator"],
    ["howpublished", text(shelf)],
    ["institution", guarded(source.archive)],
    ["organization", guarded(source.collection)],
    ["library", text(libraryOf(document))],
    ["note", text(noteOf(document, dated?.words))],
    ["langid", babelLanguage(document.language)],
    ["origlanguage", listOf(originalLanguages.map(babelLanguage))],
    [
      "keywords",
      text(document.subjects.map((subject) => subject.replaceAll(",", " –")).join(", ")),
    ],
    ["abstract", text(document.abstract)],
    ["rights", text(rightsLine(document))],
    ["url", document.url && address(document.url)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`  ${name} = {${value}},`],
  );
  return [`@${entryType(document)}{${document.id},`, ...lines, "}", ""].join("\n");
}

/** Letters, and whatever else a person wrote but did not publish; the rest has no type of its own. */
function entryType({ kind = "", authors }: CitedDocument): string {
  if (/\bletter\b/iu.test(kind)) return "letter";
  return authors.length > 0 && !/\bmap\b/iu.test(kind) ? "unpublished" : "misc";
}

function libraryOf({ source }: CitedDocument): string {
  const { archive, repository, place, collection, location, recordId } = source;
  const parts = [archive, place, collection, location, recordId];
  return [...parts, repository === archive ? undefined : repository]
    .filter((part) => part !== undefined)
    .join("; ");
}

function noteOf(document: CitedDocument, dated: string | undefined): string {
  const { edition } = document;
  const editors =
    edition.editors.length === 0 ? "" : `, edited by ${namesInWords(edition.editors)}`;
  const place = `document ${placeInEdition(document)} in ${edition.title}${editors}`;
  return dated === undefined ? place : `dated ${dated}; ${place}`;
}

function text(words: string | undefined): string {
  return inTex(words ?? "");
}

/** Words that no style divides, and whose capitals none changes. */
function guarded(words: string | undefined): string {
  const escaped = text(words);
  return escaped === "" ? "" : `{${escaped}}`;
}

function namesOf(names: readonly CitedName[]): string {
  return names.map(nameOf).join(" and ");
}

function nameOf(name: CitedName): string {
  return "literal" in name
    ? guarded(name.literal)
    : `${partOf(name.family)}, ${partOf(name.given)}`;
}

/** A part of a name: as one where it has what divides names. */
function partOf(words: string): string {
  return /,|\band\b/iu.test(words) ? guarded(words) : text(words);
}

function listOf(words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(" and ");
}

/** An address, which is taken as it is, but for what would end the field. */
function address(url: string): string {
  return url.replaceAll(/[\\{}\s]/gu, (letter) => encodeURIComponent(letter));
}
