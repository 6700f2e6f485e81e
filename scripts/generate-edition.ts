/*
 * Editions of any size for measuring: the same number of documents gives the same bytes.
 * With --print they are as long as letters are and have a reader of all.
 *
 *     npx tsx scripts/generate-edition.ts [--print] FOLDER DOCUMENTS
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const WORDS_PER_PARAGRAPH = 66;
const PEOPLE = 60;
const PLACES = 30;

/** What the documents of an edition are like, and whether it has a reader of them all. */
export interface EditionShape {
  /** The least paragraphs of a document, and how many more there may be. */
  readonly paragraphs: readonly [least: number, more: number];
  readonly notes: number;
  readonly references: readonly Reference[];
  readonly reader: boolean;
  /** Words are taken from these by chance. */
  readonly vocabulary: readonly string[];
}

type Reference = "document" | "paragraph" | "person" | "place";

const small =
  "the of and to in a that it was for on as with by at from not this which but his had they were".split(
    " ",
  );
const large = (
  "government ministry embassy ambassador telegram message negotiation agreement delegation missile " +
  "island blockade inspection quarantine premier president council session proposal withdrawal " +
  "question answer morning evening statement guarantee assurance invasion aircraft officer command " +
  "reported considered replied proposed discussed decided believed expected informed stressed noted"
).split(" ");

/** About 1,000 words, 5 notes and 4 references a document. */
const forReading: EditionShape = {
  paragraphs: [14, 0],
  notes: 5,
  references: ["document", "paragraph", "person", "place"],
  reader: false,
  vocabulary: [...small, ...large],
};

/** About 900 words as long as English words are, 8 notes and 2 references a document: some three pages. */
export const forPrint: EditionShape = {
  paragraphs: [10, 4],
  notes: 8,
  references: ["document", "person"],
  reader: true,
  vocabulary: [...small, ...small, ...small, ...large],
};

/** Numbers that look like chance and are always the same: a linear congruential generator (Numerical Recipes). */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Writes an edition of some documents into a folder's `documents/`. */
export async function generateEdition(
  folder: string,
  documents: number,
  shape: EditionShape = forReading,
): Promise<void> {
  const root = path.join(folder, "documents");
  await mkdir(path.join(root, "texts"), { recursive: true });
  await mkdir(path.join(root, "essays"), { recursive: true });
  // What is measured is one printed reader.
  const settings = "title: A Measured Edition\ndocument-pdfs: false\n";
  await writeFile(path.join(root, "edition.yaml"), settings);
  await writeFile(path.join(root, "people.yaml"), register("person", "Person", PEOPLE));
  await writeFile(path.join(root, "places.yaml"), register("place", "Place", PLACES));
  await writeFile(path.join(root, "essays", "introduction.md"), introduction());
  for (let number = 1; number <= documents; number += 1) {
    const file = path.join(root, "texts", `document-${number}.md`);
    await writeFile(file, documentText(number, documents, shape));
  }
  if (!shape.reader) return;
  await mkdir(path.join(root, "readers"), { recursive: true });
  const matter = "---\nid: whole\ntitle: A Measured Reader\n---\n\nAll of it.\n";
  await writeFile(path.join(root, "readers", "whole.md"), matter);
}

function register(id: string, name: string, count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `${id}-${at + 1}:\n  name: ${name} ${at + 1}\n  role: Mentioned here and there\n`,
  ).join("");
}

function introduction(): string {
  const people = Array.from({ length: PEOPLE }, (_, at) => `[](#person-${at + 1})`);
  const places = Array.from({ length: PLACES }, (_, at) => `[](#place-${at + 1})`);
  return `---\nid: introduction\ntitle: Introduction\nrole: introduction\n---\n\n${[...people, ...places].join(", ")}.\n`;
}

function documentText(number: number, documents: number, shape: EditionShape): string {
  const next = chance(number);
  const word = (): string => shape.vocabulary[next(shape.vocabulary.length)] ?? "the";
  const [least, more] = shape.paragraphs;
  const day = new Date(Date.UTC(1962, 0, 1) + (number % 1000) * 86_400_000);
  const written: Readonly<Record<Reference, string>> = {
    document: `[](#document-${next(documents) + 1})`,
    paragraph: `[](#document-${next(documents) + 1}:p${next(least) + 1})`,
    person: `[the ambassador](#person-${next(PEOPLE) + 1})`,
    place: `[the capital](#place-${next(PLACES) + 1})`,
  };
  const references = shape.references.map((reference) => written[reference]);
  const length = more === 0 ? least : least + next(more + 1);
  const paragraphs = Array.from({ length }, (_, at) => {
    const words = Array.from({ length: WORDS_PER_PARAGRAPH }, () => word());
    if (at % 3 === 1) words.splice(next(words.length), 0, references[Math.floor(at / 3)] ?? "");
    if (at < shape.notes) words.push(`at that hour[^${at + 1}]`);
    return sentence(words);
  });
  const notes = Array.from({ length: shape.notes }, (_, at) => {
    const words = Array.from({ length: 18 }, () => word());
    return `[^${at + 1}]: ${sentence(words)}`;
  });
  const matter = [
    `id: document-${number}`,
    `number: ${number}`,
    `title: Telegram ${number} from the embassy to the ministry`,
    "kind: telegram",
    `date: ${day.toISOString().slice(0, 10)}`,
    `abstract: ${sentence(Array.from({ length: 30 }, () => word()))}`,
    "source:",
    "  archive: The Measured Archive",
    `  location: box ${next(90) + 1}`,
  ];
  return `---\n${matter.join("\n")}\n---\n\n${[...paragraphs, ...notes].join("\n\n")}\n`;
}

function sentence(words: readonly string[]): string {
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, documents] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  if (folder === undefined || !(Number(documents) > 0)) {
    console.error("Usage: npx tsx scripts/generate-edition.ts [--print] FOLDER DOCUMENTS");
    process.exitCode = 2;
  } else {
    const shape = process.argv.includes("--print") ? forPrint : forReading;
    await generateEdition(folder, Number(documents), shape);
  }
}
