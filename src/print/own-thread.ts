import { Worker } from "node:worker_threads";

/** Megabytes. With more, a thread lets that much more of what it needs no longer lie about. */
const YOUNG_SPACE = 8;

/**
 * Starts a module of ours in a thread of its own; `module` without its ending, which is that of the caller:
 * compiled, or as it is written where a program compiles it as it runs.
 */
export function ownThread(module: string, caller: string, workerData: unknown): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_SPACE };
  const source = caller.endsWith(".ts");
  const file = new URL(`${module}${source ? ".ts" : ".js"}`, caller);
  if (!source) return new Worker(file, { workerData, resourceLimits });
  const address = JSON.stringify(file.href);
  // Threads do not inherit how their program loads TypeScript.
  const load = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${address}, ${address}))`;
  return new Worker(load, { eval: true, workerData, resourceLimits });
}
