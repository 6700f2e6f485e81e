import type { Streams } from "../edition/streams.ts";
import type { OwnFolders } from "./browser/own-files.ts";
import type { Browsers, PressRoom } from "./browser/press-room.ts";
import { picturesFingerprint } from "./cache/pictures-fingerprint.ts";
import { type PrintCache, keyOf } from "./cache/print-cache.ts";
import { type KeptChunks, keptChunks } from "./chunks/kept-chunks.ts";
import { languageOfPage } from "./hyphenation/hyphenate-html.ts";
import { type KnownLayout, layOutChunks } from "./layout/lay-out-chunks.ts";
import { lastingPresses } from "./layout/set-up-press.ts";
import { type NumberedReader, converge } from "./numbering/converge.ts";
import { lettersWithoutFont } from "./page/letters-without-font.ts";
import type { ChunkHead } from "./page/set-up.ts";
import type { SurveyedPage, SurveyedSource } from "./page/survey.ts";
import type { TakenChunk, TakenReader } from "./page/take-chunks.ts";
import { ChunksFailed, PrintFailure } from "./print-failure.ts";
import { alphabetOf } from "./segments/alphabet.ts";
import { type ReadySegment, printSegments } from "./segments/print-segments.ts";

/** A reader laid out, and what was read on its pages. */
export interface ReaderLayout {
  readonly heads: readonly ChunkHead[];
  readonly numbered: NumberedReader;
  readonly pages: readonly SurveyedPage[];
  readonly sources: ReadonlyMap<string, SurveyedSource>;
  /** Chunks that are set in the plainest way, all their notes behind their text. */
  readonly plain: ReadonlySet<string>;
}

/** A reader's layout and the segments that it is printed in. */
export interface PaginatedReader extends ReaderLayout {
  readonly segments: readonly ReadySegment[];
  /** The letters printed in some chunks that no font on this computer has. */
  readonly withoutFont: ReadonlyMap<string, string>;
}

/** What is told while a reader is laid out and printed. */
export interface PaginationProgress {
  readonly stage: "layout" | "pdf";
  /** Pages so far. */
  readonly pages: number;
  /** About how many there will be. */
  readonly expected: number;
}

/** What to paginate, and how. */
export interface PaginationOrder {
  readonly html: string;
  /** Where the HTML is, below the own folders. */
  readonly path: string;
  readonly language: string;
  readonly folders: OwnFolders;
  /** The streams of notes in the order in which they stand at a page's foot. */
  readonly streams: Streams;
  /** How many presses work at the same time. */
  readonly workers: number;
  readonly cache: PrintCache;
  /** The key of all that decides how pages look besides the reader's HTML: styles, fonts, programs. */
  readonly basis: string;
  /** What has been laid out before in this build. */
  readonly memory?: Map<string, KnownLayout>;
  /** Chunks to be set in the plainest way. */
  readonly plain?: ReadonlySet<string>;
  readonly onProgress?: (progress: PaginationProgress) => void;
  /** Told of each segment when it and those before it are ready, in their order. */
  readonly onSegment?: (segment: ReadySegment) => void;
}

/** Letters and figures other than those that the fonts which come with Scholium have. */
const FOREIGN = /(?![!-\u024F\u0384-\u03CE\u0400-\u045F\u1E00-\u1FFF])[\p{L}\p{N}]/u;

/** A reader's HTML that is read, and presses that are ready for it. */
export interface OpenSource {
  readonly room: PressRoom;
  readonly chunks: readonly TakenChunk[];
  /** The reader's page without any chunk. */
  readonly shell: string;
  /** Letters that no font on this computer has. */
  readonly lacking: readonly string[];
  /** Addresses that its presses were refused. */
  readonly refused: ReadonlySet<string>;
}

/** What is asked of a source before anything is laid out. */
export type SourceOrder = Pick<
  PaginationOrder,
  "html" | "path" | "folders" | "streams" | "workers" | "cache" | "basis" | "plain"
>;

/** Lays out a reader's HTML and prints it in segments. */
export async function paginate(
  browsers: Browsers,
  order: PaginationOrder,
): Promise<PaginatedReader> {
  return withSource(browsers, order, async (source) =>
    paginateChunks(source, order, source.chunks),
  );
}

/** Reads a reader's HTML, and lends presses for it: what it holds may be printed as one file or as several. */
export async function withSource<Result>(
  browsers: Browsers,
  order: SourceOrder,
  use: (source: OpenSource) => Promise<Result>,
): Promise<Result> {
  const { plain = new Set<string>(), folders, streams, workers, cache } = order;
  const kept = keptChunks({ html: order.html, plain }, cache, order.basis);
  const source = readSource(browsers, kept);
  const letters = source.then(lettersOf);
  const shown = letters.then((own) => own + alphabetOf(own));
  // What is wrong with the reader is told to who reads it.
  shown.catch(() => undefined);
  const knownShell = await kept.shell;
  const shell = knownShell ?? (await source).shell;
  const refused = new Set<string>();
  const presses = lastingPresses({
    path: order.path,
    shell,
    letters: shown,
    folders,
    streams,
    onRefusal: (address) => refused.add(address),
  });
  return browsers.withLastingPresses(workers, presses, async (room) => {
    // Where the page is known, a press is set up while the reader is read.
    const ready = knownShell === undefined ? undefined : room.run("setting up a press", asItIs);
    const [{ chunks }, every] = await Promise.all([source, letters, ready]);
    const foreign = Array.from(every).filter((letter) => FOREIGN.test(letter));
    const lacking =
      foreign.length === 0
        ? []
        : await room.run("looking for letters without a font", async ({ page }) =>
            page.evaluate(lettersWithoutFont, foreign),
          );
    return use({ room, chunks, shell, lacking, refused });
  });
}

/** Lays out those chunks of a source that make a file, and prints them in segments. */
export async function paginateChunks(
  { room, shell, lacking, refused }: OpenSource,
  order: PaginationOrder,
  chunks: readonly TakenChunk[],
): Promise<PaginatedReader> {
  const { plain = new Set<string>(), streams, cache, onProgress } = order;
  const basis = keyOf(order.basis, shell, JSON.stringify(streams.rows.map(({ name }) => name)));
  const layouts = layOutChunks({
    room,
    chunks,
    basis,
    keyOfPictures: async (html) => picturesFingerprint(html, order),
    language: languageOfPage(shell),
    cache,
    memory: order.memory ?? new Map<string, KnownLayout>(),
    onProgress: (pages, expected) => onProgress?.({ stage: "layout", pages, expected }),
  });
  const numbered = await converge(chunks, layouts.layOut);
  if (layouts.failed.size > 0) throw new ChunksFailed(layouts.failed);
  if ("unsettled" in numbered) {
    throw new PrintFailure(
      `page numbers do not settle in ${numbered.unsettled.join(", ")}: each new number moves the text that it counts`,
      "change a few words in a paragraph with a reference there",
    );
  }
  assertNothingRefused(refused);
  const segments = await printSegments({
    room,
    numbered,
    layouts,
    basis,
    language: order.language,
    alphabet: alphabetOf(lettersOf({ chunks })),
    cache,
    onProgress: (pages, expected) => onProgress?.({ stage: "pdf", pages, expected }),
    onSegment: (segment) => order.onSegment?.(segment),
  });
  assertNothingRefused(refused);
  return {
    heads: chunks.map(({ head }) => head),
    numbered,
    pages: segments.flatMap((segment) => segment.pages),
    sources: new Map(chunks.map(({ head, text }) => [head.id, text])),
    plain,
    segments,
    withoutFont: new Map(
      chunks.flatMap(({ head, text: { body, notes } }): [string, string][] => {
        const words = [head.head, body, ...notes.map(({ text }) => text)];
        const own = lacking.filter((letter) => words.some((some) => some.includes(letter)));
        return own.length > 0 ? [[head.id, own.join("")]] : [];
      }),
    ),
  };
}

async function readSource(browsers: Browsers, kept: KeptChunks): Promise<TakenReader> {
  return browsers.withPresses(1, asItIs, async (room) =>
    room.run("reading the reader", async ({ page }) => kept.readRest(page)),
  );
}

/** Reading needs nothing of Paged.js. */
async function asItIs(): Promise<void> {
  return Promise.resolve();
}

/** Every letter of a reader, once; those of English are always there. */
export function lettersOf({ chunks }: Pick<TakenReader, "chunks">): string {
  const letters = new Set(Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)));
  for (const { html, head } of chunks) {
    for (const [letter] of html.matchAll(/\P{ASCII}/gu)) letters.add(letter);
    for (const letter of head.head) letters.add(letter);
  }
  return [...letters].sort().join("");
}

function assertNothingRefused(refused: ReadonlySet<string>): void {
  if (refused.size === 0) return;
  throw new PrintFailure(
    `the print styles or templates ask for what is not part of the edition: ${[...refused].sort().join(", ")}`,
    "put the file into the edition, or take the request out",
  );
}
