import type { Document } from "../../edition/edition.ts";
import type { Desk } from "../desk.ts";
import { type NameView, namesInWords, namesOf } from "./names.ts";

/** Where a document comes from and what may be done with it: the part of its page that archives call document information. */
export interface InformationView {
  /** Rows in the order in which they are shown. */
  readonly rows: readonly InformationRow[];
  /** The rights statement, word for word; empty where there is none. */
  readonly rightsStatement: string;
  readonly rightsUrl: string;
  /** Whether the transcription was compared with the original; empty where nothing is known. */
  readonly verification: string;
  readonly history: readonly { readonly date: string; readonly change: string }[];
}

/** A label and what stands behind it. */
export interface InformationRow {
  readonly label: string;
  readonly values: readonly NameView[];
}

const plain = (text: string | undefined): NameView[] => (text === undefined ? [] : [{ text }]);

/** All that is known of a document's origin and rights; rows without a value are left out. */
export function informationOn(desk: Desk, document: Document, address: string): InformationView {
  const { source, rights, verification, history, ...matter } = document.matter;
  const rows: readonly InformationRow[] = [
    { label: "Archive", values: plain(source.archive) },
    { label: "Repository", values: plain(source.repository) },
    { label: "Collection", values: plain(source.collection) },
    { label: "Location", values: plain(source.location) },
    { label: "Archive’s place", values: plain(source.place) },
    { label: "Contributed by", values: plain(source.contributedBy) },
    { label: "Credits", values: source.credits.map((text) => ({ text })) },
    {
      label: "On the web",
      values: source.url === undefined ? [] : [{ text: source.url, href: source.url }],
    },
    { label: "Original uploaded date", values: plain(source.uploaded?.shown) },
    { label: "Record ID", values: plain(source.recordId) },
    { label: "Classification", values: plain(matter.classification) },
    {
      label: "Original language",
      values: matter.languages.map((tag) => ({ text: languageName(tag) })),
    },
    { label: "Subjects", values: matter.subjects.map((text) => ({ text })) },
    { label: "People concerned", values: namesOf(desk, matter.people, address) },
    { label: "Places concerned", values: namesOf(desk, matter.places, address) },
    { label: "Rights holder", values: plain(rights.holder) },
    { label: "Licence", values: plain(rights.licence) },
  ];
  return {
    rows: rows.filter(({ values }) => values.length > 0),
    rightsStatement: rights.statement ?? "",
    rightsUrl: rights.url ?? "",
    verification: verification ? verificationWords(desk, verification) : "",
    history: history.map(({ date, change }) => ({ date: date.shown, change })),
  };
}

function verificationWords(
  desk: Desk,
  { compared, by, note }: NonNullable<Document["matter"]["verification"]>,
): string {
  const who = by === undefined ? "" : ` by ${namesInWords(desk, [by])}`;
  const first = compared
    ? `The transcription was compared with the original${who}.`
    : "The transcription was not compared with the original.";
  return note === undefined ? first : `${first} ${endSentence(note)}`;
}

function endSentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

function languageName(tag: string): string {
  return languageNames.of(tag) ?? tag;
}
