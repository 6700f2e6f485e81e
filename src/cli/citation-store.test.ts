import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openPrintCache } from "../print/cache/open-print-cache.ts";
import { type CitationStore } from "../site/citation-keeper.ts";
import { citationStore } from "./citation-store.ts";

/** Lends stores of editions that keep in one new cache, and the cache's folder. */
async function withStores(
  use: (storeOf: (edition: string) => CitationStore, folder: string) => Promise<void>,
): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), "scholium-store-"));
  const storeOf = (edition: string): CitationStore => {
    const store = citationStore(edition, () => openPrintCache({ folders: [home] }));
    if (!store) throw new Error("no store");
    return store;
  };
  try {
    await use(storeOf, path.join(home, "print", "citations"));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

describe("citations beside printed pages", () => {
  it("are found again by another build of the edition, under the same styles alone", async () => {
    await withStores(async (storeOf) => {
      await storeOf("/editions/one").write("by", "[]");
      expect(await storeOf("/editions/one").read("by")).toBe("[]");
      expect(await storeOf("/editions/one").read("by others")).toBeUndefined();
      expect(await storeOf("/editions/other").read("by")).toBeUndefined();
    });
  });

  it("take one file, which is written anew", async () => {
    await withStores(async (storeOf, folder) => {
      await storeOf("/editions/one").write("by", "[]");
      await storeOf("/editions/one").write("by", '[["a","b"]]');
      expect(await readdir(folder)).toHaveLength(1);
      expect(await storeOf("/editions/one").read("by")).toBe('[["a","b"]]');
    });
  });

  it("are as if they were not there where one bit of them is another", async () => {
    await withStores(async (storeOf, folder) => {
      await storeOf("/editions/one").write("by", "[]");
      const [name = ""] = await readdir(folder);
      const bytes = await readFile(path.join(folder, name));
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      await writeFile(path.join(folder, name), bytes);
      expect(await storeOf("/editions/one").read("by")).toBeUndefined();
    });
  });

  it("are not kept where nothing is", () => {
    expect(citationStore("/editions/one", undefined)).toBeUndefined();
  });
});
