/*
 * Prints random documents and proves that nothing of them is lost, doubled or out of its box. Each that
 * fails is named with its seed, with which it can be printed alone; the edition is then left to be looked at.
 *
 *     npx tsx scripts/print-random.ts [--seed N] [--documents 500]
 *     npx tsx scripts/print-random.ts --one SEED [FOLDER]
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { printEdition } from "../src/print/testing/print-edition.ts";
import { randomDocument } from "./random-document.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    documents: { type: "string", default: "500" },
    one: { type: "string" },
    paper: { type: "string" },
  },
});

/** Documents of one reader: few enough that one which cannot be printed costs little. */
const TOGETHER = 25;

const pictures: Readonly<Record<string, readonly [number, number]>> = {
  small: [120, 80],
  wide: [2000, 400],
  tall: [300, 3000],
};

/** What printing some documents said. */
interface Said {
  /** Seeds of what was not printed as it should be, with the messages. */
  readonly failed: ReadonlyMap<number, readonly string[]>;
  /** Seeds of documents that are printed with their notes behind them. */
  readonly behind: ReadonlySet<number>;
  /** Seeds of documents in which a note begins on a later page than its mark's: all is there, and a warning says so. */
  readonly later: ReadonlySet<number>;
  readonly pages: number;
}

async function printTogether(seeds: readonly number[], folder: string): Promise<Said> {
  const output = path.join(folder, "out");
  for (const name of ["texts", "readers", "images"])
    await mkdir(path.join(folder, "documents", name), { recursive: true });
  const write = (name: string, text: string) =>
    writeFile(path.join(folder, "documents", name), text);
  const [seedOfFirst = 0] = seeds;
  const paper = values.paper ?? (Math.floor(seedOfFirst / TOGETHER) % 2 === 0 ? "a4" : "letter");
  await write("edition.yaml", `title: Random\neditors: [Chance]\npaper: ${paper}\n`);
  await write("readers/all.md", "---\nid: all\ntitle: All\n---\n");
  for (const [name, [width, height]] of Object.entries(pictures)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ccc"/></svg>`;
    await write(`images/${name}.svg`, svg);
  }
  await cp(path.join(folder, "documents/images"), path.join(output, "images"), { recursive: true });
  // Number and paper follow from the seed, so that a document printed alone is the same.
  for (const seed of seeds)
    await write(`texts/random-${seed}.md`, randomDocument(seed, (seed % TOGETHER) + 1));
  const { messages, pages } = await printEdition(folder, output);
  const failed = new Map<number, string[]>();
  const behind = new Set<number>();
  const later = new Set<number>();
  // What the sources lack is no matter here.
  for (const message of messages.filter((each) => each.includes(" print-"))) {
    const seed = Number(/random-(\d+)/.exec(message)?.[1] ?? seeds[0]);
    if (message.includes("they are printed behind it")) behind.add(seed);
    else if (message.includes(" print-note-page: ")) later.add(seed);
    else failed.set(seed, [...(failed.get(seed) ?? []), message]);
  }
  return { failed, behind, later, pages };
}

async function printInFolder(seeds: readonly number[]): Promise<Said> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-random-"));
  try {
    return await printTogether(seeds, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (values.one !== undefined) {
  const folder = positionals[0] ?? (await mkdtemp(path.join(tmpdir(), "scholium-random-")));
  const { failed, behind, pages } = await printTogether([Number(values.one)], folder);
  for (const message of [...failed.values()].flat()) console.log(message);
  console.log(`${pages} pages in ${folder}${behind.size > 0 ? ", notes behind the document" : ""}`);
  process.exitCode = failed.size > 0 ? 1 : 0;
} else {
  const count = Number(values.documents);
  const first = Number(values.seed) * 1000;
  let printed = 0;
  let pages = 0;
  let failures = 0;
  let behind = 0;
  let later = 0;
  for (let at = 0; at < count; at += TOGETHER) {
    const length = Math.min(TOGETHER, count - at);
    let seeds = Array.from({ length }, (_, index) => first + at + index);
    while (seeds.length > 0) {
      const said = await printInFolder(seeds);
      for (const [seed, messages] of said.failed) {
        failures += 1;
        console.log(`${seed}: npx tsx scripts/print-random.ts --one ${seed}`);
        for (const message of messages.slice(0, 3)) console.log(`  ${message}`);
      }
      for (const seed of said.behind) console.log(`${seed}: notes behind the document`);
      // For the sake of one that could not be laid out none of the others is printed.
      const unprinted = said.pages === 0 ? seeds.filter((seed) => !said.failed.has(seed)) : [];
      printed += seeds.length - unprinted.length;
      behind += said.behind.size;
      later += said.later.size;
      pages += said.pages;
      seeds = unprinted;
    }
    console.log(`… ${printed} printed, ${pages} pages`);
  }
  console.log(`${later} with a note that begins on a later page than its mark's`);
  console.log(`${printed} printed, ${behind} with notes behind, ${failures} failed`);
  process.exitCode = failures > 0 ? 1 : 0;
}
