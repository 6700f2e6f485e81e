import type { Page } from "puppeteer-core";
import { keyOf } from "../cache/print-cache.ts";
import type { TakenChunk, TakenReader } from "../page/take-chunks.ts";
import { type ReadChunksOrder, readChunks } from "./read-chunks.ts";

/** Chunks by the key of the section that they were taken from. */
export type KnownChunks = Map<string, TakenChunk>;

/** The keys of a reader's chunks, as far as each can be known by its own section alone. */
export function keysOfChunks({ html, plain }: ReadChunksOrder): readonly string[] {
  return sectionsOf(html)
    .sections.filter((section) => !section.html.includes(COUNTS))
    .map((section) => keyOfSection(section, plain));
}

/** The key of what stands outside of a reader's sections, which decides its page without chunks. */
export function keyOfFrame(html: string): string {
  const { sections, rest } = sectionsOf(html);
  return keyOf("frame", sections.map(({ before }) => before.trim()).join(""), rest.trim());
}

function keyOfSection({ id, html }: Section, plain: ReadonlySet<string>): string {
  return keyOf(html, plain.has(id) ? "plain" : "");
}

/** A section of a reader's HTML that is a chunk, and the HTML before it. */
export interface Section {
  readonly before: string;
  readonly id: string;
  readonly html: string;
}

/** What the index counts stands in other chunks: it is always read anew. */
const COUNTS = "data-mentions-of";

/**
 * Divides a reader's HTML as `readChunks` does, but reads only sections that are not known. In the place of
 * the others stand empty ones, with what the index counts in them. Forgets those that are no more.
 */
export async function readChangedChunks(
  page: Page,
  { html, plain }: ReadChunksOrder,
  known: KnownChunks,
): Promise<TakenReader> {
  const { sections, rest } = sectionsOf(html);
  const keys = new Map(sections.map((section) => [section.id, keyOfSection(section, plain)]));
  const kept = new Map<string, TakenChunk>();
  const reduced = sections.map(({ before, id, html: written }) => {
    const chunk = written.includes(COUNTS) ? undefined : known.get(keys.get(id) ?? "");
    if (chunk?.head.id !== id) return before + written;
    kept.set(id, chunk);
    return `${before}<section data-chunk="${id}">${mentionsIn(chunk.html)}</section>`;
  });
  const read = await readChunks(page, { html: reduced.join("") + rest, plain });
  const chunks = read.chunks.map((chunk) => kept.get(chunk.head.id) ?? chunk);
  known.clear();
  for (const chunk of chunks) {
    const key = keys.get(chunk.head.id);
    if (key !== undefined) known.set(key, chunk);
  }
  return { ...read, chunks };
}

const SECTION = /<(\/?)section\b([^>]*)>/g;

/** The outermost sections that are chunks. An id that stands twice, or one that would have to be escaped, makes none. */
export function sectionsOf(html: string): {
  readonly sections: readonly Section[];
  readonly rest: string;
} {
  const sections: Section[] = [];
  const ids = new Set<string>();
  let done = 0;
  let depth = 0;
  let open: { readonly start: number; readonly id: string; readonly depth: number } | undefined;
  for (const { 0: tag, 1: closing, 2: attributes = "", index } of html.matchAll(SECTION)) {
    if (closing === "") {
      depth += 1;
      const [, id = ""] = / data-chunk="([\w-]+)"/.exec(attributes) ?? [];
      if (!open && id !== "" && !ids.has(id)) open = { start: index, id, depth };
      continue;
    }
    if (open?.depth === depth) {
      const end = index + tag.length;
      const { start, id } = open;
      sections.push({ before: html.slice(done, start), id, html: html.slice(start, end) });
      ids.add(id);
      done = end;
      open = undefined;
    }
    depth -= 1;
  }
  return { sections, rest: html.slice(done) };
}

function mentionsIn(html: string): string {
  return [...html.matchAll(/ data-mention="[^"]*"/g)]
    .map(([mention]) => `<span${mention}></span>`)
    .join("");
}
