/*
 * Editions of any size for measuring: the same number of documents gives the same bytes.
 *
 *     npx tsx scripts/generate-edition.ts FOLDER DOCUMENTS
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const WORDS_PER_PARAGRAPH = 66;
const PARAGRAPHS = 14;
const NOTES = 5;
const PEOPLE = 60;
const PLACES = 30;

const vocabulary = (
  "the of and to in a that it was for on as with by at from not this which but his had they were " +
  "government ministry embassy ambassador telegram message negotiation agreement delegation missile " +
  "island blockade inspection quarantine premier president council session proposal withdrawal " +
  "question answer morning evening statement guarantee assurance invasion aircraft officer command " +
  "reported considered replied proposed discussed decided believed expected informed stressed noted"
).split(" ");

/** Numbers that look like chance and are always the same: a linear congruential generator (Numerical Recipes). */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Writes an edition of some documents, each of about 1,000 words, 5 notes and 4 references, into a folder's `documents/`. */
export async function generateEdition(folder: string, documents: number): Promise<void> {
  const root = path.join(folder, "documents");
  await mkdir(path.join(root, "texts"), { recursive: true });
  await mkdir(path.join(root, "essays"), { recursive: true });
  await writeFile(path.join(root, "edition.yaml"), "title: A Measured Edition\n");
  await writeFile(path.join(root, "people.yaml"), register("person", "Person", PEOPLE));
  await writeFile(path.join(root, "places.yaml"), register("place", "Place", PLACES));
  await writeFile(path.join(root, "essays", "introduction.md"), introduction());
  for (let number = 1; number <= documents; number += 1) {
    const file = path.join(root, "texts", `document-${number}.md`);
    await writeFile(file, documentText(number, documents));
  }
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

function documentText(number: number, documents: number): string {
  const next = chance(number);
  const day = new Date(Date.UTC(1962, 0, 1) + (number % 1000) * 86_400_000);
  const references = [
    `[](#document-${next(documents) + 1})`,
    `[](#document-${next(documents) + 1}:p${next(PARAGRAPHS) + 1})`,
    `[the ambassador](#person-${next(PEOPLE) + 1})`,
    `[the capital](#place-${next(PLACES) + 1})`,
  ];
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => {
    const words = Array.from({ length: WORDS_PER_PARAGRAPH }, () => word(next));
    if (at % 3 === 1) words.splice(next(words.length), 0, references[Math.floor(at / 3)] ?? "");
    if (at < NOTES) words.push(`at that hour[^${at + 1}]`);
    return sentence(words);
  });
  const notes = Array.from({ length: NOTES }, (_, at) => {
    const words = Array.from({ length: 18 }, () => word(next));
    return `[^${at + 1}]: ${sentence(words)}`;
  });
  const matter = [
    `id: document-${number}`,
    `number: ${number}`,
    `title: Telegram ${number} from the embassy to the ministry`,
    "kind: telegram",
    `date: ${day.toISOString().slice(0, 10)}`,
    `abstract: ${sentence(Array.from({ length: 30 }, () => word(next)))}`,
    "source:",
    "  archive: The Measured Archive",
    `  location: box ${next(90) + 1}`,
  ];
  return `---\n${matter.join("\n")}\n---\n\n${[...paragraphs, ...notes].join("\n\n")}\n`;
}

function word(next: (below: number) => number): string {
  return vocabulary[next(vocabulary.length)] ?? "the";
}

function sentence(words: readonly string[]): string {
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, documents] = process.argv.slice(2);
  if (folder === undefined || !(Number(documents) > 0)) {
    console.error("Usage: npx tsx scripts/generate-edition.ts FOLDER DOCUMENTS");
    process.exitCode = 2;
  } else await generateEdition(folder, Number(documents));
}
