import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/** What each file of a site holds, as a hash, by its path in the site. */
export type SiteHashes = ReadonlyMap<string, string>;

/** Hashes every file of a site. */
export async function hashSite(folder: string): Promise<SiteHashes> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    hashes.set(
      name,
      createHash("sha1")
        .update(await readFile(file))
        .digest("base64"),
    );
  }
  return hashes;
}

/** Files that are new, or other than they were, sorted. */
export function changedFiles(before: SiteHashes, after: SiteHashes): readonly string[] {
  return [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
}
