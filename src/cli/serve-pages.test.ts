import { describe, expect, test } from "vitest";
import { withEdition } from "./testing/editions.ts";
import { type ServedPage, editLetter, untilShown, withServedPage } from "./testing/served-page.ts";
import { withServing } from "./testing/serving.ts";

/** Opens a reader's pages from the page of the reader. */
async function withPages(
  name: string,
  reader: string,
  use: (served: ServedPage) => Promise<void>,
): Promise<void> {
  await withServedPage(name, `readers/${reader}.html`, async (served) => {
    await served.page.click("a[href$='.pages.html']");
    await served.page.waitForSelector(".pages-sheet > *", { timeout: 60_000 });
    await use(served);
  });
}

describe("a reader's pages as they will be printed", { timeout: 120_000 }, () => {
  test("an edit shows in the page that is open, at its place; a broken edition leaves the last good pages", () =>
    withPages("two-letters", "both", async ({ page, folder }) => {
      await untilShown(page, "up to date");
      // Would be gone if the page were loaded anew.
      await page.evaluate(() => Reflect.set(window, "kept", true));
      await page.evaluate(() => (location.hash = "#clerk-to-keeper"));
      await untilShown(page, "The oil goes with the next boat.");
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(900);

      await editLetter(folder, (text) => text.replace("next boat", "last boat"));
      await untilShown(page, "The oil goes with the last boat.");
      expect(await page.evaluate(() => document.body.innerText)).not.toContain("next boat");
      expect(await page.evaluate(() => scrollY)).toBe(before);

      await editLetter(folder, (text) => text.replace("#keeper-to-clerk", "#keeper-to-clark"));
      await untilShown(page, 'did you mean "#keeper-to-clerk"');
      await untilShown(page, "The oil goes with the last boat.");
      await untilShown(page, "as they last were");

      await editLetter(folder, (text) => text.replace("#keeper-to-clark", "#keeper-to-clerk"));
      await untilShown(page, "did you mean", false);
      await untilShown(page, "up to date");
      expect(await page.evaluate(() => Reflect.get(window, "kept"))).toBe(true);
    }));

  test("lie side by side, set in the edition's faces, with heads, folios and true numbers", () =>
    withPages("telegrams", "everything", async ({ page }) => {
      await untilShown(page, "up to date");
      await page.waitForFunction(() =>
        [...document.fonts].some(({ status }) => status === "loaded"),
      );
      // Pages come as they are neared.
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".folio")].some(({ textContent }) => textContent === "1"),
      );
      const seen = await page.evaluate(() => {
        const [cover, behind, next] = [...document.querySelectorAll<HTMLElement>(".pages-sheet")];
        const text = document.querySelector(".pages-sheet p");
        const left = (sheet: Element | undefined): number =>
          sheet?.getBoundingClientRect().left ?? 0;
        return {
          coverIsRight: left(cover) > left(behind) && left(cover) === left(next),
          face: text ? getComputedStyle(text).fontFamily : "",
          fits: document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        };
      });
      expect(seen).toMatchObject({
        coverIsRight: true,
        face: expect.stringContaining("Source Serif 4"),
        fits: true,
      });
      // A line of the contents leads to its page.
      const line = ".contents-line a[href='#ledger']";
      await page.waitForSelector(line);
      await page.click(line);
      await page.waitForFunction(() => {
        const top = document.querySelector("#ledger")?.getBoundingClientRect().top ?? -1;
        return top > 0 && top < innerHeight;
      });
    }));

  test("make no request to anyone else", () =>
    withPages("two-letters", "both", async ({ page, serving: { address } }) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.reload();
      await page.waitForSelector(".pages-sheet > *");
      await untilShown(page, "up to date");
      expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith("data:"))).toEqual(
        [],
      );
      expect(asked.length).toBeGreaterThan(3);
    }));
});

test("where no browser is there, the page says so in words, and the website is served all the same", () =>
  withEdition("two-letters", async (folder) =>
    withServing(
      folder,
      async ({ page: get }) => {
        const state: unknown = JSON.parse(await get("readers/both.pages/state"));
        expect(state).toMatchObject({
          sheets: [],
          panel: expect.stringContaining("the browser “/not/there” is not there"),
        });
        expect(await get("documents/clerk-to-keeper.html")).toContain("next boat");
      },
      { env: { SCHOLIUM_BROWSER: "/not/there" } },
    ),
  ));
