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

/** Documents of one reader: few enough that one which cannot be printed at all is soon found. */
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
  readonly pages: number;
}

async function printTogether(seeds: readonly number[], folder: string): Promise<Said> {
  const output = path.join(folder, "out");
  for (const name of ["texts", "readers", "images"])
    await mkdir(path.join(folder, "documents", name), { recursive: true });
  const write = (name: string, text: string) =>
    writeFile(path.join(folder, "documents", name), text);
  const paper = values.paper ?? ((seeds[0] ?? 0) % 2 === 0 ? "a4" : "letter");
  await write("edition.yaml", `title: Random\neditors: [Chance]\npaper: ${paper}\n`);
  await write("readers/all.md", "---\nid: all\ntitle: All\n---\n");
  for (const [name, [width, height]] of Object.entries(pictures)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#ccc"/></svg>`;
    await write(`images/${name}.svg`, svg);
  }
  await cp(path.join(folder, "documents/images"), path.join(output, "images"), { recursive: true });
  for (const [at, seed] of seeds.entries())
    await write(`texts/random-${seed}.md`, randomDocument(seed, at + 1));
  const { messages, pages } = await printEdition(folder, output);
  const failed = new Map<number, string[]>();
  const behind = new Set<number>();
  const unnamed: string[] = [];
  for (const message of messages) {
    const print = / (error|warning) print-/.test(message);
    if (!print && !message.includes(" error ")) continue;
    const seed = Number(/random-(\d+)/.exec(message)?.[1] ?? Number.NaN);
    if (message.includes("they are printed behind it")) behind.add(seed);
    else if (Number.isNaN(seed)) unnamed.push(message);
    else failed.set(seed, [...(failed.get(seed) ?? []), message]);
  }
  // What names no document may be of any.
  if (unnamed.length > 0) for (const seed of seeds) failed.set(seed, failed.get(seed) ?? unnamed);
  return { failed, behind, pages };
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
  for (let at = 0; at < count; at += TOGETHER) {
    const length = Math.min(TOGETHER, count - at);
    const seeds = Array.from({ length }, (_, index) => first + at + index);
    const said = await printInFolder(seeds);
    pages += said.pages;
    // Where none could be printed for the sake of one, each is tried alone.
    const suspects = said.failed.size === seeds.length ? seeds : [...said.failed.keys()];
    for (const seed of seeds.filter((each) => !suspects.includes(each))) {
      printed += 1;
      if (said.behind.has(seed)) {
        behind += 1;
        console.log(`${seed}: notes behind the document`);
      }
    }
    for (const seed of suspects) {
      const alone = await printInFolder([seed]);
      const messages = alone.failed.get(seed) ?? [
        ...(said.failed.size === seeds.length ? [] : (said.failed.get(seed) ?? [])),
      ];
      printed += 1;
      if (alone.behind.has(seed)) behind += 1;
      if (messages.length === 0) continue;
      failures += 1;
      console.log(`${seed}: npx tsx scripts/print-random.ts --one ${seed}`);
      for (const message of messages.slice(0, 3)) console.log(`  ${message}`);
    }
    console.log(`… ${printed} printed, ${pages} pages`);
  }
  console.log(`${printed} printed, ${behind} with notes behind, ${failures} failed`);
  process.exitCode = failures > 0 ? 1 : 0;
}
