import fc from "fast-check";
import { type EdtfDate, readDate } from "../../edition/date.ts";
import { documentStatuses } from "../../edition/document-matter.ts";
import type { CitedDocument, CitedEdition, CitedSource } from "../cited-document.ts";
import type { CitedName } from "../cited-names.ts";

/* Documents of which any field may be absent. Everything in them is invented. */

/** One date of each kind that EDTF knows. */
export const datesOfEachKind: readonly string[] = [
  "1962-05-24",
  "1964-10",
  "1962",
  "0988",
  "1962-05-24T10:30:00Z",
  "1962-11-06~",
  "1962-11~",
  "1962~",
  "1962-11-06?",
  "1962?",
  "1962%",
  "1962-10-22/1962-10-28",
  "1962-10-28/1962-11-02",
  "1962-10/1962-11",
  "1961/1962",
  "1961~/1962",
  "1962-21",
  "1962-22~",
  "1962-33",
  "1962-21/1962-23",
  "196X",
  "19XX",
  "1962-10-XX",
  "1962-XX",
  "[1961,1962]",
  "[1962-10-22,1962-10-24]",
  "{1961,1962}",
  "[1962-10-22..]",
  "[..1962]",
  "1962-10-22/..",
  "../1962-10-22",
  "1962-10-22/",
  "/1962",
  "-0044-03-15",
  "0000-03",
];

/** A date, as front matter is read. */
export function dated(edtf: string): EdtfDate {
  const date = readDate(edtf);
  if (!date) throw new Error(`no date ${edtf}`);
  return date;
}

const names: readonly CitedName[] = [
  { family: "Orlova", given: "Vera P." },
  { family: "Lindqvist", given: "Tomas, Jr." },
  { family: "da Costa e Silva", given: "Rui" },
  { literal: "General Staff of Ruritania" },
  { literal: "Ministry of Posts, Harbors and Lights" },
  { literal: "Anonymous" },
];

const someNames = fc.subarray([...names], { maxLength: 4 });

const titles = [
  "Notes on a Harbor",
  "Telegram from the Embassy in Strelsau (Bell), 10:30 a.m., Tuesday",
  "What Is to Be Lit?",
  "Report on Lamps, 1962.",
  "“Why Now?”",
  "Map of the Straits, No. 5",
];

/** Fields of which each may be absent. */
function some<Fields extends object>(fields: {
  readonly [Name in keyof Fields]-?: fc.Arbitrary<NonNullable<Fields[Name]>>;
}): fc.Arbitrary<Fields>;
function some(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> {
  return fc.record(fields, { requiredKeys: [] });
}

const anySource: fc.Arbitrary<CitedSource> = some<CitedSource>({
  archive: fc.constantFrom("State Archive of Ruritania", "Archive of Arts and Letters"),
  collection: fc.constantFrom("Lamp Collection", "Papers of V. P. Orlova, 1950–1970"),
  location: fc.constantFrom("reel 17", "fond 3, opis 5, delo 7, listy 12–14 verso"),
  place: fc.constantFrom("Strelsau", "Port Alba, DC"),
  repository: fc.constantFrom("Digital Lighthouse"),
  recordId: fc.constantFrom("RUR-117", "a/b 3"),
  url: fc.constantFrom("https://archive.example/7"),
});

const anyEdition: fc.Arbitrary<CitedEdition> = fc
  .tuple(
    some<Pick<CitedEdition, "publisher" | "date" | "release">>({
      publisher: fc.constantFrom("Harbor Press"),
      date: fc.constantFrom("2026-11-22"),
      release: fc.constantFrom("1.0", "second draft"),
    }),
    fc.subarray([...names], { maxLength: 2 }),
    fc.constantFrom("Lamps and Straits", "Lamps, Harbors, and the Straits: A Reader"),
  )
  .map(([fields, editors, title]) => ({ ...fields, editors, title, language: "en" }));

/** A document with titles, archives and dates as editions have them, any of them absent. */
export const anyCitedDocument: fc.Arbitrary<CitedDocument> = citedDocument(
  fc.constantFrom(...titles),
);

/** A document whose title is what the arbitrary gives. */
export function citedDocument(title: fc.Arbitrary<string>): fc.Arbitrary<CitedDocument> {
  type Optional = Pick<
    CitedDocument,
    "at" | "shortTitle" | "kind" | "date" | "place" | "url" | "pdf" | "abstract"
  >;
  const required = fc.record({
    id: fc.constantFrom("lamp-notes", "protocol-61"),
    number: fc.constantFrom("3", "VI:53"),
    title,
    titleSupplied: fc.boolean(),
    status: fc.constantFrom(...documentStatuses),
    authors: someNames,
    recipients: someNames,
    contributors: someNames,
    translators: someNames,
    source: anySource,
    edition: anyEdition,
    language: fc.constantFrom("en", "ru", "zh-Hant"),
    originalLanguages: fc.subarray(["ru", "pt"]),
    rights: some<CitedDocument["rights"]>({
      statement: fc.constantFrom("In the public domain."),
      holder: fc.constantFrom("State Archive of Ruritania"),
      licence: fc.constantFrom("CC BY 4.0"),
      url: fc.constantFrom("https://archive.example/terms"),
    }),
    subjects: fc.subarray(["Lamps", "Straits crisis, 1962"]),
  });
  const optional = some<Optional>({
    at: fc.constantFrom("¶6", "note T1"),
    shortTitle: fc.constantFrom("Notes", "Harbor?"),
    kind: fc.constantFrom(
      "Notes",
      "telegram",
      "letter",
      "Map",
      "TASS report",
      "memorandum of conversation",
    ),
    date: fc.constantFrom(...datesOfEachKind).map(dated),
    place: fc.constantFrom("Strelsau"),
    url: fc.constantFrom("https://edition.example/documents/lamp-notes.html"),
    pdf: fc.constantFrom("https://edition.example/documents/lamp-notes.pdf"),
    abstract: fc.constantFrom("What a harbor needs, in three sentences. And one more."),
  });
  return fc.tuple(required, optional).map(([given, more]) => ({ ...given, ...more }));
}
