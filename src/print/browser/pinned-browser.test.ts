import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { librariesBeside, unpackPinnedBrowser } from "./pinned-browser.ts";

describe("the pinned browser", () => {
  let cache = "";
  beforeAll(async () => {
    cache = await mkdtemp(path.join(tmpdir(), "scholium-cache-"));
  });
  afterAll(() => rm(cache, { recursive: true, force: true }));

  it("is unpacked once by two builds at a time, with the libraries that it may need", async () => {
    const [one, other] = await Promise.all([
      unpackPinnedBrowser([cache]),
      unpackPinnedBrowser([cache]),
    ]);
    expect(other).toBe(one);
    expect((await stat(one)).mode & 0o777).toBe(0o700);
    expect((await readFile(one)).subarray(1, 4).toString()).toBe("ELF");
    expect(existsSync(path.join(librariesBeside(one), "libnss3.so"))).toBe(true);
    // Nothing half made is left beside it.
    expect(await readdir(cache)).toEqual([path.basename(path.dirname(one))]);
  });

  it("is not unpacked again", async () => {
    const program = await unpackPinnedBrowser([cache]);
    const before = await stat(program);
    expect((await stat(await unpackPinnedBrowser([cache]))).mtimeMs).toBe(before.mtimeMs);
  });

  it("goes elsewhere where the first cache cannot be written, and clears up after killed builds", async () => {
    const blocked = path.join(cache, "a-file");
    await writeFile(blocked, "");
    const second = path.join(cache, "second");
    // What a build left that was killed yesterday, and what one is making now.
    await mkdir(path.join(second, "chromium-147.0.0-killed"), { recursive: true });
    await mkdir(path.join(second, "chromium-147.0.0-underway"));
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(path.join(second, "chromium-147.0.0-killed"), yesterday, yesterday);
    expect(await unpackPinnedBrowser([path.join(blocked, "cache"), second])).toMatch(
      path.join(second, "chromium-"),
    );
    expect(await readdir(second)).toEqual(["chromium-147.0.0", "chromium-147.0.0-underway"]);
  });
});
