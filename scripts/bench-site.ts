/*
 * Time and memory of building websites of 100 and 1,000 generated documents, beside bare
 * Eleventy with markdown-it and a layout on the same files.
 *
 *     npm run compile && npx tsx scripts/bench-site.ts [DOCUMENTS …]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generateEdition } from "./generate-edition.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 1000];

/** What a program took. */
interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

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

/** Loaded into a program before its own code: writes at its end what it took. */
const METER = `
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.BENCH_COST, [userCPUTime + systemCPUTime, maxRSS].join(" "));
});
`;

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
      const known = least.get(maker) ?? cost;
      least.set(maker, {
        seconds: Math.min(known.seconds, cost.seconds),
        cpuSeconds: Math.min(known.cpuSeconds, cost.cpuSeconds),
        megabytes: Math.min(known.megabytes, cost.megabytes),
      });
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
    const meter = path.join(folder, "meter.mjs");
    await writeFile(meter, METER);
    const costs = path.join(folder, "cost.json");
    const began = performance.now();
    await run(["--import", pathToFileURL(meter).href, ...maker.program], folder, costs);
    const seconds = (performance.now() - began) / 1000;
    await assertPages(path.join(folder, maker.pages), documents);
    const [microseconds = 0, kilobytes = 0] = (await readFile(costs, "utf8"))
      .split(" ")
      .map(Number);
    return { seconds, cpuSeconds: microseconds / 1e6, megabytes: kilobytes / 1024 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(program: readonly string[], cwd: string, costs: string): Promise<void> {
  const child = spawn(process.execPath, program, {
    cwd,
    env: { ...process.env, BENCH_COST: costs },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (words) => {
    said += String(words);
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${program.join(" ")} ended with ${String(code)}\n${said}`);
}

async function assertPages(folder: string, documents: number): Promise<void> {
  const made = (await readdir(folder, { recursive: true })).filter((file) =>
    /document-\d+(?:\.html|[\\/]index\.html)$/u.test(file),
  );
  if (made.length !== documents) {
    throw new Error(`${made.length} pages of ${documents} documents in ${folder}`);
  }
}

const columns = [14, 10, 9, 9, 9];
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
  ]);

const ratios = (name: string, size: string, a: Cost, b: Cost): string =>
  row([
    name,
    size,
    (a.seconds / b.seconds).toFixed(2),
    (a.cpuSeconds / b.cpuSeconds).toFixed(2),
    (a.megabytes / b.megabytes).toFixed(2),
  ]);

console.log(row(["", "documents", "time", "CPU", "memory"]));
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
