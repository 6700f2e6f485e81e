import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { withBrowser } from "../print/browser/browser.ts";
import { withEdition } from "./testing/editions.ts";
import { withServing } from "./testing/serving.ts";

const letter = "documents/texts/clerk-to-keeper.md";

async function edit(folder: string, change: (text: string) => string): Promise<void> {
  const file = path.join(folder, letter);
  await writeFile(file, change(await readFile(file, "utf8")));
}

/** Waits until the page that is open shows some words, or no longer shows them. */
async function untilShown(page: Page, words: string, shown = true): Promise<void> {
  await page.waitForFunction(
    (expected: string, present: boolean) => document.body.innerText.includes(expected) === present,
    { timeout: 20_000 },
    words,
    shown,
  );
}

test("a page that is open changes in place, shows what is wrong, and recovers", async () =>
  withEdition("two-letters", async (folder) =>
    withServing(folder, async ({ address }) =>
      withBrowser({}, async (browser) => {
        const page = await browser.newPage();
        await page.goto(new URL("documents/clerk-to-keeper.html", address).href, {
          waitUntil: "networkidle0",
        });
        await untilShown(page, "The oil goes with the next boat.");
        // Would be gone if the page were loaded anew.
        await page.evaluate(() => Reflect.set(window, "kept", true));

        await edit(folder, (text) => text.replace("next boat", "last boat"));
        await untilShown(page, "The oil goes with the last boat.");
        expect(await page.evaluate(() => document.body.innerText)).not.toContain("next boat");
        expect(await page.evaluate(() => Reflect.get(window, "kept"))).toBe(true);

        await edit(folder, (text) => text.replace("#keeper-to-clerk", "#keeper-to-clark"));
        await untilShown(page, 'did you mean "#keeper-to-clerk"');
        await untilShown(page, "The oil goes with the last boat.");

        await edit(folder, (text) => text.replace("#keeper-to-clark", "#keeper-to-clerk"));
        await untilShown(page, "did you mean", false);
        await untilShown(page, "The oil goes with the last boat.");
      }),
    ),
  ));
