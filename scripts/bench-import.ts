/*
 * Time and memory of importing volumes of Foreign Relations: the Kennedy–Khrushchev exchanges (120 documents),
 * the Soviet Union (390), and both into one edition. Skipped where the volumes are not there.
 *
 *     npm run compile && npx tsx scripts/bench-import.ts [FOLDER OF VOLUMES]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2] ?? path.join(home, "../shared/corpora/frus");

/** Some volumes that are imported in one go. */
interface Load {
  readonly name: string;
  readonly volumes: readonly string[];
  readonly documents: number;
}

const loads: readonly Load[] = [
  { name: "v06", volumes: ["frus1961-63v06.xml"], documents: 120 },
  { name: "v05", volumes: ["frus1961-63v05.xml"], documents: 390 },
  { name: "both", volumes: ["frus1961-63v05.xml", "frus1961-63v06.xml"], documents: 510 },
];

/** What a program took. */
interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

/** Loaded into a program before its own code: writes at its end what it took. */
const METER = `
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.BENCH_COST, [userCPUTime + systemCPUTime, maxRSS].join(" "));
});
`;

/** Runs of each load; the least of each cost counts, since other work on the machine only ever adds to it. */
const RUNS = 3;

/** Imports some volumes into a new folder, and looks whether all documents are there. */
async function importInto(load: Load): Promise<Cost> {
  const place = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
  try {
    const meter = path.join(place, "meter.mjs");
    const costs = path.join(place, "cost.txt");
    const edition = path.join(place, "edition");
    await writeFile(meter, METER);
    const inputs = load.volumes.map((volume) => path.join(folder, volume));
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [
        "--import",
        pathToFileURL(meter).href,
        path.join(home, "dist/cli/main.js"),
        "import",
        "--quiet",
        ...inputs,
        "--to",
        edition,
      ],
      { env: { ...process.env, BENCH_COST: costs }, stdio: ["ignore", "pipe", "inherit"] },
    );
    let said = "";
    child.stdout.on("data", (words) => {
      said += String(words);
    });
    const [code] = await once(child, "close");
    const seconds = (performance.now() - began) / 1000;
    if (code !== 0) throw new Error(`the import ended with ${String(code)}\n${said}`);
    const texts = path.join(edition, "documents/texts");
    const made = (await readdir(texts, { recursive: true })).filter((file) => file.endsWith(".md"));
    if (made.length !== load.documents)
      throw new Error(`${made.length} documents instead of ${load.documents}`);
    const [microseconds = 0, kilobytes = 0] = (await readFile(costs, "utf8"))
      .split(" ")
      .map(Number);
    return { seconds, cpuSeconds: microseconds / 1e6, megabytes: kilobytes / 1024 };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function measure(load: Load): Promise<Cost> {
  let least = await importInto(load);
  for (let run = 1; run < RUNS; run += 1) {
    const cost = await importInto(load);
    least = {
      seconds: Math.min(least.seconds, cost.seconds),
      cpuSeconds: Math.min(least.cpuSeconds, cost.cpuSeconds),
      megabytes: Math.min(least.megabytes, cost.megabytes),
    };
  }
  return least;
}

const columns = [14, 10, 9, 9, 9, 14];
const row = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => (at === 0 ? cell.padEnd(columns[at] ?? 0) : cell.padStart(columns[at] ?? 0)))
    .join(" ");

if (loads.some(({ volumes }) => volumes.some((volume) => !existsSync(path.join(folder, volume)))))
  console.warn(`skipped: the volumes are not in ${folder}`);
else {
  console.log(row(["", "documents", "time", "CPU", "memory", "documents/s"]));
  let before: { readonly load: Load; readonly cost: Cost } | undefined;
  for (const load of loads) {
    const cost = await measure(load);
    const { seconds, cpuSeconds, megabytes } = cost;
    console.log(
      row([
        load.name,
        String(load.documents),
        `${seconds.toFixed(1)} s`,
        `${cpuSeconds.toFixed(1)} s`,
        `${megabytes.toFixed(0)} MB`,
        (load.documents / seconds).toFixed(0),
      ]),
    );
    if (before)
      console.log(
        row([
          "  growth",
          `× ${(load.documents / before.load.documents).toFixed(2)}`,
          `× ${(seconds / before.cost.seconds).toFixed(2)}`,
          `× ${(cpuSeconds / before.cost.cpuSeconds).toFixed(2)}`,
          `× ${(megabytes / before.cost.megabytes).toFixed(2)}`,
          "",
        ]),
      );
    before = { load, cost };
  }
}
