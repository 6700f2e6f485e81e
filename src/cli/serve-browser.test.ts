import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { editLetter, untilShown, withServedPage } from "./testing/served-page.ts";

test("a page that is open changes in place, shows what is wrong, and recovers", async () =>
  withServedPage("two-letters", "documents/clerk-to-keeper.html", async (served) => {
    const { page, folder, serving } = served;
    await untilShown(page, "The oil goes with the next boat.");
    // Would be gone if the page were loaded anew.
    await page.evaluate(() => Reflect.set(window, "kept", true));

    await editLetter(folder, (text) => text.replace("next boat", "last boat"));
    await untilShown(page, "The oil goes with the last boat.");
    expect(await page.evaluate(() => document.body.innerText)).not.toContain("next boat");
    expect(await page.evaluate(() => Reflect.get(window, "kept"))).toBe(true);

    await editLetter(folder, (text) => text.replace("#keeper-to-clerk", "#keeper-to-clark"));
    await untilShown(page, 'did you mean "#keeper-to-clerk"');
    await untilShown(page, "The oil goes with the last boat.");

    await editLetter(folder, (text) => text.replace("#keeper-to-clark", "#keeper-to-clerk"));
    await untilShown(page, "did you mean", false);
    await untilShown(page, "The oil goes with the last boat.");

    // What was ticked on a reader's page stays ticked, and can still be ticked.
    await page.goto(new URL("readers/both.html", serving.address).href, {
      waitUntil: "networkidle0",
    });
    await page.click("[data-reading] input");
    await untilShown(page, "1 of 3 read");
    const reader = path.join(folder, "documents/readers/both.md");
    await writeFile(reader, `${await readFile(reader, "utf8")}\nRead slowly.\n`);
    await untilShown(page, "Read slowly.");
    await untilShown(page, "1 of 3 read");
    await page.click("[data-reading]:last-child input");
    await untilShown(page, "2 of 3 read");
  }));
