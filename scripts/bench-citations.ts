/*
 * Time and memory of citing all documents of generated editions in the four styles that come along.
 *
 * First the citations alone, as the aim counts them: of each document a note and a bibliography's entry in each style,
 * whole programs from records that lie ready, cold and with what was kept. For 1,000 documents the aim is less than 35 s
 * of CPU and 200 MB cold, less than 1 s with what was kept, and no more than twice the work for twice the documents.
 * Then what pages ask for, beyond reading the edition: both ways (the archive's original, the edition's document), each
 * with an entry and a note with room for a place, for which four notes are written: 8 entries and 32 notes a document.
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

/** What both programs keep citations with. */
const KEEPING = `
import { readFile, writeFile } from "node:fs/promises";
import { layCitations } from ${built("citation/citations.js")};
import { keepCitations } from ${built("site/citation-keeper.js")};
import { loadStyles } from ${built("source/citation/load-styles.js")};

const by = await loadStyles("en");
const keeperOf = (file) => keepCitations({
  read: () => readFile(file, "utf8").catch(() => undefined),
  write: (_, citations) => writeFile(file, citations),
});
const urlOf = ({ id }) => "https://edition.example/documents/" + id + ".html";
`;

/** Cites documents from their front matter as it lies ready: a note and an entry in each style. */
const CITATIONS = `${KEEPING}
const { settings, matters } = JSON.parse(await readFile("matters.json", "utf8"));
const documents = matters.map(({ id, number, matter }) => ({ kind: "document", id, number, matter, abstract: [] }));
const edition = { settings, documents };
const apparatus = { documents, byId: new Map(), numberOf: ({ number }) => number };
const keeper = keeperOf("kept-citations.json");
const memory = await keeper.open(by);
const { cite, documents: cited, styles } = layCitations({ ...by, edition, apparatus, memory, urlOf });
for (const document of cited.values())
  for (const style of styles) {
    const { note, entry } = cite({ document, style, as: "original", form: "html" });
    if (note === "" || entry === "") throw new Error("no citation of " + document.id);
  }
await keeper.save();
`;

/** Reads the edition beside it; if asked, lays front matter ready, or cites all documents as their pages do. */
const PAGES = `${KEEPING}
import { buildApparatus } from ${built("apparatus/build-apparatus.js")};
import { readEdition } from ${built("source/read-edition.js")};

const { edition } = await readEdition(".");
const { apparatus } = buildApparatus(edition);
if (process.argv[2] === "lay") {
  const matters = apparatus.documents.map((document) => ({
    id: document.id, number: apparatus.numberOf(document), matter: document.matter,
  }));
  await writeFile("matters.json", JSON.stringify({ settings: edition.settings, matters }));
}
if (process.argv[2] === "cite") {
  const keeper = keeperOf("kept-pages.json");
  const memory = await keeper.open(by);
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

/** What citations alone take; what pages' take beyond reading; then, if asked, what websites take. */
async function measure(documents: number): Promise<readonly Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
  try {
    await generateEdition(folder, documents);
    await writeFile(path.join(folder, "citations.mjs"), CITATIONS);
    await writeFile(path.join(folder, "pages.mjs"), PAGES);
    await programCost(["pages.mjs", "lay"], folder);
    const aimed = [
      { name: "citations, cold", cost: await programCost(["citations.mjs"], folder) },
      { name: "citations, kept", cost: await programCost(["citations.mjs"], folder) },
    ];
    const reading = await programCost(["pages.mjs"], folder);
    const cold = await programCost(["pages.mjs", "cite"], folder);
    const warm = await programCost(["pages.mjs", "cite"], folder);
    const cited = [
      ...aimed,
      { name: "reading alone", cost: reading },
      { name: "pages, cold", cost: beyond(cold, reading) },
      { name: "pages, kept", cost: beyond(warm, reading) },
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
    // Of next to nothing a multiple says nothing.
    if (smaller && smaller.cpuSeconds > 0.2)
      console.log(row("  growth", "", "", `× ${(cpuSeconds / smaller.cpuSeconds).toFixed(2)}`));
  }
  before = measured;
}
