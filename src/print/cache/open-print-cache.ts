import { randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { cacheFolders, clearLeftOvers, openCacheFolder } from "./cache-folders.ts";
import { BESIDE, takeRoom } from "./cache-room.ts";
import { type CacheKind, type PrintCache, noCache } from "./print-cache.ts";
import { seal, unseal } from "./sealed.ts";

/** Where a cache is and how large it may be. */
export interface PrintCacheOptions {
  /** Folders of Scholium's cache; the first that can be written to is taken. */
  readonly folders?: readonly string[];
  /** How many bytes it may take. */
  readonly limit?: number;
  /** Told once, in a sentence for the editor, when nothing can be kept. */
  readonly onTrouble?: (sentence: string) => void;
}

/** A gigabyte holds what books of about fifty thousand pages need. */
export const CACHE_LIMIT = 1_000_000_000;

/** The print cache within a folder of Scholium's cache. */
export function printCacheIn(folder: string): string {
  return path.join(folder, "print");
}

/** When a file was used is noted no more often than this, in milliseconds: it costs a write. */
const USE_INTERVAL = 6 * 3_600_000;

/** Keys are hashes in hexadecimal: nothing else becomes the name of a file. */
const KEY = /^[0-9a-f]{32,128}$/;

/** Opens the cache on disk. Whatever is wrong with it, a build goes on: then it keeps nothing. */
export async function openPrintCache(options: PrintCacheOptions = {}): Promise<PrintCache> {
  const { folders = cacheFolders(), limit = CACHE_LIMIT, onTrouble = () => undefined } = options;
  const home = await findPrintCache(folders);
  if ("folder" in home) return new FolderCache(home.folder, limit, onTrouble);
  onTrouble(home.trouble);
  return noCache;
}

/** The folder of the print cache, made if need be; or, in a sentence, what is wrong with the first that it may lie in. */
export async function findPrintCache(
  folders: readonly string[] = cacheFolders(),
): Promise<{ readonly folder: string } | { readonly trouble: string }> {
  const troubles: string[] = [];
  for (const home of folders) {
    try {
      await openCacheFolder(home);
      const folder = printCacheIn(home);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return { folder };
    } catch (error) {
      troubles.push(keepsNothing(home, error));
    }
  }
  return { trouble: troubles[0] ?? "" };
}

class FolderCache implements PrintCache {
  readonly #folder: string;
  readonly #limit: number;
  readonly #onTrouble: (sentence: string) => void;
  #keeps = true;
  #cleared: Promise<void> | undefined;

  constructor(folder: string, limit: number, onTrouble: (sentence: string) => void) {
    this.#folder = folder;
    this.#limit = limit;
    this.#onTrouble = onTrouble;
  }

  readonly read = async (kind: CacheKind, key: string): Promise<Uint8Array | undefined> => {
    if (!KEY.test(key)) return undefined;
    const file = path.join(this.#folder, kind, key);
    try {
      const found = await lstat(file);
      const content = found.isFile() ? await unseal(kind, key, await readFile(file)) : undefined;
      if (content === undefined) await rm(file, { recursive: true, force: true });
      else if (Date.now() - found.mtimeMs > USE_INTERVAL) await noteUse(file);
      return content;
    } catch {
      // Not there, or not to be read: it is made again.
      return undefined;
    }
  };

  readonly has = async (kind: CacheKind, key: string): Promise<boolean> =>
    KEY.test(key) &&
    lstat(path.join(this.#folder, kind, key)).then(
      (found) => found.isFile(),
      () => false,
    );

  readonly write = async (kind: CacheKind, key: string, content: Uint8Array): Promise<void> => {
    if (!this.#keeps || !KEY.test(key)) return;
    try {
      const sealed = await seal(kind, key, content);
      // One that took most of the room would drive all others out.
      if (sealed.length > this.#limit / 4) return;
      this.#cleared ??= this.#clearUp();
      await this.#cleared;
      await this.#put(kind, key, sealed);
      await takeRoom(this.#folder, sealed.length, this.#limit);
    } catch (error) {
      // Somebody may be removing the cache just now: that is no reason to keep nothing more.
      if (isCode(error, "ENOENT")) return;
      if (this.#keeps) this.#onTrouble(keepsNothing(this.#folder, error));
      this.#keeps = false;
    }
  };

  /** Written beside and renamed: what stands under a name is whole, also when a build is killed or another writes the same. */
  async #put(kind: CacheKind, key: string, sealed: Uint8Array): Promise<void> {
    const beside = path.join(this.#folder, BESIDE, `${key}-${randomUUID()}`);
    const file = path.join(this.#folder, kind, key);
    try {
      await withFolderOf(beside, () => writeFile(beside, sealed, { mode: 0o600, flag: "wx" }));
      await withFolderOf(file, () => rename(beside, file));
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async #clearUp(): Promise<void> {
    const beside = path.join(this.#folder, BESIDE);
    await mkdir(beside, { recursive: true, mode: 0o700 });
    await clearLeftOvers(beside, () => true);
  }
}

/** Does what needs the folder of a file; makes it and tries again where it is not there (any more). */
async function withFolderOf(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await work();
  }
}

/** In a folder that can only be read there is nothing to be noted. */
async function noteUse(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}

function keepsNothing(folder: string, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  // "ENOSPC: no space left on device, write" is said in its middle part alone.
  const [, why = said] = /^E[A-Z]+: ([^,]+)/.exec(said) ?? [];
  return `what was printed is not kept for the next build, which will take longer (${folder}: ${why})`;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
