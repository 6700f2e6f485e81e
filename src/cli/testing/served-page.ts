import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { withBrowser } from "../../print/browser/browser.ts";
import { withEdition } from "./editions.ts";
import { type Serving, withServing } from "./serving.ts";

/** A page of an edition that is being served, open in a browser. */
export interface ServedPage {
  readonly page: Page;
  /** The edition's own folder. */
  readonly folder: string;
  readonly serving: Serving;
}

/** Serves a copy of a fixture edition for as long as one of its pages is looked at. */
export async function withServedPage(
  name: string,
  address: string,
  use: (served: ServedPage) => Promise<void>,
): Promise<void> {
  await withEdition(name, async (folder) =>
    withServing(folder, async (serving) =>
      withBrowser({}, async (browser) => {
        const page = await browser.newPage();
        await page.setViewport({ width: 1300, height: 900 });
        // So that it hears of edits from now on.
        await page.goto(new URL(address, serving.address).href, { waitUntil: "networkidle0" });
        await use({ page, folder, serving });
      }),
    ),
  );
}

/** Changes a letter of the edition “two-letters”. */
export async function editLetter(folder: string, change: (text: string) => string): Promise<void> {
  const file = path.join(folder, "documents/texts/clerk-to-keeper.md");
  await writeFile(file, change(await readFile(file, "utf8")));
}

/** Waits until the page that is open shows some words, or no longer shows them. */
export async function untilShown(page: Page, words: string, shown = true): Promise<void> {
  await page.waitForFunction(
    (expected: string, present: boolean) => document.body.innerText.includes(expected) === present,
    { timeout: 60_000 },
    words,
    shown,
  );
}
