import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Streams } from "../edition/streams.ts";
import type { OwnFolders } from "./browser/own-files.ts";
import { PATIENCE, PATIENCE_PER_PAGE } from "./browser/patience.ts";
import type { Browsers } from "./browser/press-room.ts";
import { type PrintCache, keyOf } from "./cache/print-cache.ts";
import { readChunks } from "./chunks/read-chunks.ts";
import { filesOf } from "./layout/files-of.ts";
import { type KnownLayout, type Layouts, layOutChunks } from "./layout/lay-out-chunks.ts";
import { setUpPress } from "./layout/set-up-press.ts";
import { type FilledSlots, type NumberedReader, converge } from "./numbering/converge.ts";
import type { SheetDress } from "./page/assemble.ts";
import type { ChunkHead } from "./page/set-up.ts";
import type { SurveyedPage, SurveyedSource } from "./page/survey.ts";
import type { TakenReader } from "./page/take-chunks.ts";
import { ChunksFailed, PrintFailure } from "./print-failure.ts";
import type { SegmentRange } from "./segments/cut-segments.ts";
import { printSegment } from "./segments/print-segment.ts";
import type { PrintedSegment } from "./segments/printed-segment.ts";

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
  readonly segments: readonly PrintedSegment[];
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
  /** Where the reader's HTML is, below the own folders. */
  readonly path: string;
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
}

/** Lays out a reader's HTML and prints it in segments. */
export async function paginate(
  browsers: Browsers,
  order: PaginationOrder,
): Promise<PaginatedReader> {
  const { plain = new Set<string>(), folders, streams, workers, cache, onProgress } = order;
  const source = await readSource(browsers, order, plain);
  const { shell, chunks } = source;
  const refused = new Set<string>();
  const press = setUpPress({
    path: order.path,
    shell,
    letters: lettersOf(source),
    folders,
    streams,
    onRefusal: (address) => refused.add(address),
  });
  return browsers.withPresses(workers, press, async (room) => {
    const basis = keyOf(order.basis, shell, JSON.stringify(streams.rows.map(({ name }) => name)));
    const layouts = layOutChunks({
      room,
      chunks,
      basis,
      keyOfFiles: filesOf(folders, order.path),
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

    const expected = numbered.sheets.length;
    let printed = 0;
    const told = (pages: number): void => {
      printed += pages;
      onProgress?.({ stage: "pdf", pages: printed, expected });
    };
    told(0);
    const segments = await Promise.all(
      [{ first: 0, end: expected }].map(async (range) => {
        const dresses = await dressSheets(numbered, layouts, range);
        const pages = range.end - range.first;
        const segment = await room.run(
          `printing pages ${labelOf(numbered, range.first)} to ${labelOf(numbered, range.end - 1)}`,
          async (one) => printSegment(one, dresses),
          PATIENCE + pages * PATIENCE_PER_PAGE,
        );
        told(pages);
        return segment;
      }),
    );
    assertNothingRefused(refused);
    return {
      heads: chunks.map(({ head }) => head),
      numbered,
      pages: segments.flatMap((segment) => segment.pages),
      sources: new Map(chunks.map(({ head, text }) => [head.id, text])),
      plain,
      segments,
    };
  });
}

async function readSource(
  browsers: Browsers,
  { path: address, folders }: PaginationOrder,
  plain: ReadonlySet<string>,
): Promise<TakenReader> {
  const html = await readReader(folders, address);
  return browsers.withPresses(1, asItIs, async (room) =>
    room.run("reading the reader", async ({ page }) => readChunks(page, { html, plain })),
  );
}

/** Reading needs nothing of Paged.js. */
async function asItIs(): Promise<void> {
  return Promise.resolve();
}

async function readReader(folders: OwnFolders, address: string): Promise<string> {
  for (const folder of folders["/"] ?? []) {
    const html = await readFile(path.join(folder, address), "utf8").catch(() => undefined);
    if (html !== undefined) return html;
  }
  throw new PrintFailure(`${address} is not there`, "build the website first");
}

/** Every letter of a reader, once. */
function lettersOf({ chunks }: TakenReader): string {
  const letters = new Set<string>("0123456789ivxlcdm–, ");
  for (const { html, head } of chunks) {
    for (const letter of html) letters.add(letter);
    for (const letter of head.head) letters.add(letter);
  }
  return [...letters].sort().join("");
}

/** The sheets of a segment as they are shown to be printed. */
async function dressSheets(
  { sheets, filled }: NumberedReader,
  layouts: Layouts,
  { first, end }: SegmentRange,
): Promise<readonly SheetDress[]> {
  const dresses: SheetDress[] = [];
  for (const { content, side, folio, head } of sheets.slice(first, end)) {
    const slots = content ? (filled.get(content.chunk) ?? []) : [];
    const html = content && (await layouts.pagesOf(content.chunk))[content.page];
    dresses.push({
      ...(html === undefined ? {} : { html }),
      filled: slotsOn(html, slots),
      side,
      folio,
      head,
    });
  }
  return dresses;
}

/** The numbers of a page's own slots. */
function slotsOn(html: string | undefined, slots: FilledSlots): SheetDress["filled"] {
  const own: Record<string, FilledSlots[number]> = {};
  for (const [, at = ""] of html?.matchAll(/ data-slot="(\d+)"/g) ?? []) {
    own[at] = slots[Number(at)] ?? [];
  }
  return own;
}

function labelOf({ sheets }: NumberedReader, at: number): string {
  return sheets[at]?.label ?? "";
}

function assertNothingRefused(refused: ReadonlySet<string>): void {
  if (refused.size === 0) return;
  throw new PrintFailure(
    `the print styles or templates ask for what is not part of the edition: ${[...refused].sort().join(", ")}`,
    "put the file into the edition, or take the request out",
  );
}
