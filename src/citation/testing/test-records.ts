import { readDate } from "../../edition/date.ts";
import type { CitedDocument } from "../cited-document.ts";

const edition = { title: "Cold War Reader", editors: [{ literal: "The Editors" }], language: "en" };

const shared = {
  status: "full",
  recipients: [],
  contributors: [],
  edition,
  language: "en",
  originalLanguages: [],
  rights: {},
  subjects: [],
} as const;

function dated(edtf: string): Pick<CitedDocument, "date"> {
  const date = readDate(edtf);
  return date ? { date } : {};
}

const telegram = {
  ...shared,
  id: "tel",
  number: "8",
  title: "Telegram from the Brazilian Embassy in Havana (Bastian Pinto), 10:30 a.m., Tuesday",
  kind: "telegram",
  translators: [{ family: "Hershberg", given: "James G." }],
  source: { archive: "Ministry of External Relations Archives", place: "Brasília" },
  url: "https://edition.example.org/docs/8/",
} as const;

/** Records for testing. Shelf marks, addresses and some of the people are inventions, not facts. */
export const testRecords: Readonly<Record<string, CitedDocument>> = {
  seed: {
    ...shared,
    id: "seed",
    number: "3",
    title:
      "Untitled Notes on the Back of the 24 May 1962 Memorandum from the General Staff to Khrushchev",
    titleSupplied: false,
    kind: "Notes",
    authors: [{ family: "Ivanov", given: "Semyon P." }],
    translators: [],
    ...dated("1962-05-24"),
    source: {
      archive: "National Security Archive",
      collection: "Volkogonov Collection",
      location: "reel 17",
      place: "Washington, DC",
    },
    url: "https://edition.example.org/docs/3/",
  },
  tel: { ...telegram, titleSupplied: true, authors: [], ...dated("1962-11-06") },
  rep: {
    ...shared,
    id: "rep",
    number: "9",
    title: "The Polyansky Report on Khrushchev’s Mistakes in Foreign Policy",
    titleSupplied: false,
    kind: "report excerpt",
    authors: [{ family: "Polyansky", given: "Dmitry" }],
    translators: [],
    ...dated("1964-10"),
    source: { archive: "National Security Archive", place: "Washington, DC" },
    url: "https://edition.example.org/docs/9/",
  },
  tel2: {
    ...telegram,
    id: "tel2",
    titleSupplied: false,
    authors: [{ literal: "Brazilian Embassy in Havana" }],
    ...dated("1962-11-06~"),
  },
};
