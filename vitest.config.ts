import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "src",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
