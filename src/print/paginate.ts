import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "puppeteer-core";
import { streams } from "../edition/streams.ts";
import { type NumberedReader, converge } from "./converge.ts";
import { OWN_ORIGIN, type OwnFolders, serveOwnFiles } from "./own-files.ts";
import { assemble } from "./page/assemble.ts";
import { setUpBreaks } from "./page/better-break.ts";
import { freeze } from "./page/freeze.ts";
import { type Slot, layOutChunk, readSlots } from "./page/lay-out.ts";
import { type ChunkHead, setUp } from "./page/set-up.ts";
import {
  type SurveyedPage,
  type SurveyedSource,
  surveyPages,
  surveySource,
} from "./page/survey.ts";
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

/** How long one chunk, or the writing of the PDF, may take before the browser is given up, in milliseconds. */
const PATIENCE = 300_000;

/** Lays out the HTML at `path` below the own folders and prints it. */
export async function paginate(
  browser: Browser,
  path: string,
  folders: OwnFolders,
  onProgress: (progress: PaginationProgress) => void,
): Promise<PaginatedReader> {
  const page = await browser.newPage();
  try {
    const crashed = new Promise<never>((_, reject) => {
      page.once("error", () => reject(crash()));
      browser.once("disconnected", () => reject(crash()));
    });
    crashed.catch(() => undefined);
    return await Promise.race([paginateIn(page, path, folders, onProgress), crashed]);
  } finally {
    await page.close().catch(() => undefined);
  }
}

async function paginateIn(
  page: Page,
  path: string,
  folders: OwnFolders,
  onProgress: (progress: PaginationProgress) => void,
): Promise<PaginatedReader> {
  const { refused } = await serveOwnFiles(page, folders);
  await page.emulateMediaType("print");
  // Programs that compile TypeScript as they run it wrap named functions in this one.
  await page.evaluateOnNewDocument("globalThis.__name = (named) => named");
  await page.evaluateOnNewDocument(freeze);
  const response = await page.goto(`${OWN_ORIGIN}/${path}`, { waitUntil: "load" });
  if (!response?.ok()) throw new PrintFailure(`${path} is not there`, "build the website first");
  await page.evaluate(await readFile(pagedJsFile(), "utf8"));
  const heads = await patiently(
    page.evaluate(
      setUp,
      streams.map(({ name }) => name),
    ),
    "setting up the page",
  );
  await page.evaluate(setUpBreaks);
  const slots = new Map<string, readonly Slot[]>();
  for (const { id } of heads) slots.set(id, await page.evaluate(readSlots, id));

  const pagesOf = new Map<string, number>();
  const numbered = await converge(heads, slots, async (id, filled) => {
    const laidOut = await patiently(page.evaluate(layOutChunk, id, filled), `laying out “${id}”`);
    pagesOf.set(id, laidOut.pages.length);
    onProgress({
      stage: "layout",
      pages: [...pagesOf.values()].reduce((sum, count) => sum + count, 0),
      chunk: pagesOf.size,
      chunks: heads.length,
    });
    return laidOut;
  });
  if ("unsettled" in numbered) {
    throw new PrintFailure(
      `page numbers do not settle in ${numbered.unsettled.join(", ")}: each new number moves the text that it counts`,
      "change a few words in a paragraph with a reference there",
    );
  }
  await page.evaluate(assemble, numbered.sheets, Object.fromEntries(numbered.filled));
  const pages = await page.evaluate(surveyPages);
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

/** Waits for the browser, but not for ever. */
async function patiently<Result>(work: Promise<Result>, doing: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new PrintFailure(
          `the browser did not finish ${doing} in ${PATIENCE / 60_000} minutes`,
          "try again; if it stays so, look for something unusual there, such as a huge table",
        ),
      );
    }, PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function crash(): PrintFailure {
  return new PrintFailure(
    "the browser ended while it was laying out pages",
    "try again; the machine may have been short of memory",
  );
}
