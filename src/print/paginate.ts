import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "puppeteer-core";
import type { Streams } from "../edition/streams.ts";
import { type NumberedReader, converge } from "./numbering/converge.ts";
import { type ChunkLength, expectedPages } from "./numbering/expected-pages.ts";
import { INNER_LINK } from "./pdf/inner-links.ts";
import { OWN_ORIGIN, type OwnFolders, serveOwnFiles } from "./browser/own-files.ts";
import { assemble } from "./page/assemble.ts";
import { setUpBreaks } from "./page/better-break.ts";
import { freeze } from "./page/freeze.ts";
import { type Slot, layOutChunk, measureChunks, readSlots } from "./page/lay-out.ts";
import { setLongNotesAside } from "./page/long-notes.ts";
import { prepareTexts } from "./page/prepare.ts";
import { type ChunkHead, setUp } from "./page/set-up.ts";
import { strayWords } from "./page/stray-words.ts";
import { type LinkTarget, turnLinks } from "./page/turn-links.ts";
import {
  type SurveyedPage,
  type SurveyedSource,
  surveyPages,
  surveySource,
} from "./page/survey.ts";
import {
  BrowserEnded,
  PATIENCE,
  PATIENCE_PER_PAGE,
  Unanswered,
  browserEnded,
  patiently,
} from "./browser/patience.ts";
import { ChunksFailed, PrintFailure } from "./print-failure.ts";

/** A reader laid out, and what was read on its pages. */
export interface ReaderLayout {
  readonly heads: readonly ChunkHead[];
  readonly numbered: NumberedReader;
  readonly pages: readonly SurveyedPage[];
  readonly sources: ReadonlyMap<string, SurveyedSource>;
  /** Chunks that are set in the plainest way, all their notes behind their text. */
  readonly plain: ReadonlySet<string>;
}

/** A reader's layout and its PDF as the browser writes it. */
export interface PaginatedReader extends ReaderLayout {
  readonly pdf: Uint8Array;
  /** Where the links within it lead, which the PDF does not know yet. */
  readonly targets: readonly LinkTarget[];
}

/** What is told while a reader is laid out. */
export interface PaginationProgress {
  readonly stage: "layout" | "pdf";
  /** Pages laid out so far. */
  readonly pages: number;
  /** About how many there will be. */
  readonly expected: number;
}

const require = createRequire(import.meta.url);

/** Paged.js unminified: handlers are known by the names of their classes. It exports its main file only. */
function pagedJsFile(): string {
  return join(dirname(require.resolve("pagedjs")), "..", "dist", "paged.js");
}

/** What to paginate, and how. */
export interface PaginationOrder {
  /** Where the reader's HTML is, below the own folders. */
  readonly path: string;
  readonly folders: OwnFolders;
  /** The streams of notes in the order in which they stand at a page's foot. */
  readonly streams: Streams;
  /** Chunks to be set in the plainest way. */
  readonly plain?: ReadonlySet<string>;
  readonly onProgress?: (progress: PaginationProgress) => void;
  /** Looks at the layout before it is printed, and may refuse it. */
  readonly onLayout?: (layout: ReaderLayout) => void;
}

/** Lays out a reader's HTML and prints it. */
export async function paginate(browser: Browser, order: PaginationOrder): Promise<PaginatedReader> {
  const page = await browser.newPage();
  try {
    const crashed = new Promise<never>((_, reject) => {
      page.once("error", () => reject(browserEnded()));
      browser.once("disconnected", () => reject(browserEnded()));
    });
    crashed.catch(() => undefined);
    return await Promise.race([paginateIn(page, order), crashed]);
  } finally {
    await page.close().catch(() => undefined);
  }
}

async function paginateIn(page: Page, order: PaginationOrder): Promise<PaginatedReader> {
  const { path, folders, streams, plain = new Set(), onProgress } = order;
  const { refused } = await serveOwnFiles(page, folders);
  await page.emulateMediaType("print");
  // Programs that compile TypeScript as they run it wrap named functions in this one.
  await page.evaluateOnNewDocument("globalThis.__name = (named) => named");
  await page.evaluateOnNewDocument(freeze);
  const response = await patiently(
    page.goto(`${OWN_ORIGIN}/${path}`, { waitUntil: "load", timeout: 0 }),
    "opening the reader",
  );
  if (!response?.ok()) throw new PrintFailure(`${path} is not there`, "build the website first");
  await page.evaluate(await readFile(pagedJsFile(), "utf8"));
  const stray = await page.evaluate(strayWords);
  if (stray !== "")
    throw new PrintFailure(
      `words of a template stand in no section of the reader: “${stray}”`,
      "put them into one of the sections that the templates in print/ open",
    );
  await page.evaluate(setLongNotesAside, [...plain]);
  await page.evaluate(prepareTexts);
  const heads = await patiently(
    page.evaluate(
      setUp,
      streams.rows.map(({ name }) => name),
    ),
    "setting up the page",
  );
  await page.evaluate(setUpBreaks);
  const slots = new Map<string, readonly Slot[]>();
  for (const { id } of heads) slots.set(id, await page.evaluate(readSlots, id));

  const lengths = new Map<string, ChunkLength>();
  for (const { id, letters } of await page.evaluate(measureChunks))
    lengths.set(id, { letters, whole: false });
  let current = "";
  const know = (id: string, pages: number, whole: boolean): void => {
    lengths.set(id, { letters: lengths.get(id)?.letters ?? 0, pages, whole });
  };
  const tell = (): void => {
    const chunks = [...lengths.values()];
    const pages = chunks.reduce((sum, chunk) => sum + (chunk.pages ?? 0), 0);
    onProgress?.({ stage: "layout", pages, expected: expectedPages(chunks) });
  };
  await page.exposeFunction("scholiumPage", () => {
    know(current, (lengths.get(current)?.pages ?? 0) + 1, false);
    tell();
  });
  const failed = new Map<string, PrintFailure>();
  const numbered = await converge(heads, slots, async (id, filled) => {
    current = id;
    know(id, 0, false);
    try {
      const laidOut = await patiently(page.evaluate(layOutChunk, id, filled), `laying out “${id}”`);
      know(id, laidOut.pages.length, true);
      return laidOut;
    } catch (error) {
      if (!(error instanceof PrintFailure) || error instanceof BrowserEnded) throw error;
      failed.set(id, error);
      // The other chunks are tried as well, so that all that fail are known at once.
      if (error instanceof Unanswered) throw new ChunksFailed(failed);
      return { id, pages: [] };
    }
  });
  if (failed.size > 0) throw new ChunksFailed(failed);
  if ("unsettled" in numbered) {
    throw new PrintFailure(
      `page numbers do not settle in ${numbered.unsettled.join(", ")}: each new number moves the text that it counts`,
      "change a few words in a paragraph with a reference there",
    );
  }
  const patience = PATIENCE + numbered.sheets.length * PATIENCE_PER_PAGE;
  await patiently(
    page.evaluate(assemble, numbered.sheets, Object.fromEntries(numbered.filled)),
    "putting the pages together",
    patience,
  );
  const pages = await patiently(page.evaluate(surveyPages), "reading the pages", patience);
  const sources = new Map<string, SurveyedSource>();
  for (const { id } of heads) sources.set(id, await page.evaluate(surveySource, id));
  if (refused.size > 0) {
    throw new PrintFailure(
      `the print styles or templates ask for what is not part of the edition: ${[...refused].sort().join(", ")}`,
      "put the file into the edition, or take the request out",
    );
  }
  const layout: ReaderLayout = { heads, numbered, pages, sources, plain };
  order.onLayout?.(layout);
  onProgress?.({
    stage: "pdf",
    pages: numbered.sheets.length,
    expected: numbered.sheets.length,
  });
  const targets = await patiently(page.evaluate(turnLinks, INNER_LINK), "reading the links");
  const pdf = await patiently(
    page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      timeout: 0,
    }),
    "writing the PDF",
    patience,
  );
  return { ...layout, targets, pdf };
}
