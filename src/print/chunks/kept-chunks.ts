import { deserialize, serialize } from "node:v8";
import type { Page } from "puppeteer-core";
import { type PrintCache, keyOf } from "../cache/print-cache.ts";
import type { TakenChunk, TakenReader } from "../page/take-chunks.ts";
import { type KnownChunks, keyOfFrame, keysOfChunks, readChangedChunks } from "./changed-chunks.ts";
import type { ReadChunksOrder } from "./read-chunks.ts";

/** What earlier builds have read of a reader. */
export interface KeptChunks {
  /** The reader's page without any chunk. */
  readonly shell: Promise<string | undefined>;
  readonly known: Promise<KnownChunks>;
  /** Reads the rest in a tab, and keeps that too. */
  readonly readRest: (page: Page) => Promise<TakenReader>;
}

/** Divides a reader's HTML into chunks; those that an earlier build has read are taken from the cache. `basis` is the key of the code that reads them. */
export function keptChunks(order: ReadChunksOrder, cache: PrintCache, basis: string): KeptChunks {
  const keyIn = (key: string): string => keyOf(basis, key);
  const frame = keyIn(keyOfFrame(order.html));
  const shell = cache.read("source", frame).then((kept) => kept && asText(kept));
  const known = readKnown(order, async (key) => cache.read("source", keyIn(key)));
  return {
    shell,
    known,
    async readRest(page) {
      const before = await known;
      const after = new Map(before);
      const reader = await readChangedChunks(page, order, after);
      for (const [key, chunk] of after) {
        if (!before.has(key)) await cache.write("source", keyIn(key), serialize(chunk));
      }
      if ((await shell) === undefined) await cache.write("source", frame, asBytes(reader.shell));
      return reader;
    },
  };
}

async function readKnown(
  order: ReadChunksOrder,
  read: (key: string) => Promise<Uint8Array | undefined>,
): Promise<KnownChunks> {
  const known: KnownChunks = new Map();
  await Promise.all(
    keysOfChunks(order).map(async (key) => {
      const kept = await read(key);
      if (kept) known.set(key, asChunk(kept));
    }),
  );
  return known;
}

function asChunk(kept: Uint8Array): TakenChunk {
  return deserialize(kept);
}

function asText(kept: Uint8Array): string {
  return new TextDecoder().decode(kept);
}

function asBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
