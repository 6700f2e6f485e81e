import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { withTables } from "./testing/manual-tables.ts";

describe("the manual", () => {
  it("has the tables that the code uses; `npx tsx scripts/write-manual-tables.ts` writes them", async () => {
    const manual = await readFile("documents/essays/manual.md", "utf8");
    expect(manual).toBe(withTables(manual));
  });
});
