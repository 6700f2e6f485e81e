import { appendFile, lstat, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { randomUUID } from "node:crypto";
import type { CacheKind } from "./print-cache.ts";

/** The folders of a cache, one for each kind. */
export const cacheKinds: readonly CacheKind[] = [
  "source",
  "layout",
  "segment",
  "reader",
  "citations",
];

/** Files on their way into the cache lie in a folder beside. */
export const BESIDE = "beside";

/** Holds one sign for each block of disk that was taken: its length is what the cache takes, without counting anew. */
const TALLY = "tally";

/** Disks give room by blocks. */
const BLOCK = 4096;

/** What is left when a cache was trimmed, as a part of its limit: so that it is seldom done. */
const LEFT = 0.75;

/** As many files are looked at at once. */
const AT_ONCE = 64;

/** A file of the cache. */
interface KeptFile {
  readonly file: string;
  readonly blocks: number;
  readonly used: number;
}

/** How much room a cache takes. */
export interface CacheSize {
  readonly files: number;
  readonly bytes: number;
}

/** Enters in the tally what was written, and trims the cache when it is above its limit: what was not used for longest goes first. */
export async function takeRoom(folder: string, bytes: number, limit: number): Promise<void> {
  const tally = path.join(folder, TALLY);
  const taken = blocksOf(bytes);
  await appendFile(tally, ".".repeat(taken), { mode: 0o600 });
  const { size } = await stat(tally);
  // A tally that begins here knows nothing of what may have been there before.
  if (size > taken && size * BLOCK <= limit) return;

  const kept = await keptFiles(folder);
  let left = kept.reduce((sum, { blocks }) => sum + blocks, 0);
  if (left * BLOCK > limit) {
    kept.sort((a, b) => a.used - b.used || (a.file < b.file ? -1 : 1));
    for (const { file, blocks } of kept) {
      if (left * BLOCK <= limit * LEFT) break;
      await rm(file, { force: true });
      left -= blocks;
    }
  }
  const fresh = path.join(folder, BESIDE, `${TALLY}-${randomUUID()}`);
  await writeFile(fresh, ".".repeat(left), { mode: 0o600 });
  await rename(fresh, tally);
}

/** How much a cache holds, counted. */
export async function sizeOf(folder: string): Promise<CacheSize> {
  const kept = await keptFiles(folder);
  return {
    files: kept.length,
    bytes: kept.reduce((sum, { blocks }) => sum + blocks * BLOCK, 0),
  };
}

/** Removes whatever a cache holds, and nothing else that may lie there. */
export async function clearOut(folder: string): Promise<void> {
  for (const name of [...cacheKinds, BESIDE, TALLY])
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 3 });
}

async function keptFiles(folder: string): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const kind of cacheKinds) {
    const room = path.join(folder, kind);
    const names = await readdir(room).catch(() => []);
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const found = names.slice(from, from + AT_ONCE).map(async (name) => {
        const file = path.join(room, name);
        // Another build may have removed it meanwhile.
        const known = await lstat(file).catch(() => undefined);
        if (known?.isFile()) kept.push({ file, blocks: blocksOf(known.size), used: known.mtimeMs });
      });
      await Promise.all(found);
    }
  }
  return kept;
}

function blocksOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / BLOCK));
}
