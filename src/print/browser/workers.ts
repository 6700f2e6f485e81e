import { availableParallelism, totalmem } from "node:os";

/** What a worker takes of the machine's memory at most: its tab of the browser, and what we hold of its pages. */
const MEMORY_EACH = 500_000_000;

/** More tabs than this wait for each other within the browser. */
export const MOST_WORKERS = 32;

/** What a machine has for printing. */
export interface Machine {
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
}

/** How many parts of a reader are worked on at once, unless the editor says otherwise: as many as there are cores, if they have room. */
export function usualWorkers({ cores, memory }: Machine = thisMachine()): number {
  // Half of the memory is the system's and other programs'.
  const room = Math.floor(memory / 2 / MEMORY_EACH);
  return Math.max(1, Math.min(cores, room, MOST_WORKERS));
}

function thisMachine(): Machine {
  // Within a container there may be less than the machine has.
  const granted = process.constrainedMemory?.() ?? 0;
  const memory = granted > 0 ? Math.min(granted, totalmem()) : totalmem();
  return { cores: availableParallelism(), memory };
}
