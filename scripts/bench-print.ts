/*
 * Time and memory of printing readers of about 25 to 1,000 pages of generated documents, or of imported
 * volumes where they lie beside the project: this engine, Paged.js as it comes, Chromium's own print of
 * the same HTML without notes. Each way runs in a process of its own, and the ways take turns.
 *
 *     npx tsc -p scripts/tsconfig.bench.json && npx tsx scripts/bench-print.ts [--pages 25,100,250,500,1000] [--volumes v06,both]
 *         [--only engine,chromium] [--rounds 1] [--workers 2]
 */
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BEGIN, type PrintedJob } from "../src/print/testing/printed-job.ts";
import { forPrint, generateEdition } from "./generate-edition.ts";
import { programCost } from "./program-cost.ts";
import { treeCost } from "./process-tree.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const CORPORA = path.join(home, "../shared/corpora/frus");
/** About what a generated document fills. */
const PAGES_A_DOCUMENT = 3.3;
/** Contents, registers and index. */
const PAGES_AROUND = 10;
/** Paged.js's time grows with the square of the pages. */
const MOST_PAGES_OF_PAGED_JS = 260;

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "25,100,250,500,1000" },
    volumes: { type: "string", default: "" },
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "1" },
    workers: { type: "string" },
  },
});
const words = (list: string): readonly string[] => list.split(",").filter((word) => word !== "");

/** What is measured: a way to print, and what is done to the edition before. */
interface Measured {
  readonly name: string;
  readonly way: string;
  /** In the engine's cache lies what the row before has left there. */
  readonly warm?: boolean;
  readonly edit?: (documents: string) => Promise<void>;
}

const rows: readonly Measured[] = [
  { name: "Chromium, no notes", way: "chromium" },
  { name: "Chromium, no notes, no links", way: "chromiumWithoutLinks" },
  { name: "Paged.js as it comes", way: "pagedJs" },
  { name: "engine, cold", way: "engine" },
  { name: "engine, unchanged", way: "engine", warm: true },
  { name: "engine, a word changed", way: "engine", warm: true, edit: changeWord },
  { name: "engine, a page added", way: "engine", warm: true, edit: addPage },
];

interface Result extends PrintedJob {
  readonly cpuSeconds: number;
  readonly memory: number | undefined;
}

/** The text in the middle of an edition. */
async function middleText(documents: string): Promise<string> {
  const texts = path.join(documents, "texts");
  const files = (await readdir(texts, { recursive: true })).filter((file) => file.endsWith(".md"));
  return path.join(texts, files.sort()[Math.floor(files.length / 2)] ?? "");
}

/** Puts the first letter of a word last: another word, as wide as the first. */
async function changeWord(documents: string): Promise<void> {
  const file = await middleText(documents);
  const text = await readFile(file, "utf8");
  const body = text.indexOf("\n---\n", 4) + 5;
  const changed = text
    .slice(body)
    .replace(/(?<= )[a-z]{6,}(?= )/u, (word) => `${word.slice(1)}${word.charAt(0)}`);
  await writeFile(file, text.slice(0, body) + changed);
}

/** Puts paragraphs that fill a page behind a text. */
async function addPage(documents: string): Promise<void> {
  const file = await middleText(documents);
  const text = await readFile(file, "utf8");
  const notes = text.search(/^\[\^/mu);
  const end = notes < 0 ? text.length : notes;
  const paragraph = `${"Nothing that was said on that evening went beyond it. ".repeat(10)}\n\n`;
  await writeFile(
    file,
    `${text.slice(0, end).trimEnd()}\n\n${paragraph.repeat(5)}${text.slice(end)}`,
  );
}

async function measure(row: Measured, folder: string, cache: string): Promise<Result> {
  const edition = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
  try {
    await cp(path.join(folder, "documents"), path.join(edition, "documents"), { recursive: true });
    await row.edit?.(path.join(edition, "documents"));
    const job = path.join(home, "dist/print/testing/print-job.js");
    const output = path.join(edition, "_site");
    const workers = values.workers === undefined ? [] : [values.workers];
    const program = [job, row.way, edition, output, cache, ...workers];
    const { said, ...cost } = await treeCost(program, edition, BEGIN);
    const printed: PrintedJob = JSON.parse(said.trim().split("\n").at(-1) ?? "");
    return { ...printed, cpuSeconds: cost.cpuSeconds, memory: cost.megabytes };
  } finally {
    await rm(edition, { recursive: true, force: true });
  }
}

/** Measures every way on one edition; each warm one beside the same cache, as the cold one left it. */
async function measureAll(
  name: string,
  folder: string,
  pages: number,
): Promise<ReadonlyMap<string, Result>> {
  const least = new Map<string, Result>();
  const only = words(values.only);
  const asked = rows.filter(({ way }) => only.length === 0 || only.includes(way));
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round += 1) {
    const cold = await mkdtemp(path.join(tmpdir(), "scholium-cache-"));
    try {
      for (const row of asked) {
        if (row.way === "pagedJs" && pages > MOST_PAGES_OF_PAGED_JS) continue;
        const cache = row.warm ? `${cold}-warm` : cold;
        if (row.warm) await cp(cold, cache, { recursive: true });
        const result = await measure(row, folder, cache);
        if (row.warm) await rm(cache, { recursive: true, force: true });
        const before = least.get(row.name);
        const best = before && before.seconds < result.seconds ? before : result;
        least.set(row.name, best);
        if (round === rounds - 1) console.log(line(name, row.name, best));
      }
    } finally {
      await rm(cold, { recursive: true, force: true });
    }
  }
  return least;
}

const cells = (row: readonly string[]): string => `| ${row.join(" | ")} |`;

function line(edition: string, row: string, result: Result): string {
  const { seconds, cpuSeconds, pages, memory, megabytes, stages } = result;
  return cells([
    edition,
    row,
    String(pages),
    seconds.toFixed(1),
    cpuSeconds.toFixed(1),
    ((seconds * 1000) / pages).toFixed(1),
    ((cpuSeconds * 1000) / pages).toFixed(1),
    memory === undefined ? "?" : memory.toFixed(0),
    megabytes.toFixed(2),
    Object.entries(stages)
      .map(([stage, took]) => `${stage} ${took.toFixed(1)}`)
      .join(", "),
  ]);
}

/** What one row costs for each unit of another, and what the aim is. */
function ratios(results: ReadonlyMap<string, Result>): readonly string[] {
  const against = (name: string, other: string, aim: string): readonly string[] => {
    const [one, two] = [results.get(name), results.get(other)];
    if (!one || !two) return [];
    const ratio = (one.seconds / two.seconds).toFixed(2);
    const cpu = (one.cpuSeconds / two.cpuSeconds).toFixed(2);
    return [`${name} / ${other}: ${ratio} (CPU ${cpu})${aim === "" ? "" : `, aim ≤ ${aim}`}`];
  };
  return [
    ...against("engine, cold", "Chromium, no notes", "1.0"),
    ...against("engine, cold", "Chromium, no notes, no links", ""),
    ...against("engine, cold", "Paged.js as it comes", ""),
    ...against("engine, unchanged", "engine, cold", "0.05"),
    ...against("engine, a word changed", "engine, cold", "0.10"),
    ...against("engine, a page added", "engine, cold", ""),
  ];
}

/** Volumes of Foreign Relations of the United States that can be asked for. */
const volumes: Readonly<Record<string, readonly string[]>> = {
  v06: ["frus1961-63v06.xml"],
  v05: ["frus1961-63v05.xml"],
  both: ["frus1961-63v05.xml", "frus1961-63v06.xml"],
};

async function importVolumes(folder: string, files: readonly string[]): Promise<void> {
  await mkdir(path.join(folder, "documents"));
  await writeFile(
    path.join(folder, "documents/edition.yaml"),
    "title: Volumes\nlanguage: en\ndocument-pdfs: false\n",
  );
  const main = path.join(home, "dist/cli/main.js");
  const inputs = files.map((file) => path.join(CORPORA, file));
  await programCost([main, "import", "--quiet", ...inputs], folder);
}

async function inFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

console.log(
  cells([
    "",
    "way",
    "pages",
    "s",
    "CPU s",
    "ms a page",
    "CPU ms a page",
    "most MB",
    "file MB",
    "stages in s",
  ]),
);
console.log(cells(["---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "---"]));
const said: string[] = [];
const cold = new Map<number, Result>();
for (const pages of words(values.pages).map(Number)) {
  const documents = Math.max(1, Math.round((pages - PAGES_AROUND) / PAGES_A_DOCUMENT));
  const results = await inFolder(async (folder) => {
    await generateEdition(folder, documents, forPrint);
    return await measureAll(`about ${pages}`, folder, pages);
  });
  said.push(...ratios(results).map((ratio) => `about ${pages} pages: ${ratio}`));
  const engine = results.get("engine, cold");
  if (engine) {
    cold.set(pages, engine);
    const memory = engine.memory?.toFixed(0) ?? "?";
    said.push(`about ${pages} pages: engine, cold: ${memory} MB, aim at 1,000 pages < 1,200 MB`);
  }
}
for (const name of words(values.volumes)) {
  const files = volumes[name];
  if (!files) throw new Error(`no volume ${name}; there are ${Object.keys(volumes).join(", ")}`);
  if (!files.every((file) => existsSync(path.join(CORPORA, file)))) {
    console.warn(`${name}: ${files.join(", ")} is not in ${CORPORA}, so it is not measured`);
    continue;
  }
  const results = await inFolder(async (folder) => {
    await importVolumes(folder, files);
    return await measureAll(name, folder, Infinity);
  });
  said.push(...ratios(results).map((ratio) => `${name}: ${ratio}`));
}
const [small, large] = [cold.get(250), cold.get(1000)];
if (small && large) {
  const growth = large.seconds / large.pages / (small.seconds / small.pages);
  said.push(`engine, cold: time a page at 1,000 / at 250 pages: ${growth.toFixed(2)}, aim ≤ 1.3`);
}
console.log(`\n${said.join("\n")}`);
