import path from "node:path";
import type { PrintCache } from "../print/cache/print-cache.ts";
import type { CitationStore } from "../site/citation-keeper.ts";

/** Keeps an edition's citations where printed pages are kept; the cache is opened when it is first asked for. */
export function citationStore(
  folder: string,
  openCache: (() => Promise<PrintCache>) | undefined,
): CitationStore | undefined {
  if (!openCache) return undefined;
  let opened: Promise<{ readonly cache: PrintCache; readonly keyFor: (by: string) => string }>;
  const open = async (): ReturnType<() => typeof opened> => {
    // Imported late: much is read to know what decides a citation.
    const { codeFingerprint } = await import("../print/cache/engine-fingerprint.ts");
    const { keyOf } = await import("../print/cache/print-cache.ts");
    const code = await codeFingerprint();
    const cache = await openCache();
    return { cache, keyFor: (by) => keyOf(code, path.resolve(folder), by) };
  };
  return {
    async read(by) {
      opened ??= open();
      const { cache, keyFor } = await opened;
      const found = await cache.read("citations", keyFor(by));
      return found && new TextDecoder().decode(found);
    },
    async write(by, citations) {
      opened ??= open();
      const { cache, keyFor } = await opened;
      await cache.write("citations", keyFor(by), new TextEncoder().encode(citations));
    },
  };
}
