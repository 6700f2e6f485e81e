import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { NamedCsl } from "../edition/citation-styles.ts";
import type { Document, Essay, Reader, RegisterEntry, Volume, Work } from "../edition/edition.ts";
import type { Worksheet } from "../edition/worksheet.ts";
import type { ReadSettings } from "./read-settings.ts";

/** What came of reading a file. */
export interface FileReading<Result> {
  readonly result: Result | undefined;
  readonly found: readonly Diagnostic[];
}

interface CachedReading<Result> {
  readonly bytes: Uint8Array;
  /** On what else the reading depends: the images that there were, the edition's own streams. */
  readonly surroundings: string;
  readonly reading: FileReading<Result>;
}

type CacheOf<Result> = Map<string, CachedReading<Result>>;

/** What was read before, by kind and file: for serving an edition that is being written. */
export interface FileCache {
  readonly settings: CacheOf<ReadSettings>;
  readonly documents: CacheOf<Document>;
  readonly essays: CacheOf<Essay>;
  readonly readers: CacheOf<Reader>;
  readonly register: CacheOf<readonly RegisterEntry[]>;
  readonly volumes: CacheOf<readonly Volume[]>;
  readonly works: CacheOf<readonly Work[]>;
  readonly styles: CacheOf<NamedCsl>;
  readonly worksheets: CacheOf<Worksheet>;
}

/** A cache that holds nothing yet. */
export function emptyCache(): FileCache {
  return {
    settings: new Map(),
    documents: new Map(),
    essays: new Map(),
    readers: new Map(),
    register: new Map(),
    volumes: new Map(),
    works: new Map(),
    styles: new Map(),
    worksheets: new Map(),
  };
}

/** What came of reading a file before, if neither it nor what it depends on has changed; otherwise a fresh reading, which is kept. */
export function cachedOr<Result>(
  cache: CacheOf<Result>,
  path: string,
  bytes: Uint8Array,
  surroundings: string,
  fresh: () => FileReading<Result>,
): FileReading<Result> {
  const known = cache.get(path);
  if (known && known.surroundings === surroundings && Buffer.compare(known.bytes, bytes) === 0)
    return known.reading;
  const reading = fresh();
  cache.set(path, { bytes, surroundings, reading });
  return reading;
}

/** Forgets files that are no more. */
export function forgetOthers(cache: FileCache, files: ReadonlySet<string>): void {
  for (const kind of Object.values(cache))
    for (const path of kind.keys()) if (!files.has(path)) kind.delete(path);
}
