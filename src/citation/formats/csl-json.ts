import type { CslItem, CslName } from "../../edition/csl-item.ts";
import type { CitedDocument } from "../cited-document.ts";
import type { CitedName } from "../cited-names.ts";
import { placeInEdition } from "../cited-place.ts";
import { cslDate } from "../csl-date.ts";
import { inSmallLetters } from "../small-letters.ts";
import { plainLine } from "./plain-line.ts";

/** Documents as CSL-JSON, a list also of one. */
export function writeCslJson(documents: readonly CitedDocument[]): string {
  return `${JSON.stringify(documents.map(cslRecord), null, 2)}\n`;
}

/** A document with every field that CSL has for it, whatever a style wants. */
export function cslRecord(document: CitedDocument): CslItem {
  const { source, date, kind, at } = document;
  return thoseGiven({
    id: document.id,
    type: "document",
    title: line(document.title),
    "title-short": line(document.shortTitle),
    genre: line(kind && inSmallLetters(kind)),
    author: names(document.authors),
    recipient: names(document.recipients),
    translator: names(document.translators),
    contributor: names(document.contributors),
    issued: date && cslDate(date),
    archive: line(source.archive),
    archive_collection: line(source.collection),
    archive_location: line(source.location),
    "archive-place": line(source.place),
    source: line(document.edition.title),
    "call-number": line(source.recordId),
    abstract: line(document.abstract),
    // Subjects may have commas: "Cuban Missile Crisis, 1962".
    keyword: line(document.subjects.join("; ")),
    language: document.language,
    note: at && line(`Document ${placeInEdition(document)} in ${document.edition.title}`),
    URL: document.url,
  });
}

function line(words: string | undefined): string | undefined {
  return plainLine(words ?? "") || undefined;
}

function names(given: readonly CitedName[]): readonly CslName[] | undefined {
  return given.length === 0 ? undefined : given.map(cslName);
}

function cslName(name: CitedName): CslName {
  return "literal" in name
    ? { literal: plainLine(name.literal) }
    : { family: plainLine(name.family), given: plainLine(name.given) };
}

type MaybeGiven = Pick<CslItem, "id" | "type"> & {
  readonly [Name in keyof CslItem]: CslItem[Name] | undefined;
};

function thoseGiven(fields: MaybeGiven): CslItem;
function thoseGiven(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
