import type { Page } from "puppeteer-core";
import { OWN_ORIGIN } from "../browser/own-files.ts";
import { setLongNotesAside } from "../page/long-notes.ts";
import { prepareTexts } from "../page/prepare.ts";
import { strayWords } from "../page/stray-words.ts";
import { type TakenReader, takeChunks } from "../page/take-chunks.ts";
import { PrintFailure } from "../print-failure.ts";

/** How a reader is divided into chunks. */
export interface ReadChunksOrder {
  /** The reader's HTML. */
  readonly html: string;
  /** Chunks to be set in the plainest way. */
  readonly plain: ReadonlySet<string>;
}

/** An address under which nothing else is read. */
const READER = `${OWN_ORIGIN}/reader`;

/**
 * Divides a reader's HTML into what is laid out alone, in a tab of its own. Nothing is laid out or fetched
 * there: what the reader asks for is met by the presses.
 */
export async function readChunks(
  page: Page,
  { html, plain }: ReadChunksOrder,
): Promise<TakenReader> {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const answer =
      request.url() === READER
        ? { contentType: "text/html; charset=utf-8", body: html }
        : { contentType: "text/css", body: "html { display: none }" };
    request.respond({ status: 200, ...answer }).catch(() => undefined);
  });
  // Programs that compile TypeScript as they run it wrap named functions in this one.
  await page.evaluateOnNewDocument("globalThis.__name = (named) => named");
  await page.goto(READER, { waitUntil: "domcontentloaded", timeout: 0 });
  const stray = await page.evaluate(strayWords);
  if (stray !== "")
    throw new PrintFailure(
      `words of a template stand in no section of the reader: “${stray}”`,
      "put them into one of the sections that the templates in print/ open",
    );
  await page.evaluate(setLongNotesAside, [...plain]);
  await page.evaluate(prepareTexts);
  return page.evaluate(takeChunks);
}
