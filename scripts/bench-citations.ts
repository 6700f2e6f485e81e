/*
 * Time and memory of citing all documents of generated editions, in the four styles that come along, as their pages
 * do: both ways (the archive's original, the edition's document), each with a bibliography entry and a note with room
 * for a place, for which four notes are written. So a document is 8 entries and 32 notes. Cold, then with what was kept.
 * With --site whole websites are built too, without and with what was kept.
 *
 *     npm run compile && npx tsx scripts/bench-citations.ts [--site] [DOCUMENTS …]
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generateEdition } from "./generate-edition.ts";
import { type Cost, programCost } from "./program-cost.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((number) => number > 0);
const sizes = asked.length > 0 ? asked : [250, 1000];
const withSite = process.argv.includes("--site");

const built = (module: string): string =>
  JSON.stringify(pathToFileURL(path.join(home, "dist", module)).href);

/** Reads the edition beside it and, if asked, cites all its documents with what a file keeps. */
const PROGRAM = `
import { readFile, writeFile } from "node:fs/promises";
import { buildApparatus } from ${built("apparatus/build-apparatus.js")};
import { layCitations } from ${built("citation/citations.js")};
import { keepCitations } from ${built("site/citation-keeper.js")};
import { loadStyles } from ${built("source/citation/load-styles.js")};
import { readEdition } from ${built("source/read-edition.js")};

const { edition } = await readEdition(".");
const { apparatus } = buildApparatus(edition);
const by = await loadStyles("en");
if (process.argv[2] === "cite") {
  const keeper = keepCitations({
    read: () => readFile("kept.json", "utf8").catch(() => undefined),
    write: (_, citations) => writeFile("kept.json", citations),
  });
  const memory = await keeper.open(by);
  const urlOf = ({ id }) => "https://edition.example/documents/" + id + ".html";
  const { citePlaced, documents, styles } = layCitations({ ...by, edition, apparatus, memory, urlOf });
  for (const document of documents.values())
    for (const style of styles)
      for (const as of ["original", "edition"]) citePlaced({ document, style, as });
  await keeper.save();
}
`;

interface Measured {
  readonly name: string;
  readonly cost: Cost;
}

/** What citing takes beyond reading; then, if asked, what websites take. */
async function measure(documents: number): Promise<readonly Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
  try {
    await generateEdition(folder, documents);
    await writeFile(path.join(folder, "cite.mjs"), PROGRAM);
    const reading = await programCost(["cite.mjs"], folder);
    const cold = await programCost(["cite.mjs", "cite"], folder);
    const warm = await programCost(["cite.mjs", "cite"], folder);
    const cited = [
      { name: "reading alone", cost: reading },
      { name: "citing, cold", cost: beyond(cold, reading) },
      { name: "citing, kept", cost: beyond(warm, reading) },
    ];
    if (!withSite) return cited;
    process.env["SCHOLIUM_CACHE"] = path.join(folder, "cache");
    const build = [path.join(home, "dist/cli/main.js"), "build", "--quiet", "--no-pdf"];
    return [
      ...cited,
      { name: "website, cold", cost: await programCost(build, folder) },
      { name: "website, kept", cost: await programCost(build, folder) },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Time beyond another's; memory as it was at its highest. */
function beyond(cost: Cost, other: Cost): Cost {
  return {
    seconds: cost.seconds - other.seconds,
    cpuSeconds: cost.cpuSeconds - other.cpuSeconds,
    megabytes: cost.megabytes,
  };
}

const row = (...cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(10))).join(" ");

console.log(row("", "documents", "time", "CPU", "memory"));
let before: readonly Measured[] = [];
for (const documents of sizes) {
  const measured = await measure(documents);
  for (const { name, cost } of measured) {
    const { seconds, cpuSeconds, megabytes } = cost;
    console.log(
      row(
        name,
        String(documents),
        `${seconds.toFixed(1)} s`,
        `${cpuSeconds.toFixed(1)} s`,
        `${megabytes.toFixed(0)} MB`,
      ),
    );
    const smaller = before.find((one) => one.name === name)?.cost;
    if (smaller)
      console.log(row("  growth", "", "", `× ${(cpuSeconds / smaller.cpuSeconds).toFixed(2)}`));
  }
  before = measured;
}
