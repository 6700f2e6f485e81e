import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** What a program took. */
export interface Cost {
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

/** Runs a Node program in a folder and says what it took. */
export async function programCost(program: readonly string[], cwd: string): Promise<Cost> {
  const own = await mkdtemp(path.join(tmpdir(), "scholium-meter-"));
  try {
    const meter = path.join(own, "meter.mjs");
    const costs = path.join(own, "cost.txt");
    await writeFile(meter, METER);
    const began = performance.now();
    await run(["--import", pathToFileURL(meter).href, ...program], cwd, costs);
    const seconds = (performance.now() - began) / 1000;
    const [microseconds = 0, kilobytes = 0] = (await readFile(costs, "utf8"))
      .split(" ")
      .map(Number);
    return { seconds, cpuSeconds: microseconds / 1e6, megabytes: kilobytes / 1024 };
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The least of each cost of two runs: other work on the machine only ever adds to it. */
export function leastCost(one: Cost, other: Cost): Cost {
  return {
    seconds: Math.min(one.seconds, other.seconds),
    cpuSeconds: Math.min(one.cpuSeconds, other.cpuSeconds),
    megabytes: Math.min(one.megabytes, other.megabytes),
  };
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
