import { describe, expect, it } from "vitest";
import { usualWorkers } from "./workers.ts";

const GB = 1_000_000_000;

describe("how many workers print", () => {
  it.each<readonly [words: string, cores: number, memory: number, workers: number]>([
    ["as many as there are cores", 2, 8 * GB, 2],
    ["as many as there is memory for", 8, 4 * GB, 4],
    ["one where there is little of anything", 1, GB / 2, 1],
    ["no more than the browser can use", 128, 512 * GB, 32],
  ])("%s", (_, cores, memory, workers) => {
    expect(usualWorkers({ cores, memory })).toBe(workers);
  });

  it("at least one on this machine", () => {
    expect(usualWorkers()).toBeGreaterThanOrEqual(1);
  });
});
