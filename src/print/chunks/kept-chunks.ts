import { deserialize, serialize } from "node:v8";
import type { Page } from "puppeteer-core";
import { type PrintCache, keyOf } from "../cache/print-cache.ts";
import type { TakenChunk, TakenReader } from "../page/take-chunks.ts";
import { type KnownChunks, keysOfChunks, readChangedChunks } from "./changed-chunks.ts";
import type { ReadChunksOrder } from "./read-chunks.ts";

/** Divides a reader's HTML into chunks; those that an earlier build has read are taken from the cache. `basis` is the key of the code that reads them. */
export async function readKeptChunks(
  page: Page,
  order: ReadChunksOrder,
  cache: PrintCache,
  basis: string,
): Promise<TakenReader> {
  const known: KnownChunks = new Map();
  const keyIn = (key: string): string => keyOf(basis, key);
  await Promise.all(
    keysOfChunks(order).map(async (key) => {
      const kept = await cache.read("source", keyIn(key));
      if (kept) known.set(key, asChunk(kept));
    }),
  );
  const before = new Set(known.keys());
  const reader = await readChangedChunks(page, order, known);
  for (const [key, chunk] of known) {
    if (!before.has(key)) await cache.write("source", keyIn(key), serialize(chunk));
  }
  return reader;
}

function asChunk(kept: Uint8Array): TakenChunk {
  return deserialize(kept);
}
