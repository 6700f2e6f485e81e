/*
 * Time and memory of building websites of 100 and 1,000 generated documents, beside bare
 * Eleventy with markdown-it and a layout on the same files; or of volumes that are imported first:
 * v06, v05, or both, where they lie beside the project. With --print their readers are printed too.
 *
 *     npm run compile && npx tsx scripts/bench-site.ts [DOCUMENTS …]
 *     npm run compile && npx tsx scripts/bench-site.ts [--print] v06 v05 both
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { generateEdition } from "./generate-edition.ts";
import { type Cost, leastCost, programCost } from "./program-cost.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const printed = process.argv.includes("--print");
const volumeNames = asked.filter((word) => Number.isNaN(Number(word)));
const sizes = asked.length > 0 ? asked.map(Number).filter((size) => size > 0) : [100, 1000];

/** A way to make a website of the documents in a folder. */
interface Maker {
  readonly name: string;
  readonly program: readonly string[];
  /** Where it puts the pages of documents. */
  readonly pages: string;
  /** Files that it needs beside the edition. */
  readonly files: Readonly<Record<string, string>>;
}

const packaged = (name: string): string => JSON.stringify(import.meta.resolve(name));

const scholium: Maker = {
  name: "scholium",
  program: [path.join(home, "dist/cli/main.js"), "build", "--no-pdf"],
  pages: "_site/documents",
  files: {},
};

const bareEleventy: Maker = {
  name: "bare Eleventy",
  program: [
    path.join(home, "node_modules/@11ty/eleventy/cmd.cjs"),
    "--config=bare.config.mjs",
    "--quiet",
  ],
  pages: "_bare",
  files: {
    "bare.config.mjs": `
import markdownIt from ${packaged("markdown-it")};
import footnotes from ${packaged("markdown-it-footnote")};

export default function (config) {
  config.setLibrary("md", markdownIt({ html: true }).use(footnotes));
  config.addGlobalData("layout", "page.njk");
  return {
    dir: { input: "documents/texts", includes: "layouts", output: "_bare" },
    markdownTemplateEngine: false,
  };
}
`,
    "documents/texts/layouts/page.njk": `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><main><h1>{{ title }}</h1><p>{{ abstract }}</p>{{ content | safe }}</main></body>
</html>
`,
  },
};

/** Runs of each maker; the least of each cost counts, since other work on the machine only ever adds to it. */
const RUNS = 3;

/** What the makers take for some documents. They take turns, so that a busy minute meets both. */
async function measure(
  makers: readonly Maker[],
  documents: number,
): Promise<ReadonlyMap<Maker, Cost>> {
  const least = new Map<Maker, Cost>();
  for (let round = 0; round < RUNS; round += 1) {
    for (const maker of makers) {
      const cost = await make(maker, documents);
      least.set(maker, leastCost(least.get(maker) ?? cost, cost));
    }
  }
  return least;
}

/** Makes a website of generated documents in a folder of its own, and looks whether all pages are there. */
async function make(maker: Maker, documents: number): Promise<Cost> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
  try {
    await generateEdition(folder, documents);
    for (const [file, text] of Object.entries(maker.files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    const cost = await programCost(maker.program, folder);
    await assertPages(path.join(folder, maker.pages), documents);
    return cost;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function assertPages(folder: string, documents: number): Promise<void> {
  const made = (await readdir(folder, { recursive: true })).filter((file) =>
    /document-\d+(?:\.html|[\\/]index\.html)$/u.test(file),
  );
  if (made.length !== documents) {
    throw new Error(`${made.length} pages of ${documents} documents in ${folder}`);
  }
}

const CORPORA = path.join(home, "../shared/corpora/frus");

/** Volumes of Foreign Relations of the United States that can be asked for. */
const volumes: Readonly<Record<string, readonly string[]>> = {
  v06: ["frus1961-63v06.xml"],
  v05: ["frus1961-63v05.xml"],
  both: ["frus1961-63v05.xml", "frus1961-63v06.xml"],
};

/** What an edition of imported volumes takes to build; its import is not counted. */
async function buildVolumes(files: readonly string[]): Promise<Cost & { documents: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
  try {
    await mkdir(path.join(folder, "documents"));
    await writeFile(path.join(folder, "documents/edition.yaml"), "title: Volumes\nlanguage: en\n");
    const main = path.join(home, "dist/cli/main.js");
    const inputs = files.map((file) => path.join(CORPORA, file));
    await programCost([main, "import", "--quiet", ...inputs], folder);
    const build = [main, "build", "--quiet", ...(printed ? [] : ["--no-pdf"])];
    let cost = await programCost(build, folder);
    for (let round = 1; round < (printed ? 1 : RUNS); round += 1) {
      cost = leastCost(cost, await programCost(build, folder));
    }
    const texts = await readdir(path.join(folder, "documents/texts"), { recursive: true });
    return { ...cost, documents: texts.filter((file) => file.endsWith(".md")).length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const columns = [14, 10, 9, 9, 9, 9];
const row = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => (at === 0 ? cell.padEnd(columns[at] ?? 0) : cell.padStart(columns[at] ?? 0)))
    .join(" ");

const toRow = (name: string, documents: number, { seconds, cpuSeconds, megabytes }: Cost): string =>
  row([
    name,
    String(documents),
    `${seconds.toFixed(1)} s`,
    `${cpuSeconds.toFixed(1)} s`,
    `${megabytes.toFixed(0)} MB`,
    (documents / seconds).toFixed(1),
  ]);

const ratios = (name: string, size: string, a: Cost, b: Cost): string =>
  row([
    name,
    size,
    (a.seconds / b.seconds).toFixed(2),
    (a.cpuSeconds / b.cpuSeconds).toFixed(2),
    (a.megabytes / b.megabytes).toFixed(2),
  ]);

console.log(row(["", "documents", "time", "CPU", "memory", "a second"]));
let first: { readonly documents: number; readonly cost: Cost } | undefined;
for (const name of volumeNames) {
  const files = volumes[name];
  if (!files) throw new Error(`no volume ${name}; there are ${Object.keys(volumes).join(", ")}`);
  const lacking = files.filter((file) => !existsSync(path.join(CORPORA, file)));
  if (lacking.length > 0) {
    console.warn(`${name}: ${lacking.join(", ")} is not in ${CORPORA}, so it is not measured`);
    continue;
  }
  const { documents, ...cost } = await buildVolumes(files);
  console.log(toRow(name, documents, cost));
  // Beside how many times more documents, how many times more it costs.
  if (first) {
    console.log(
      ratios("  growth", `× ${(documents / first.documents).toFixed(2)}`, cost, first.cost),
    );
  }
  first ??= { documents, cost };
}

let before: { readonly documents: number; readonly cost: Cost } | undefined;
for (const documents of sizes) {
  const costs = await measure([bareEleventy, scholium], documents);
  for (const [maker, cost] of costs) console.log(toRow(maker.name, documents, cost));
  const [bare, cost] = [costs.get(bareEleventy), costs.get(scholium)];
  if (!bare || !cost) throw new Error("a maker was not measured");
  console.log(ratios("  to bare", String(documents), cost, bare));
  if (before)
    console.log(ratios("  growth", `× ${documents / before.documents}`, cost, before.cost));
  before = { documents, cost };
}
