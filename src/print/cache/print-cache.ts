import { createHash } from "node:crypto";

/** What earlier builds have laid out and printed. Losing it costs time, nothing else. */
export interface PrintCache {
  /** What is kept under a key, whole and as it was written; nothing where there is none or it is damaged. */
  readonly read: (kind: CacheKind, key: string) => Promise<Uint8Array | undefined>;
  /** Whether there is something under a key, which may yet be damaged. */
  readonly has: (kind: CacheKind, key: string) => Promise<boolean>;
  /** Keeps a content under a key that is made of all that decides it. Never fails: what cannot be kept is made again. */
  readonly write: (kind: CacheKind, key: string, content: Uint8Array) => Promise<void>;
}

/** What is kept: sources of readers divided into chunks, chunks laid out, segments printed, whole readers; and the citations of an edition's documents. */
export type CacheKind = "source" | "layout" | "segment" | "reader" | "citations";

/** Keeps nothing. */
export const noCache: PrintCache = {
  read: () => Promise.resolve(undefined),
  has: () => Promise.resolve(false),
  write: () => Promise.resolve(),
};

/** A key made of all that decides a content: a hash in hexadecimal. No two different rows of parts give the same. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : part;
    hash.update(`${bytes.length}:`);
    hash.update(bytes);
  }
  return hash.digest("hex");
}
