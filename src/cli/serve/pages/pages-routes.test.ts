import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { assetFolders } from "../../../print/page-folders.ts";
import { readerFiles } from "../../../site/testing/reader-files.ts";
import { eventually } from "../../testing/serving.ts";
import { pagesRoutes } from "./pages-routes.ts";
import type { PagesNews, ReaderPages } from "./reader-pages.ts";

const { files } = readerFiles(`== texts/letter.md
Words.

== readers/both.md
title: Both <Weeks>
look: [standard, large-print]
---
::: {.week title="One"}
::: {.reading of=letter}
:::
:::

::: {.week title="Two"}
Words.
:::
`);

/** One reader of three pages, of the second layout. */
function threePages(): ReaderPages & { tell: (news: PagesNews) => void; seenLast: number } {
  const listeners = new Set<(news: PagesNews) => void>();
  const sheets = ["a", "b", "c"].map((key, at) => ({
    key,
    side: at % 2 === 0 ? ("recto" as const) : ("verso" as const),
    label: String(at),
    part: `text ${at}`,
  }));
  const pages = {
    sheets,
    show: async (places: readonly number[]) => ({
      html: places.map((at) => `<p>Page ${at}</p>`),
      styles: "p { color: black }",
    }),
    placeOf: (id: string) => (id === "protocol-61" ? 2 : undefined),
  };
  return {
    edit: () => Promise.resolve(),
    untilSeen: () => Promise.resolve(),
    seenLast: 0,
    seen(_, version) {
      this.seenLast = version;
    },
    warn: () => undefined,
    fileNamed: (name) => files.find((file) => file.name === name),
    filesBeside: () => files,
    stateOf: () => Promise.resolve({ version: 2, sheets, panel: "" }),
    pagesOf: () => ({ version: 2, pages }),
    watch(_, listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => Promise.resolve(),
    tell: (news) => listeners.forEach((listener) => listener(news)),
  };
}

/** Serves the routes for as long as they are used; what they leave is answered with 418. */
async function withRoutes(
  use: (
    get: (way: string) => Promise<Response>,
    pages: ReturnType<typeof threePages>,
  ) => Promise<void>,
): Promise<void> {
  const pages = threePages();
  const routes = pagesRoutes(pages, assetFolders("."));
  const server = createServer((request, response) => {
    void routes.answer(request, response).then((done) => {
      if (!done) response.writeHead(418).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  try {
    await use(async (way) => fetch(`http://localhost:${port}/${way}`), pages);
  } finally {
    routes.close();
    await new Promise((resolve) => server.close(resolve));
  }
}

const week = "readers/both/week-2.pages";

describe("what a reader's pages ask for", () => {
  it("is answered: the page itself, its state, its sheets, and where something begins", () =>
    withRoutes(async (get, pages) => {
      const shell = await (await get(`${week}.html`)).text();
      expect(shell).toContain("<title>Pages of Both &lt;Weeks&gt;</title>");
      expect(shell).toContain('("week-2.pages/")');
      expect(shell).toContain("lines may break elsewhere");
      expect((await get(`${week}/seen?version=2`)).status).toBe(200);
      expect(pages.seenLast).toBe(2);
      expect(await (await get(`${week}/state`)).json()).toMatchObject({ version: 2 });
      expect(await (await get(`${week}/sheets?version=2&at=2,0,7,-1,x`)).json()).toEqual({
        places: [2, 0],
        html: ["<p>Page 2</p>", "<p>Page 0</p>"],
        styles: "p { color: black }",
      });
      expect(await (await get(`${week}/where?id=protocol-61`)).json()).toEqual({ at: 2 });
      expect((await get(`${week}/where?id=protocol-62`)).status).toBe(404);
    }));

  it("shows the way to the same in another look, and to other weeks in the same", () =>
    withRoutes(async (get) => {
      const links = async (address: string) =>
        [...(await (await get(address)).text()).matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</gu)].map(
          ([, href, words]) => `${words} ${href}`,
        );
      expect(await links(`${week}.html`)).toEqual([
        "Both &lt;Weeks&gt; ../both.html",
        "Whole ../both.pages.html",
        "Week 1 week-1.pages.html",
        "Week 2 week-2.pages.html",
        "Standard week-2.pages.html",
        "Large print week-2-large-print.pages.html",
      ]);
      expect(await links("readers/both.pages.html")).toContain(
        "Large print both/large-print.pages.html",
      );
    }));

  it("is refused where the pages were laid out anew meanwhile", () =>
    withRoutes(async (get) => {
      expect((await get(`${week}/sheets?version=1&at=0`)).status).toBe(409);
    }));

  it("is told as it comes, until the page is closed", () =>
    withRoutes(async (get, pages) => {
      const answer = await get(`${week}/events`);
      expect(answer.headers.get("content-type")).toContain("text/event-stream");
      let heard = "";
      const reading = (async () => {
        const decoder = new TextDecoder();
        for await (const chunk of answer.body ?? []) heard += decoder.decode(chunk);
      })();
      pages.tell({ kind: "progress", pages: 3, expected: 9 });
      pages.tell({ kind: "changed" });
      await eventually(async () => (heard.includes("changed") ? true : undefined));
      expect(heard).toBe(
        'retry: 500\n\ndata: {"kind":"progress","pages":3,"expected":9}\n\ndata: {"kind":"changed"}\n\n',
      );
      reading.catch(() => undefined);
    }));

  it("are the print styles and fonts, and no other file", () =>
    withRoutes(async (get) => {
      const style = await get("print/print.css");
      expect(style.headers.get("content-type")).toContain("text/css");
      expect(await style.text()).toContain("@page");
      const fonts = "fonts/source-serif-4";
      expect((await get(`${fonts}/400.css`)).status).toBe(200);
      for (const way of ["print/%2e%2e/package.json", `${fonts}/..%2f..%2f..%2fpackage.json`])
        expect((await get(way)).status).toBe(418);
    }));

  it("is nothing for readers that are not there, for other words, and for pages of the site", () =>
    withRoutes(async (get) => {
      expect((await get("readers/weak.pages.html")).status).toBe(404);
      expect((await get(`${week}/secrets`)).status).toBe(404);
      expect((await get("readers/%zz.pages.html")).status).toBe(503);
      expect((await get("readers/week.html")).status).toBe(418);
    }));
});
