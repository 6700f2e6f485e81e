import { titleAsShown } from "../../apparatus/title-as-shown.ts";
import type { Document } from "../../edition/edition.ts";
import { textLanguage } from "../../edition/text-language.ts";
import { directionOf } from "../../html/direction.ts";
import { renderBlocks, renderHeadNotes } from "../../html/render.ts";
import type { HtmlContext, Voice } from "../../html/writer.ts";
import type { Desk } from "../desk.ts";
import { namesInWords } from "./names.ts";
import { documentCitation } from "./print-citing.ts";
import { showsAbstract } from "./held-texts.ts";
import { shortTitle } from "./titles.ts";

/** A document in print: its head, and its texts as HTML. */
export interface PrintDocument {
  readonly id: string;
  /** As it is shown: "53", "VI:53". */
  readonly number: string;
  readonly title: string;
  /** For running heads and bookmarks. */
  readonly head: string;
  readonly date: string | undefined;
  /** Place and date: "Moscow, 24 May 1962". */
  readonly dateline: string;
  readonly dateNote: string | undefined;
  /** Who wrote to whom, in words: "S. P. Ivanov to N. S. Khrushchev". */
  readonly parties: string;
  readonly classification: string | undefined;
  /** Of the transcription, BCP 47. */
  readonly textLanguage: string;
  /** `rtl` where it is written from right to left. */
  readonly textDirection: "rtl" | undefined;
  /** "Translated from the Russian by …", "Original in Russian". */
  readonly language: string;
  /** Where it lies: archive, collection, location, one after the other. */
  readonly source: readonly string[];
  readonly url: string | undefined;
  /** How to cite it, as HTML; empty where no styles were given. */
  readonly citation: string;
  /** Source notes of the head as HTML; empty where there is none. */
  readonly headNotes: string;
  /** What is said in the place of a text that is not printed, or of an excerpt; empty for a document in full. */
  readonly statement: string;
  /** Printed without its text: calendared or withheld. */
  readonly brief: boolean;
  readonly abstract: string;
  readonly before: string;
  readonly transcription: string;
  readonly after: string;
}

const STATEMENTS: Readonly<Record<Document["matter"]["status"], string>> = {
  full: "",
  excerpt: "An excerpt.",
  calendared: "Calendared: only this abstract is given, not the document.",
  withheld: "Withheld: the document is known to exist but is not available.",
};

/** What is printed of a document. */
export function printDocument(
  desk: Desk,
  document: Document,
  context: (voice: Voice) => HtmlContext,
): PrintDocument {
  const { matter } = document;
  const edition = context("edition");
  const authors = namesInWords(desk, matter.authors);
  const recipients = namesInWords(desk, matter.recipients);
  const { source } = matter;
  const own = desk.edition.settings.language;
  const textIn = textLanguage(document, desk.edition);
  const transcribed: HtmlContext = {
    ...context("document"),
    editorsLanguage: textIn === own ? undefined : own,
  };
  return {
    id: document.id,
    number: desk.apparatus.numberOf(document),
    title: titleAsShown(document),
    head: shortTitle(document),
    date: matter.date?.shown,
    dateline: [
      namesInWords(desk, matter.place === undefined ? [] : [matter.place]),
      matter.date?.shown,
    ]
      .filter((part) => part !== undefined && part !== "")
      .join(", "),
    dateNote: matter.dateNote,
    parties: recipients === "" ? authors : `${authors === "" ? "" : `${authors} `}to ${recipients}`,
    classification: matter.classification,
    textLanguage: textIn,
    textDirection: directionOf(textIn),
    language: languageLine(matter.languages, namesInWords(desk, matter.translators)),
    source: [
      source.archive,
      source.repository,
      source.collection,
      source.location,
      source.place,
      source.recordId === undefined ? undefined : `record ${source.recordId}`,
    ].filter((part) => part !== undefined),
    url: source.url,
    citation: documentCitation(desk, document),
    headNotes: renderHeadNotes(document, edition),
    statement: STATEMENTS[matter.status],
    brief: document.transcription.length === 0,
    abstract: showsAbstract(document) ? renderBlocks(document.abstract, edition) : "",
    before: renderBlocks(document.before, edition),
    transcription: renderBlocks(document.transcription, transcribed),
    after: renderBlocks(document.after, edition),
  };
}

function languageLine(languages: readonly string[], translators: string): string {
  const spoken = new Intl.DisplayNames("en", { type: "language" });
  const names = languages.map((tag) => spoken.of(tag) ?? tag).join(" and ");
  if (translators !== "")
    return `Translated${names === "" ? "" : ` from ${names}`} by ${translators}`;
  return names === "" || names === "English" ? "" : `Original in ${names}`;
}
