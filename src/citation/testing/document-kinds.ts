import { dated } from "./any-cited-document.ts";
import type { CitedDocument } from "../cited-document.ts";

/*
 * A document of each kind that editions hold. All of them are inventions for testing: there is no Ruritania, no such
 * archive, and nobody wrote these papers.
 */

const edition: CitedDocument["edition"] = {
  title: "Lamps and Straits: A Reader",
  editors: [{ family: "Hart", given: "Ida" }, { literal: "The Harbor Seminar" }],
  publisher: "Harbor Press",
  language: "en",
  date: "2026-11-22",
  release: "1.0",
};

const shared: Omit<CitedDocument, "id" | "number" | "title"> = {
  titleSupplied: false,
  status: "full",
  authors: [],
  recipients: [],
  contributors: [],
  translators: [],
  source: {},
  edition,
  language: "en",
  originalLanguages: [],
  rights: {},
  subjects: [],
};

const stateArchive: CitedDocument["source"] = {
  archive: "State Archive of Ruritania",
  collection: "Lamp Collection",
  location: "fond 3, delo 7, listy 12–14 verso",
  place: "Strelsau",
};

function document(
  number: number,
  id: string,
  title: string,
  fields: Partial<CitedDocument>,
): CitedDocument {
  return {
    ...shared,
    id,
    number: String(number),
    title,
    url: `https://edition.example/documents/${id}.html`,
    ...fields,
  };
}

/** Documents of every kind, all invented. */
export const documentKinds: readonly CitedDocument[] = [
  document(
    1,
    "telegram-on-lamps",
    "Telegram from the Ruritanian Embassy in Port Alba, 10:30 a.m.",
    {
      kind: "Telegram",
      titleSupplied: true,
      authors: [{ literal: "Ruritanian Embassy in Port Alba" }],
      recipients: [{ literal: "Ministry of Posts, Harbors and Lights" }],
      translators: [{ family: "Bell", given: "Ruth A." }],
      date: dated("1962-11-06"),
      place: "Port Alba",
      source: { ...stateArchive, recordId: "RUR-117" },
      originalLanguages: ["pt"],
      subjects: ["Lamps", "Straits crisis, 1962"],
      abstract: 'The embassy asks for lamps & oil, and "soon". It gives no price.',
    },
  ),
  document(2, "orlova-to-lindqvist", "Vera Orlova to Tomas Lindqvist", {
    kind: "letter",
    shortTitle: "Orlova to Lindqvist",
    authors: [{ family: "Orlova", given: "Vera P." }],
    recipients: [{ family: "Lindqvist", given: "Tomas, Jr." }],
    date: dated("1962-05-24"),
    source: { ...stateArchive, collection: "Papers of V. P. Orlova, 1950–1970" },
    rights: { statement: "In the public domain." },
    pdf: "https://edition.example/documents/orlova-to-lindqvist.pdf",
  }),
  document(3, "protocol-9", "Harbor Council Protocol No. 9", {
    kind: "Protocol",
    authors: [{ literal: "Harbor Council" }],
    date: dated("1962-10"),
    source: stateArchive,
  }),
  document(4, "report-excerpt", "Report on the State of the Lamps", {
    kind: "report excerpt",
    status: "excerpt",
    authors: [{ family: "da Costa e Silva", given: "Rui" }],
    date: dated("1962-10-22/1962-10-28"),
    source: stateArchive,
    rights: { licence: "CC BY 4.0" },
  }),
  document(
    5,
    "notes-on-a-harbor",
    "Notes on a Harbor {unfinished}: 5 % of #3, $4 & a_b ~ c^2 \\ d",
    {
      kind: "Notes",
      authors: [{ literal: "Anonymous" }],
      date: dated("1962-11-06~"),
      source: stateArchive,
    },
  ),
  document(6, "memorandum-of-conversation", "Memorandum of Conversation: Orlova – Lindqvist", {
    kind: "memorandum of conversation",
    authors: [{ family: "Bell", given: "Ruth A." }],
    contributors: [
      { family: "Orlova", given: "Vera P." },
      { family: "Lindqvist", given: "Tomas, Jr." },
    ],
    date: dated("1961~/1962"),
    source: stateArchive,
  }),
  document(7, "speech-at-the-lighthouse", "Speech at the Lighthouse", {
    kind: "Speech",
    authors: [{ family: "Orlova", given: "Vera P." }],
    date: dated("1962-21"),
    source: { archive: "Archive of Arts and Letters", place: "Port Alba, DC" },
  }),
  document(8, "map-of-the-straits", "Map of the Straits", {
    kind: "Map",
    authors: [{ literal: "General Staff of Ruritania" }],
    date: dated("1962"),
    source: { ...stateArchive, location: "map case 4" },
  }),
  document(9, "calendared-dispatch", "Dispatch No. 12", {
    kind: "dispatch",
    status: "calendared",
    authors: [{ literal: "Ministry of Posts, Harbors and Lights" }],
    date: dated("196X"),
    source: { repository: "Digital Lighthouse", archive: "Digital Lighthouse" },
    abstract: "The Ministry <b>declines</b>.",
  }),
  document(10, "withheld-order", "Order on Lamps", {
    kind: "TASS report",
    status: "withheld",
    date: dated("[1961,1962]"),
  }),
  document(11, "undated-note", "Записка о маяке — 灯塔笔记 — מגדלור", {
    kind: "note",
    language: "ru",
    authors: [{ family: "Орлова", given: "Вера П." }],
    source: stateArchive,
  }),
  document(12, "joint-statement", 'Joint Statement on Lamps, "Oil" and <Straits>', {
    kind: "statement",
    authors: [
      { family: "Orlova", given: "Vera P." },
      { family: "van der Berg", given: "Jan" },
      { literal: "Harbor Council" },
      { literal: "Society for Lamps and Oil" },
    ],
    translators: [{ family: "Bell", given: "Ruth A." }, { literal: "The Harbor Seminar" }],
    date: dated("1962-10-22/.."),
    source: stateArchive,
  }),
  document(13, "bare-paper", "Paper", {}),
];
