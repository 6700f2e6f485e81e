/// <reference lib="dom" />
import { expect, test } from "vitest";
import { withBrowser } from "../../../print/browser/browser.ts";
import { readerFiles } from "../../../site/testing/reader-files.ts";
import { pagesShell } from "./pages-shell.ts";

const [file] = readerFiles("== readers/week.md\nWords.\n").files;
if (!file) throw new Error("no file");

/** Stands for the server, in the page: sheets of the first layout are refused when `release` is called. */
function standIn(): void {
  const layouts = [["one"], ["other"]];
  const tellers = new Map<string, (event: { data: string }) => void>();
  const server = { version: 1, asked: false, release: () => undefined, tell: tellers, seen: 0 };
  const released = new Promise<void>((resolve) => {
    Reflect.set(server, "release", resolve);
  });
  const sheetsOf = (version: number): string[] => layouts[version - 1] ?? [];
  /** What is said; nothing where pages of an earlier layout are asked for. */
  const answer = async (address: string): Promise<unknown> => {
    const { pathname, searchParams } = new URL(address, "http://localhost/");
    const version = Number(searchParams.get("version"));
    if (pathname.endsWith("state")) {
      const sheets = sheetsOf(server.version).map((key, at) => ({
        key,
        side: "recto",
        label: key,
        part: `text ${at}`,
      }));
      return { version: server.version, sheets, panel: "" };
    }
    if (pathname.endsWith("sheets")) {
      server.asked = true;
      if (version === 1) {
        await released;
        return undefined;
      }
      const places = (searchParams.get("at") ?? "").split(",").map(Number);
      const html = places.map((at) => `<p>Page ${sheetsOf(version)[at]}</p>`);
      return { places, html, styles: "" };
    }
    server.seen = version;
    return {};
  };
  Reflect.set(globalThis, "server", server);
  Reflect.set(globalThis, "fetch", async (address: string) => {
    const said = await answer(address);
    return { ok: said !== undefined, json: () => Promise.resolve(said) };
  });
  Reflect.set(
    globalThis,
    "EventSource",
    class {
      addEventListener(kind: string, told: (event: { data: string }) => void): void {
        tellers.set(kind, told);
      }
    },
  );
}

declare const server: {
  version: number;
  readonly asked: boolean;
  readonly release: () => void;
  readonly tell: Map<string, (event: { data: string }) => void>;
  readonly seen: number;
};

test(
  "a refusal that comes late does not keep the pages that are laid out anew from being asked for",
  { timeout: 60_000 },
  () =>
    withBrowser({}, async (browser) => {
      const page = await browser.newPage();
      // Programs that compile TypeScript as they run it wrap named functions in this one.
      await page.evaluate("globalThis.__name = (named) => named");
      await page.evaluate(standIn);
      await page.setContent(pagesShell(file, [file]));
      await page.evaluate(() => server.tell.get("open")?.({ data: "" }));
      await page.waitForFunction(() => server.asked);
      await page.evaluate(() => {
        server.version = 2;
        server.tell.get("message")?.({ data: '{"kind":"changed"}' });
      });
      await page.waitForSelector("[data-wants='other']");
      await page.evaluate(() => server.release());
      await page.waitForFunction(() => server.seen === 2);
      const shown = await page.$$eval(".pages-sheet", (sheets) =>
        sheets.map(({ textContent }) => textContent),
      );
      expect(shown).toEqual(["Page other"]);
    }),
);
