import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";

/** What a program and all that it started took together since it said that it begins. */
export interface TreeCost {
  readonly cpuSeconds: number;
  /** The most memory at once, what processes share counted once; nothing where the system does not tell. */
  readonly megabytes: number | undefined;
  /** What it wrote. */
  readonly said: string;
}

const PERIOD = 100;
const PAGE = 4096;
/** Ticks of the clock that Linux counts in, a second. */
const TICKS = 100;

/** Runs a Node program and watches the tree of its processes, where there is a `/proc`; `begin` is the line by which it says that it begins. */
export async function treeCost(
  program: readonly string[],
  cwd: string,
  begin: string,
): Promise<TreeCost> {
  const child = spawn(process.execPath, program, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let complaint = "";
  child.stderr.on("data", (words) => (complaint += String(words)));
  /** Ticks of each process at the beginning, and when it was last seen. */
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  let most = 0;
  let watching = false;
  const watch = async (): Promise<void> => {
    if (watching || child.pid === undefined) return;
    watching = true;
    const processes = await treeOf(child.pid);
    const begun = said.includes(begin);
    for (const { pid, ticks } of processes) {
      if (begun) last.set(pid, ticks);
      else first.set(pid, ticks);
    }
    const own = processes.reduce((sum, { resident, shared }) => sum + resident - shared, 0);
    const all = own + Math.max(0, ...processes.map(({ shared }) => shared));
    if (begun) most = Math.max(most, all);
    watching = false;
  };
  child.stdout.on("data", (words) => (said += String(words)));
  const timer = setInterval(() => void watch(), PERIOD);
  const [code] = await once(child, "close");
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program.join(" ")} ended with ${String(code)}\n${complaint}`);
  const ticks = [...last].reduce((sum, [pid, each]) => sum + each - (first.get(pid) ?? 0), 0);
  return {
    cpuSeconds: ticks / TICKS,
    megabytes: most === 0 ? undefined : (most * PAGE) / 2 ** 20,
    said,
  };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  readonly resident: number;
  readonly shared: number;
}

async function treeOf(root: number): Promise<readonly Process[]> {
  const names = await readdir("/proc").catch(() => []);
  const ids = names.filter((name) => /^\d+$/u.test(name)).map(Number);
  const all = (await Promise.all(ids.map(readProcess))).filter((each) => each !== undefined);
  const tree: Process[] = all.filter(({ pid }) => pid === root);
  // A parent may stand behind its child, so that one walk is not enough; each adds to the end.
  for (const { pid: parent } of tree) tree.push(...all.filter((each) => each.parent === parent));
  return tree;
}

async function readProcess(pid: number): Promise<Process | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const memory = await readFile(`/proc/${pid}/statm`, "utf8");
    // The name, which may have spaces, stands in round brackets before.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [, resident = 0, shared = 0] = memory.split(" ").map(Number);
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { pid, parent: Number(fields[1]), ticks, resident, shared };
  } catch {
    // Ended meanwhile.
    return undefined;
  }
}
