import { readFile } from "node:fs/promises";
import path from "node:path";
import { standardStreams } from "../../edition/streams.ts";
import type { OwnFolders } from "../browser/own-files.ts";
import type { Browsers } from "../browser/press-room.ts";
import { readChunks } from "../chunks/read-chunks.ts";
import { setUpPress } from "../layout/set-up-press.ts";
import { shapeOf } from "../numbering/slot-texts.ts";
import { layOutChunk } from "../page/lay-out.ts";

/** The pages of a chunk, as HTML; or why it could not be laid out. */
export type ChunkPages = readonly string[];

/** A tab in which the chunks of one reader are laid out in any order. */
export interface ChunkTab {
  readonly chunks: readonly string[];
  readonly layOut: (chunk: string) => Promise<ChunkPages>;
}

/** Opens a reader in a fresh tab, and uses it. */
export async function withChunks<Result>(
  browsers: Browsers,
  address: string,
  folders: OwnFolders,
  use: (tab: ChunkTab) => Promise<Result>,
): Promise<Result> {
  const html = await readFile(path.join(folders["/"]?.[0] ?? "", address), "utf8");
  const { shell, chunks } = await browsers.withPresses(
    1,
    () => Promise.resolve(),
    async (room) =>
      room.run("reading", async ({ page }) => readChunks(page, { html, plain: new Set() })),
  );
  const ready = setUpPress({
    path: address,
    shell,
    letters: Array.from(new Set(html)).join(""),
    folders,
    streams: standardStreams,
    onRefusal: () => undefined,
  });
  const sources = new Map(chunks.map((chunk) => [chunk.head.id, chunk]));
  return browsers.withPresses(1, ready, async (room) =>
    use({
      chunks: [...sources.keys()],
      async layOut(id) {
        const source = sources.get(id);
        if (!source) return [];
        const slots = source.slots.map(() => shapeOf([{ target: "", label: "12" }]));
        try {
          const { html: pages } = await room.run(`laying out “${id}”`, async ({ page }) =>
            page.evaluate(layOutChunk, source.html, slots),
          );
          return pages;
        } catch (error) {
          return [error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : ""];
        }
      },
    }),
  );
}
