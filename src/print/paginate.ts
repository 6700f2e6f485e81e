import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "puppeteer-core";
import type { Streams } from "../edition/streams.ts";
import { type NumberedReader, converge } from "./converge.ts";
import { OWN_ORIGIN, type OwnFolders, serveOwnFiles } from "./own-files.ts";
import { assemble } from "./page/assemble.ts";
import { setUpBreaks } from "./page/better-break.ts";
import { freeze } from "./page/freeze.ts";
import { type Slot, layOutChunk, readSlots } from "./page/lay-out.ts";
import { setLongNotesAside } from "./page/long-notes.ts";
import { prepareTexts } from "./page/prepare.ts";
import { type ChunkHead, setUp } from "./page/set-up.ts";
import {
  type SurveyedPage,
  type SurveyedSource,
  surveyPages,
  surveySource,
} from "./page/survey.ts";
import { PATIENCE, browserEnded, patiently } from "./patience.ts";
import { PrintFailure } from "./print-failure.ts";

/** A reader laid out: its PDF as the browser writes it, and what was read on its pages before. */
export interface PaginatedReader {
  readonly pdf: Uint8Array;
  readonly heads: readonly ChunkHead[];
  readonly numbered: NumberedReader;
  readonly pages: readonly SurveyedPage[];
  readonly sources: ReadonlyMap<string, SurveyedSource>;
}

/** What is told while a reader is laid out. */
export interface PaginationProgress {
  readonly stage: "layout" | "pdf";
  /** Pages laid out so far. */
  readonly pages: number;
  /** Chunks laid out so far, and how many there are. */
  readonly chunk: number;
  readonly chunks: number;
}

const require = createRequire(import.meta.url);

/** Paged.js unminified: handlers are known by the names of their classes. It exports its main file only. */
function pagedJsFile(): string {
  return join(dirname(require.resolve("pagedjs")), "..", "dist", "paged.js");
}

/** Lays out the HTML at `path` below the own folders and prints it, the notes at a page's foot in the order of their streams. */
export async function paginate(
  browser: Browser,
  path: string,
  folders: OwnFolders,
  streams: Streams,
  onProgress: (progress: PaginationProgress) => void,
): Promise<PaginatedReader> {
  const page = await browser.newPage();
  try {
    const crashed = new Promise<never>((_, reject) => {
      page.once("error", () => reject(browserEnded()));
      browser.once("disconnected", () => reject(browserEnded()));
    });
    crashed.catch(() => undefined);
    return await Promise.race([paginateIn(page, path, folders, streams, onProgress), crashed]);
  } finally {
    await page.close().catch(() => undefined);
  }
}

async function paginateIn(
  page: Page,
  path: string,
  folders: OwnFolders,
  streams: Streams,
  onProgress: (progress: PaginationProgress) => void,
): Promise<PaginatedReader> {
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
  await page.evaluate(setLongNotesAside);
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

  const pagesOf = new Map<string, number>();
  let underway = 0;
  const tell = (): void => {
    onProgress({
      stage: "layout",
      pages: [...pagesOf.values()].reduce((sum, count) => sum + count, underway),
      chunk: Math.min(pagesOf.size + 1, heads.length),
      chunks: heads.length,
    });
  };
  await page.exposeFunction("scholiumPage", () => {
    underway += 1;
    tell();
  });
  const numbered = await converge(heads, slots, async (id, filled) => {
    underway = 0;
    pagesOf.delete(id);
    const laidOut = await patiently(page.evaluate(layOutChunk, id, filled), `laying out “${id}”`);
    pagesOf.set(id, laidOut.pages.length);
    underway = 0;
    return laidOut;
  });
  if ("unsettled" in numbered) {
    throw new PrintFailure(
      `page numbers do not settle in ${numbered.unsettled.join(", ")}: each new number moves the text that it counts`,
      "change a few words in a paragraph with a reference there",
    );
  }
  await patiently(
    page.evaluate(assemble, numbered.sheets, Object.fromEntries(numbered.filled)),
    "putting the pages together",
  );
  const pages = await patiently(page.evaluate(surveyPages), "reading the pages");
  const sources = new Map<string, SurveyedSource>();
  for (const { id } of heads) sources.set(id, await page.evaluate(surveySource, id));
  if (refused.size > 0) {
    throw new PrintFailure(
      `the print styles or templates ask for what is not part of the edition: ${[...refused].sort().join(", ")}`,
      "put the file into the edition, or take the request out",
    );
  }
  onProgress({
    stage: "pdf",
    pages: numbered.sheets.length,
    chunk: heads.length,
    chunks: heads.length,
  });
  const pdf = await patiently(
    page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      timeout: PATIENCE,
    }),
    "writing the PDF",
  );
  return { pdf, heads, numbered, pages, sources };
}
