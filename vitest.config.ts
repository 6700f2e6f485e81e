import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "src",
    // The compiled command runs in tests as it is.
    server: { deps: { external: [/\/node_modules\//, /\/dist\/cli\/program\.js$/] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default one core is kept free; on two that leaves one idle, since many tests wait for a command or a browser.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Modules are loaded once by each worker, not by each file of tests: none changes what others find in them.
    isolate: false,
  },
});
