import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPrintCache } from "./cache/open-print-cache.ts";
import type { PrintCache } from "./cache/print-cache.ts";
import { noCache } from "./cache/print-cache.ts";
import { printEdition } from "./testing/print-edition.ts";
import { writeTrickyEdition } from "./testing/tricky-edition.ts";

let folder: string;
let cacheFolder: string;
/** Printed by one worker without a cache. */
let alone: Buffer;
let edited: Buffer;

const NUMBERS = Array.from({ length: 16 }, (_, at) => at + 1);

function letter(number: number, first = "It begins"): string {
  const paragraphs = NUMBERS.map(
    (at) =>
      `${at === 1 ? first : "Then"} ${"much was said of ships and ports in that paper, and more was thought. ".repeat(6)}See [](#letter-${(number % 16) + 1}:p${at})[^${at}].`,
  );
  const notes = NUMBERS.map(
    (at) => `[^${at}]: A note on ${at} of ${number}; see [](#letter-${((number + 6) % 16) + 1}).`,
  );
  return `---\nid: letter-${number}\nnumber: ${number}\ntitle: Letter ${number}\nlanguages: ru\n---\n\n${paragraphs.join("\n\n")}\n\n${notes.join("\n")}\n`;
}

/** What the cache was asked for and had, and what it was given. */
interface Watched extends PrintCache {
  readonly found: string[];
  readonly written: string[];
}

async function watchedCache(): Promise<Watched> {
  const cache = await openPrintCache({ folders: [cacheFolder] });
  const found: string[] = [];
  const written: string[] = [];
  return {
    found,
    written,
    async read(kind, key) {
      const content = await cache.read(kind, key);
      if (content) found.push(kind);
      return content;
    },
    has: async (kind, key) => cache.has(kind, key),
    async write(kind, key, content) {
      written.push(kind);
      await cache.write(kind, key, content);
    },
  };
}

/** Prints the edition as it stands; gives the bytes of its reader. */
async function print(workers: number, cache: PrintCache): Promise<Buffer> {
  const output = await mkdtemp(path.join(folder, "out-"));
  const { messages } = await printEdition(folder, output, { workers, cache });
  expect(messages.filter((message) => message.includes(" print-"))).toEqual([]);
  return readFile(path.join(output, "readers/all.pdf"));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-same-"));
  cacheFolder = await mkdtemp(path.join(tmpdir(), "scholium-same-cache-"));
  await writeTrickyEdition(
    folder,
    Object.fromEntries([
      ...NUMBERS.map((number) => [`texts/letter-${number}.md`, letter(number)] as const),
      ["texts/tricky.md", "---\nid: tricky\nnumber: 20\ntitle: Twentieth\n---\n\nOne.\n\nTwo.\n"],
      ["texts/second.md", "---\nid: second\nnumber: 21\ntitle: Last\n---\n\nOne.\n\nTwo.\n"],
      ["essays/introduction.md", "---\nid: introduction\ntitle: Introduction\n---\n\nWords.\n"],
    ]),
  );
  alone = await print(1, noCache);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(cacheFolder, { recursive: true, force: true });
});

/** One after the other: each leaves in the cache what the next finds there. */
describe("the bytes of a reader", () => {
  it("are the same with three workers as with one", async () => {
    const cold = await watchedCache();
    expect((await print(3, cold)).equals(alone)).toBe(true);
    expect(cold.found).toEqual([]);
    const printed = cold.written.filter((kind) => kind === "segment").length;
    expect(printed).toBeGreaterThan(1);
  });

  it("are taken as they are where nothing has changed", async () => {
    const unchanged = await watchedCache();
    expect((await print(2, unchanged)).equals(alone)).toBe(true);
    expect(unchanged.found).toEqual(["reader"]);
    expect(unchanged.written).toEqual([]);
  });

  it("are those of a new print after an edit, of which only little is printed anew", async () => {
    await writeFile(path.join(folder, "documents/texts/letter-3.md"), letter(3, "It began"));
    const warm = await watchedCache();
    edited = await print(2, warm);
    expect(edited.equals(alone)).toBe(false);
    // One chunk, its pages and their numbers; the segment that it is in; the reader, and that it was met.
    expect(warm.written.toSorted()).toEqual([
      "layout",
      "layout",
      "reader",
      "reader",
      "segment",
      "source",
    ]);
  });

  it("are the same without the cache", async () => {
    expect((await print(2, noCache)).equals(edited)).toBe(true);
  });

  it("are the first again when the edit is undone, joined from what is kept", async () => {
    await writeFile(path.join(folder, "documents/texts/letter-3.md"), letter(3));
    await rm(path.join(cacheFolder, "print/reader"), { recursive: true, force: true });
    const undone = await watchedCache();
    expect((await print(2, undone)).equals(alone)).toBe(true);
    expect(undone.written).toEqual(["reader", "reader"]);
  });
});
