/*
 * Reads the specimen's files with random bytes put in, left out, moved and doubled, for a number of
 * seconds: nothing may throw, nothing take long, and every message must lie inside its file. What is
 * found is printed as a string to paste into an example. The same seed gives the same files.
 *
 *     npx tsx scripts/fuzz-source.ts [SECONDS] [SEED]
 */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "../src/diagnostics/place.ts";
import type { Report } from "../src/source/markdown/reading.ts";
import { readDocument } from "../src/source/read-document.ts";
import { readEssay } from "../src/source/read-essay.ts";
import { readReader } from "../src/source/read-reader.ts";
import { readRegister } from "../src/source/read-register.ts";
import { readSettings } from "../src/source/read-settings.ts";
import { type TextFile, readText } from "../src/source/text-file.ts";
import { randomNumbers } from "./random-numbers.ts";

const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? 1);
const SLOW = 1000;
const images: ReadonlySet<string> = new Set();

/** How a file is read, by the beginning of its path. */
const readers: readonly (readonly [string, (text: TextFile, report: Report) => unknown])[] = [
  ["documents/texts/", (text, report) => readDocument(text, images, report)],
  ["documents/essays/", (text, report) => readEssay(text, images, report)],
  ["documents/readers/", (text, report) => readReader(text, images, report)],
  ["documents/edition.yaml", (text, report) => readSettings(text, report)],
  ["documents/", (text, report) => readRegister(text, "people", images, report)],
];

/** Signs that mean something to Markdown or YAML, and bytes that mean nothing. */
const signs =
  "* _ [ ] { } ( ) ! | # ` ~ < > & \\ ' \" : @ \0 \u00FF --- ::: 1. ``` <!-- --> [^1] [^1]: {.gap} ](#x)"
    .split(" ")
    .flatMap((sign) => [sign, `${sign} `, `\n${sign}`])
    .concat("\n", "\r\n", "\n\n", "    ", "\t")
    .map((sign) => Buffer.from(sign, "latin1"));

const random = randomNumbers(seed);
const home = fileURLToPath(new URL("..", import.meta.url));
const sources = await readSources(path.join(home, "documents"));
const end = Date.now() + seconds * 1000;
let runs = 0;
const found = new Map<string, string>();
while (Date.now() < end) {
  const { file, bytes } = pick(sources);
  const broken = breakUp(bytes);
  const problem = tryToRead(file, broken);
  if (problem !== undefined && !found.has(problem)) {
    found.set(problem, `${file} ${JSON.stringify(broken.toString("latin1"))}`);
    console.log(`${problem}\n  ${found.get(problem)}`);
  }
  runs += 1;
}
console.log(`${runs} files read, ${found.size} problems`);
process.exitCode = found.size === 0 ? 0 : 1;

/** What went wrong with reading a file; nothing where it went well. */
function tryToRead(file: string, bytes: Uint8Array): string | undefined {
  const began = performance.now();
  let outside: string | undefined;
  try {
    const text = readText(file, bytes);
    if ("rule" in text) return undefined;
    const [, read] = readers.find(([beginning]) => file.startsWith(beginning)) ?? [];
    read?.(text, (rule, place) => {
      if (!isInside(place, text.lines)) outside ??= `${rule} lies outside the file`;
    });
  } catch (error) {
    return error instanceof Error ? String(error.stack?.split("\n", 3).join(" ")) : String(error);
  }
  return performance.now() - began > SLOW ? `${file} took more than ${SLOW} ms` : outside;
}

function isInside({ line, column }: Place, lines: readonly string[]): boolean {
  const text = lines[line - 1];
  return text !== undefined && column >= 1 && column <= text.length + 1;
}

/** The bytes with up to four mistakes in them. */
function breakUp(bytes: Buffer): Buffer {
  let broken = bytes;
  for (let mistakes = 1 + random(4); mistakes > 0; mistakes -= 1) {
    const at = random(broken.length);
    const to = Math.min(broken.length, at + random(40));
    const kinds = [
      () => [broken.subarray(0, at), pick(signs), broken.subarray(at)],
      () => [broken.subarray(0, at), broken.subarray(to)],
      () => [broken.subarray(0, to), broken.subarray(at)],
      () => [
        broken.subarray(0, at),
        pick(sources).bytes.subarray(0, random(200)),
        broken.subarray(at),
      ],
    ];
    broken = Buffer.concat(pick(kinds)());
  }
  return broken;
}

async function readSources(folder: string): Promise<readonly { file: string; bytes: Buffer }[]> {
  const names = await readdir(folder, { recursive: true });
  const texts = names.filter((name) => /\.(?:md|yaml)$/.test(name)).sort();
  return Promise.all(
    texts.map(async (name) => ({
      file: `documents/${name.replaceAll(path.sep, "/")}`,
      bytes: await readFile(path.join(folder, name)),
    })),
  );
}

function pick<Entry>(entries: readonly Entry[]): Entry {
  const entry = entries[random(entries.length)];
  if (entry === undefined) throw new Error("nothing to pick from");
  return entry;
}
