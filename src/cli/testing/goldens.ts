import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";

/** With UPDATE_GOLDENS=1 goldens are written instead of compared; look at the difference before keeping it. */
const updating = process.env["UPDATE_GOLDENS"] === "1";

/** A folder of golden files, of which every one must be asked for. */
export interface Goldens {
  readonly expectGolden: (name: string, actual: string) => Promise<void>;
  /** Fails if there is a golden that was never asked for. */
  readonly expectAllUsed: () => Promise<void>;
}

/** Opens a folder of golden files. */
export function openGoldens(folder: string): Goldens {
  const used = new Set<string>();
  return {
    async expectGolden(name, actual) {
      used.add(name);
      const file = path.join(folder, name);
      if (updating) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, actual);
      }
      expect(actual).toBe(await readFile(file, "utf8"));
    },
    async expectAllUsed() {
      const entries = existsSync(folder)
        ? await readdir(folder, { recursive: true, withFileTypes: true })
        : [];
      const kept = entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .map((name) => name.split(path.sep).join("/"));
      expect(kept.sort()).toEqual([...used].sort());
    },
  };
}
