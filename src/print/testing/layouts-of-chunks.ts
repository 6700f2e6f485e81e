import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import { standardStreams } from "../../edition/streams.ts";
import { OWN_ORIGIN, type OwnFolders, serveOwnFiles } from "../browser/own-files.ts";
import { expectedSlot } from "../numbering/slot-texts.ts";
import { setUpBreaks } from "../page/better-break.ts";
import { freeze } from "../page/freeze.ts";
import { layOutChunk, readSlots } from "../page/lay-out.ts";
import { setLongNotesAside } from "../page/long-notes.ts";
import { prepareTexts } from "../page/prepare.ts";
import { setUp } from "../page/set-up.ts";

/** The pages of a chunk, as HTML; or why it could not be laid out. */
export type ChunkPages = readonly string[];

/** A tab in which the chunks of one reader are laid out in any order. */
export interface ChunkTab {
  readonly chunks: readonly string[];
  readonly layOut: (chunk: string) => Promise<ChunkPages>;
}

const pagedJs = path.join(
  path.dirname(createRequire(import.meta.url).resolve("pagedjs")),
  "../dist/paged.js",
);

/** Opens a reader in a fresh tab. */
export async function openChunks(
  browser: Browser,
  address: string,
  folders: OwnFolders,
): Promise<ChunkTab> {
  const page = await browser.newPage();
  await serveOwnFiles(page, folders);
  await page.emulateMediaType("print");
  await page.evaluateOnNewDocument("globalThis.__name = (named) => named");
  await page.evaluateOnNewDocument(freeze);
  await page.goto(`${OWN_ORIGIN}/${address}`, { waitUntil: "load" });
  await page.evaluate(await readFile(pagedJs, "utf8"));
  await page.evaluate(setLongNotesAside, []);
  await page.evaluate(prepareTexts);
  const heads = await page.evaluate(
    setUp,
    standardStreams.rows.map(({ name }) => name),
  );
  await page.evaluate(setUpBreaks);
  await page.evaluate("globalThis.scholiumPage = () => undefined");
  return {
    chunks: heads.map(({ id }) => id),
    layOut: async (chunk) => {
      const slots = await page.evaluate(readSlots, chunk);
      try {
        await page.evaluate(layOutChunk, chunk, slots.map(expectedSlot));
      } catch (error) {
        return [error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : ""];
      }
      return page.evaluate(
        (id) => globalThis.scholium.chunks.get(id)?.pages.map(({ outerHTML }) => outerHTML) ?? [],
        chunk,
      );
    },
  };
}
