import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cacheKinds, clearOut, sizeOf } from "./cache-room.ts";
import { openPrintCache, printCacheIn } from "./open-print-cache.ts";
import { type CacheKind, type PrintCache, keyOf, noCache } from "./print-cache.ts";

async function withFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-cache-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A cache in a folder, that tells nothing unless the test expects it. */
function cacheIn(folder: string, limit?: number): Promise<PrintCache> {
  return openPrintCache({
    folders: [folder],
    ...(limit === undefined ? {} : { limit }),
    onTrouble: (sentence) => {
      throw new Error(sentence);
    },
  });
}

const fileOf = (folder: string, kind: CacheKind, key: string): string =>
  path.join(printCacheIn(folder), kind, key);

const key = keyOf("a chunk");
const words = Buffer.from("<p>What the pages hold.</p>".repeat(200));

async function notSoLong(file: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000);
  await utimes(file, then, then);
}

describe("what is kept", () => {
  it("is given back as it was written, by this build and the next, under its kind and key alone", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await cache.write("layout", key, words);
      for (const reader of [cache, await cacheIn(folder)]) {
        expect(await reader.read("layout", key)).toEqual(new Uint8Array(words));
        expect(await reader.read("segment", key)).toBeUndefined();
        expect(await reader.read("layout", keyOf("another"))).toBeUndefined();
        expect(await reader.has("layout", key)).toBe(true);
        expect(await reader.has("segment", key)).toBe(false);
      }
    }));

  it("may be anything", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...cacheKinds),
          fc.oneof(
            fc.uint8Array({ maxLength: 70_000 }),
            fc.string({ maxLength: 30 }).map((text) => Buffer.from(text.repeat(500))),
            fc.integer({ min: 0, max: 60_000 }).map((length) => randomBytes(length)),
          ),
          async (kind, content) => {
            const named = keyOf(kind, content);
            await cache.write(kind, named, content);
            expect(await cache.read(kind, named)).toEqual(new Uint8Array(content));
          },
        ),
        { numRuns: 60 },
      );
    }));

  it("takes less room where that is to be had, and hardly more where it is not", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      const picture = randomBytes(50_000);
      await cache.write("layout", key, words);
      await cache.write("segment", key, picture);
      expect((await stat(fileOf(folder, "layout", key))).size).toBeLessThan(words.length / 4);
      expect((await stat(fileOf(folder, "segment", key))).size).toBeLessThan(50_200);
    }));

  it("is replaced by what is written later under its key, and is the user's alone", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await cache.write("layout", key, Buffer.from("before"));
      await cache.write("layout", key, words);
      expect(await cache.read("layout", key)).toEqual(new Uint8Array(words));
      expect((await stat(fileOf(folder, "layout", key))).mode & 0o777).toBe(0o600);
      expect((await stat(printCacheIn(folder))).mode & 0o777).toBe(0o700);
    }));

  it("is nothing under what is no key", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await cache.write("layout", "../../escaped", words);
      expect(await cache.read("layout", "../../escaped")).toBeUndefined();
      expect(await readdir(folder, { recursive: true })).toEqual(["print"]);
    }));
});

describe("what is damaged is never taken, and is removed", () => {
  /** Damages the one file of a cache, looks for its content, and keeps it again. */
  function damaged(harm: (file: string, sealed: Buffer) => Promise<void>): Promise<object> {
    return withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await cache.write("layout", key, words);
      const file = fileOf(folder, "layout", key);
      await harm(file, await readFile(file));
      const taken = await cache.read("layout", key);
      const removed = !existsSync(file);
      await cache.write("layout", key, words);
      return { taken, removed, again: await cache.read("layout", key) };
    });
  }

  const made = { taken: undefined, removed: true, again: new Uint8Array(words) };

  it("cut off at whatever length", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await cache.write("layout", key, words);
      const file = fileOf(folder, "layout", key);
      const { size } = await stat(file);
      const sealed = await readFile(file);
      expect(size).toBeGreaterThan(60);
      for (let length = 0; length < size; length += 1) {
        await writeFile(file, sealed);
        await truncate(file, length);
        expect(await cache.read("layout", key), `cut to ${length} bytes`).toBeUndefined();
        expect(existsSync(file)).toBe(false);
      }
    }));

  it("with any bit another", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const outcome = await damaged((file, sealed) => {
          const place = at % sealed.length;
          sealed.writeUInt8(sealed.readUInt8(place) ^ (1 << bit), place);
          return writeFile(file, sealed);
        });
        expect(outcome).toEqual(made);
      }),
      { numRuns: 60 },
    ));

  it.each<readonly [how: string, harm: (file: string, sealed: Buffer) => Promise<void>]>([
    ["longer than it was", (file, sealed) => writeFile(file, Buffer.concat([sealed, sealed]))],
    [
      "zeroed, as after a power failure",
      (file, sealed) => writeFile(file, Buffer.alloc(sealed.length)),
    ],
    ["zeroed from the middle on", (file, sealed) => writeFile(file, sealed.fill(0, 90))],
    ["of another form", (file) => writeFile(file, words)],
    ["empty", (file) => writeFile(file, "")],
    [
      "a folder",
      async (file) => {
        await rm(file);
        await mkdir(path.join(file, "with", "folders"), { recursive: true });
      },
    ],
    [
      "a link to something good",
      async (file) => {
        await rename(file, `${file}-elsewhere`);
        await symlink(`${file}-elsewhere`, file);
      },
    ],
  ])("%s", async (_, harm) => {
    expect(await damaged(harm)).toEqual(made);
  });

  it("in another's place, of the same kind or another", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      const other = keyOf("another chunk");
      await cache.write("layout", key, words);
      await cache.write("layout", other, Buffer.from("other words"));
      await cache.write("segment", key, Buffer.from("a PDF"));
      await copyFile(fileOf(folder, "layout", other), fileOf(folder, "layout", key));
      expect(await cache.read("layout", key)).toBeUndefined();
      await copyFile(fileOf(folder, "segment", key), fileOf(folder, "layout", key));
      expect(await cache.read("layout", key)).toBeUndefined();
      expect(await cache.read("segment", key)).toEqual(new Uint8Array(Buffer.from("a PDF")));
    }));
});

describe("the room that a cache takes", () => {
  /** Does not get smaller when it is kept. */
  const noise = randomBytes(20_000);

  it("stays within its limit, whoever writes", () =>
    withFolder(async (folder) => {
      const limit = 400_000;
      for (let build = 0; build < 4; build += 1) {
        const cache = await cacheIn(folder, limit);
        for (let chunk = 0; chunk < 12; chunk += 1) {
          await cache.write("layout", keyOf(`${build} ${chunk}`), noise);
          expect((await sizeOf(printCacheIn(folder))).bytes).toBeLessThanOrEqual(limit);
        }
      }
      // And is not thrown away altogether.
      expect((await sizeOf(printCacheIn(folder))).bytes).toBeGreaterThan(limit / 2);
    }));

  it("is given back by what was not used for longest", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder, 400_000);
      const keys = ["one", "two", "three", "four"].map((name) => keyOf(name));
      for (const [age, named] of keys.entries()) {
        await cache.write("layout", named, noise);
        await notSoLong(fileOf(folder, "layout", named), 10 - age);
      }
      // The oldest is used by a later build: then it is as good as new.
      const later = await cacheIn(folder, 90_000);
      expect(await later.read("layout", keyOf("one"))).toBeDefined();
      await later.write("layout", keyOf("five"), noise);
      const left = [...keys, keyOf("five")].map((named) =>
        existsSync(fileOf(folder, "layout", named)),
      );
      expect(left).toEqual([true, false, false, true, true]);
    }));

  it("is counted anew where the tally is lost", () =>
    withFolder(async (folder) => {
      const before = await cacheIn(folder);
      for (let chunk = 0; chunk < 10; chunk += 1)
        await before.write("layout", keyOf(`${chunk}`), noise);
      await rm(path.join(printCacheIn(folder), "tally"));
      const cache = await cacheIn(folder, 100_000);
      await cache.write("layout", keyOf("new"), noise);
      expect((await sizeOf(printCacheIn(folder))).bytes).toBeLessThanOrEqual(100_000);
    }));

  it("is not given to one content that would drive out all others", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder, 100_000);
      await cache.write("layout", key, noise);
      await cache.write("reader", key, randomBytes(90_000));
      expect(await cache.read("reader", key)).toBeUndefined();
      expect(await cache.read("layout", key)).toBeDefined();
    }));

  it("is cleared of what killed builds left, but not of what another is writing", () =>
    withFolder(async (folder) => {
      await (await cacheIn(folder)).write("layout", key, words);
      const beside = path.join(printCacheIn(folder), "beside");
      await writeFile(path.join(beside, "killed"), "half");
      await notSoLong(path.join(beside, "killed"), 1);
      await writeFile(path.join(beside, "underway"), "half");
      await (await cacheIn(folder)).write("layout", key, words);
      expect(await readdir(beside)).toEqual(["underway"]);
    }));

  it("is given back when it is cleared, and nothing else that lies there", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await cache.write("layout", key, words);
      await writeFile(path.join(printCacheIn(folder), "thesis.txt"), "somebody's own");
      await clearOut(printCacheIn(folder));
      expect(await readdir(printCacheIn(folder))).toEqual(["thesis.txt"]);
      // A build that is going on keeps on keeping.
      expect(await cache.read("layout", key)).toBeUndefined();
      await cache.write("layout", key, words);
      expect(await cache.read("layout", key)).toEqual(new Uint8Array(words));
    }));
});

describe("a build never fails for its cache", () => {
  it("when the folder is deleted in the middle", () =>
    withFolder(async (folder) => {
      const cache = await cacheIn(folder);
      await cache.write("layout", key, words);
      await rm(folder, { recursive: true });
      expect(await cache.read("layout", key)).toBeUndefined();
      await cache.write("layout", key, words);
      expect(await cache.read("layout", key)).toEqual(new Uint8Array(words));
    }));

  it("where a file stands in the folder's place: the next folder is taken", () =>
    withFolder(async (folder) => {
      const blocked = path.join(folder, "a-file");
      await writeFile(blocked, "");
      const second = path.join(folder, "second");
      const cache = await openPrintCache({ folders: [path.join(blocked, "scholium"), second] });
      await cache.write("layout", key, words);
      expect(existsSync(fileOf(second, "layout", key))).toBe(true);
    }));

  it("where there is no folder at all: that is said once, in words", () =>
    withFolder(async (folder) => {
      const blocked = path.join(folder, "a-file");
      await writeFile(blocked, "");
      const said: string[] = [];
      const cache = await openPrintCache({
        folders: [blocked],
        onTrouble: (sentence) => said.push(sentence),
      });
      expect(cache).toBe(noCache);
      await cache.write("layout", key, words);
      expect(await cache.read("layout", key)).toBeUndefined();
      expect(said).toEqual([
        `what was printed is not kept for the next build, which will take longer (${blocked}: file already exists)`,
      ]);
    }));

  it("where nothing can be written any more: that is said once, and what was kept is still read", () =>
    withFolder(async (folder) => {
      await (await cacheIn(folder)).write("layout", key, words);
      const cache = printCacheIn(folder);
      await rm(path.join(cache, "beside"), { recursive: true });
      await writeFile(path.join(cache, "beside"), "a file in its place");
      const said: string[] = [];
      const opened = await openPrintCache({
        folders: [folder],
        onTrouble: (sentence) => said.push(sentence),
      });
      for (const chunk of ["one", "two", "three"])
        await opened.write("layout", keyOf(chunk), words);
      expect(await opened.read("layout", keyOf("one"))).toBeUndefined();
      expect(await opened.read("layout", key)).toEqual(new Uint8Array(words));
      expect(said).toEqual([expect.stringContaining(`(${cache}: `)]);
    }));

  it.skipIf(process.getuid?.() === 0)("where the folder may only be read", () =>
    withFolder(async (folder) => {
      await (await cacheIn(folder)).write("layout", key, words);
      await chmod(folder, 0o500);
      const said: string[] = [];
      const cache = await openPrintCache({
        folders: [folder],
        onTrouble: (sentence) => said.push(sentence),
      });
      await chmod(folder, 0o700);
      expect(cache).toBe(noCache);
      expect(said).toEqual([expect.stringContaining("permission denied")]);
    }),
  );
});

const run = promisify(execFile);
const hammer = fileURLToPath(new URL("testing/hammer.ts", import.meta.url));

/** Runs a build of the cache alone, in a process of its own and within the limits of a shell. */
async function hammered(limits: string, ...order: readonly string[]): Promise<string> {
  const script = `${limits} exec "$0" --import tsx "$@"`;
  const { stdout } = await run("sh", ["-c", script, process.execPath, hammer, ...order]);
  return stdout;
}

describe.skipIf(process.platform === "win32")("builds at once", () => {
  it(
    "read nothing wrong and keep to the limit while all of them write and trim",
    { timeout: 60_000 },
    () =>
      withFolder(async (folder) => {
        const limit = "60000";
        const said = await Promise.all([1, 2, 3].map(() => hammered("", folder, limit, "300")));
        expect(said).toEqual(["wrong: 0\n", "wrong: 0\n", "wrong: 0\n"]);
        const cache = printCacheIn(folder);
        // Each may have written one file since it last looked.
        expect((await sizeOf(cache)).bytes).toBeLessThanOrEqual(60_000 + 3 * 8192);
        expect(await readdir(path.join(cache, "beside"))).toEqual([]);
      }),
  );

  it("find a disk full and go on", { timeout: 60_000 }, () =>
    withFolder(async (folder) => {
      // No file may grow at all: the kernel refuses every write, as a full disk does.
      const said = await hammered("ulimit -f 0;", folder, "1000000", "20");
      expect(said).toMatch(/^what was printed is not kept .*\nwrong: 0\n$/);
      expect((await sizeOf(printCacheIn(folder))).files).toBe(0);
      expect(await readdir(path.join(printCacheIn(folder), "beside"))).toEqual([]);
    }),
  );

  it("may be killed in the middle", { timeout: 60_000 }, () =>
    withFolder(async (folder) => {
      const build = spawn(
        process.execPath,
        ["--import", "tsx", hammer, folder, "1000000", "1000000"],
        { stdio: ["ignore", "ignore", "ignore", "ipc"] },
      );
      const ended = once(build, "exit");
      const [sign]: readonly unknown[] = await Promise.race([once(build, "message"), ended]);
      expect(sign).toBe("under way");
      build.kill("SIGKILL");
      expect(await ended).toEqual([null, "SIGKILL"]);
      expect(await hammered("", folder, "1000000", "80")).toBe("wrong: 0\n");
    }),
  );
});
