import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { withBrowsers } from "./browser/press-room.ts";
import { ownFolders } from "./page-folders.ts";
import { type ChunkPages, type ChunkTab, withChunks } from "./testing/layouts-of-chunks.ts";
import { renderPrint } from "./testing/print-edition.ts";
import { writeTrickyEdition } from "./testing/tricky-edition.ts";

/** The layouts of all chunks: by a tab that goes through them forwards, the same once more, another backwards. */
let forwards: ReadonlyMap<string, ChunkPages>;
let again: ReadonlyMap<string, ChunkPages>;
let backwards: ReadonlyMap<string, ChunkPages>;

/** The chunks of which another layout has other pages. */
function differing(others: ReadonlyMap<string, ChunkPages>): readonly string[] {
  return [...forwards.keys()].filter(
    (chunk) => others.get(chunk)?.join("\n") !== forwards.get(chunk)?.join("\n"),
  );
}

const LABELS = "abcdefgh".split("");
const many = (count: number, words: string): string => `${words} `.repeat(count);

/** Documents that leave something behind, if anything can: notes that go on to the end, pictures, and one that cannot be laid out. */
const hard: Readonly<Record<string, string>> = {
  "long-last-note": `A word.[^1]\n\n[^1]: ${many(60, "Much is said here.")}`,
  "crowded-notes": `One word${LABELS.map((label) => `[^${label}]`).join("")} too many.\n\n${LABELS.map(
    (label) => `[^${label}]: ${many(80, "Much is said here.")}`,
  ).join("\n")}`,
  picture: `${many(60, "Before the picture.")}[^1]\n\n![A page](images/printed-pages.webp)\n\n${many(90, "Behind it.")}\n\n[^1]: ![In a note](images/document-phone.webp)`,
  "never-ends": `| Port | Report |\n| --- | --- |\n| Mariel | Many notes${Array.from({ length: 150 }, (_, at) => `[^n${at}]`).join("")} |\n\n${Array.from({ length: 150 }, (_, at) => `[^n${at}]: Note ${at} says how many ships there were, and of which flag.`).join("\n")}`,
  plain: many(700, "Words without a note."),
};

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-order-"));
  const output = path.join(folder, "out");
  await writeTrickyEdition(
    folder,
    Object.fromEntries(
      Object.entries(hard).map(([id, text], at) => [
        `texts/${id}.md`,
        `---\nid: ${id}\nnumber: ${at + 4}\ntitle: Hard\n---\n\n${text}\n`,
      ]),
    ),
  );
  const pictures = path.resolve("documents/images");
  await cp(pictures, path.join(folder, "documents/images"), { recursive: true });
  await cp(pictures, path.join(output, "images"), { recursive: true });
  await renderPrint(folder, output);
  await withBrowsers({}, async (browsers) => {
    const open = async <Result>(use: (tab: ChunkTab) => Promise<Result>): Promise<Result> =>
      withChunks(browsers, "readers/all.print.html", ownFolders({ folder, output }), use);
    const layOutAll = async ({ layOut }: ChunkTab, order: readonly string[]) => {
      const layouts = new Map<string, ChunkPages>();
      for (const chunk of order) layouts.set(chunk, await layOut(chunk));
      return layouts;
    };
    await open(async (tab) => {
      forwards = await layOutAll(tab, tab.chunks);
      again = await layOutAll(tab, tab.chunks);
    });
    backwards = await open(async (tab) => layOutAll(tab, [...tab.chunks].reverse()));
  });
  await rm(folder, { recursive: true, force: true });
});

describe("the order in which chunks are laid out", () => {
  it("has pages of every document to compare", () => {
    const pages = (id: string): number => forwards.get(id)?.length ?? 0;
    expect(pages("tricky")).toBeGreaterThan(8);
    expect(pages("long-last-note")).toBeGreaterThan(0);
    expect(forwards.get("picture")?.join("")).toContain("printed-pages.webp");
  });

  it("changes nothing in a tab that has laid them all out before", () => {
    expect(differing(again)).toEqual([]);
  });

  it("changes nothing in a tab that goes through them from the last to the first", () => {
    expect(differing(backwards)).toEqual([]);
  });
});
