import { createHash } from "node:crypto";
import type { CitationMemory } from "../citation/citations.ts";
import type { StylesAndWords } from "../edition/citation-styles.ts";

/** Where citations lie between runs: one text under all that decides them besides what is cited. */
export interface CitationStore {
  readonly read: (by: string) => Promise<string | undefined>;
  /** Never fails: what cannot be kept is made again. */
  readonly write: (by: string, citations: string) => Promise<void>;
}

/** Keeps citations from build to build, since to write them takes longer than all else on a page. */
export interface CitationKeeper {
  /** Those that were made in these styles and words. */
  readonly open: (by: StylesAndWords) => Promise<CitationMemory>;
  /** After a build: keeps what was asked for since the last time, and forgets the rest. */
  readonly save: () => Promise<void>;
}

/** Makes a keeper; without a store it keeps for as long as it lives. */
export function keepCitations(store?: CitationStore): CitationKeeper {
  let opened: string | undefined;
  let last: StylesAndWords | undefined;
  let known = new Map<string, string>();
  let used = new Map<string, string>();
  let isNew = false;
  const memory: CitationMemory = {
    read(key) {
      const short = shortOf(key);
      const citation = used.get(short) ?? known.get(short);
      if (citation !== undefined) used.set(short, citation);
      return citation;
    },
    write(key, citation) {
      used.set(shortOf(key), citation);
      isNew = true;
    },
  };
  return {
    async open(by) {
      if (last && isSame(last, by)) return memory;
      last = by;
      const fingerprint = shortOf(JSON.stringify(by));
      if (opened === fingerprint) return memory;
      opened = fingerprint;
      used = new Map();
      isNew = false;
      known = readAll((await store?.read(fingerprint)) ?? "");
      return memory;
    },
    async save() {
      const changed = isNew || used.size !== known.size;
      known = used;
      used = new Map();
      isNew = false;
      if (opened !== undefined && changed && known.size > 0)
        await store?.write(opened, JSON.stringify([...known]));
    },
  };
}

/** Whether nothing was read anew. */
function isSame(one: StylesAndWords, other: StylesAndWords): boolean {
  return (
    one.locale.csl === other.locale.csl &&
    one.styles.length === other.styles.length &&
    one.styles.every(({ name, csl }, at) => {
      const same = other.styles[at];
      return same?.name === name && same.csl === csl;
    })
  );
}

/** Long enough that no two are ever the same. */
function shortOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 24);
}

/** What was stored; nothing of a text of another form. */
function readAll(stored: string): Map<string, string> {
  if (stored === "") return new Map();
  try {
    const pairs: unknown = JSON.parse(stored);
    if (!Array.isArray(pairs)) return new Map();
    return new Map(pairs.filter(isPair));
  } catch {
    return new Map();
  }
}

function isPair(pair: unknown): pair is [string, string] {
  return Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === "string");
}
