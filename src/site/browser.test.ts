import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { withBrowser } from "../print/browser/browser.ts";
import { readEdition } from "../source/read-edition.ts";
import { buildSite } from "./build-site.ts";
import { fixtures } from "./testing/built-site.ts";

/** One page of each template. */
const templates = [
  "telegrams/index.html",
  "telegrams/documents/index.html",
  "telegrams/documents/six-streams.html",
  "telegrams/documents/calendared-one.html",
  "telegrams/documents/withheld-one.html",
  "telegrams/essays/method.html",
  "telegrams/people/index.html",
  "telegrams/people/lvov.html",
  "telegrams/terms/cco.html",
  "telegrams/chronology.html",
  "telegrams/readers/index.html",
  "telegrams/readers/everything.html",
  "two-letters/index.html",
  "two-letters/documents/keeper-to-clerk.html",
  "two-volumes/index.html",
  "two-volumes/volumes/lamp.html",
  "two-volumes/documents/index.html",
  "two-volumes/documents/lamp-d1.html",
  "two-volumes/readers/all.html",
];

const PHONE = 390;
const LAPTOP = 1280;

let folder: string;
let browser: Browser;
let closeBrowser: () => void;
let closed: Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-pages-"));
  await buildInto("telegrams", fixtures.telegrams);
  await buildInto("two-letters", fixtures.twoLetters);
  await buildInto("two-volumes", fixtures.twoVolumes);
  // One browser for all tests: the lease ends when the last test has.
  await new Promise<void>((opened, failed) => {
    closed = withBrowser({}, async (leased) => {
      browser = leased;
      const ended = new Promise<void>((resolve) => {
        closeBrowser = resolve;
      });
      opened();
      await ended;
    });
    closed.catch(failed);
  });
});

afterAll(async () => {
  closeBrowser();
  await closed;
  await rm(folder, { recursive: true, force: true });
});

async function buildInto(name: string, source: string): Promise<void> {
  const { edition } = await readEdition(source);
  const { apparatus } = buildApparatus(edition);
  const output = path.join(folder, name);
  await buildSite({ edition, apparatus, folder: source, output, pdf: false });
}

/** Where a page lies on the disk. */
function addressOf(name: string): string {
  return pathToFileURL(path.join(folder, name)).href;
}

interface Look {
  readonly width: number;
  readonly scheme?: "light" | "dark";
  readonly scripts?: boolean;
}

/** Opens a page from the disk, without scripts unless they are asked for, and notes what it fetches. */
async function withPage<Result>(
  address: string,
  look: Look,
  use: (page: Page, fetched: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const page = await browser.newPage();
  try {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.setJavaScriptEnabled(look.scripts ?? false);
    await show(page, look);
    await page.goto(addressOf(address), { waitUntil: "load" });
    return await use(page, fetched);
  } finally {
    await page.close();
  }
}

/** Brings a page on a screen of some width, in light or dark. */
async function show(page: Page, { width, scheme = "light" }: Look): Promise<void> {
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
}

/** What an expression of the page is, read by a schema. */
async function value<Value>(
  page: Page,
  expression: string,
  schema: z.ZodType<Value>,
): Promise<Value> {
  return schema.parse(await page.evaluate(expression));
}

const axeResults = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(
    z.object({
      id: z.string(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
});

/** Gives a page axe, which stays as long as the page does. */
async function bringAxe(page: Page): Promise<void> {
  const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.evaluate(await readFile(source, "utf8"));
}

/** What axe has against a page as it looks now, a line each. */
async function axe(page: Page): Promise<readonly string[]> {
  const { passes, violations } = await value(page, "axe.run(document)", axeResults);
  // An axe that looks at nothing has nothing to say.
  expect(passes.length).toBeGreaterThan(20);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
}

const box = z.object({ left: z.number(), right: z.number(), top: z.number(), bottom: z.number() });

/** No script of a page asks how it looks when it is loaded: styles alone follow, so that one load serves all. */
const looks = [
  { width: PHONE, scheme: "light" },
  { width: PHONE, scheme: "dark" },
  { width: LAPTOP, scheme: "light" },
  { width: LAPTOP, scheme: "dark" },
] as const;

describe("on phone and laptop, light and dark", () => {
  it.each(templates)("%s has nothing that axe minds", async (address) => {
    await withPage(address, { ...looks[0], scripts: true }, async (page) => {
      await bringAxe(page);
      for (const look of looks) {
        await show(page, look);
        expect([look, await axe(page)]).toEqual([look, []]);
      }
    });
  });
});

describe("a page", () => {
  it("never scrolls sideways on a narrow phone", async () => {
    const names = await readdir(folder, { recursive: true });
    const [first = "", ...others] = names.filter((file) => file.endsWith(".html"));
    const wide: string[] = [];
    // One tab for all of them: a page leaves nothing to the next.
    await withPage(first, { width: 360 }, async (page) => {
      for (const name of [first, ...others]) {
        if (name !== first) await page.goto(addressOf(name), { waitUntil: "load" });
        const width = await value(page, "document.documentElement.scrollWidth", z.number());
        if (width > 360) wide.push(`${name}: ${width}`);
      }
    });
    expect(wide).toEqual([]);
  });

  it("fetches nothing but its own files", async () => {
    for (const address of templates) {
      const fetched = await withPage(address, { width: LAPTOP }, (_, urls) =>
        Promise.resolve(urls),
      );
      expect(fetched.length).toBeGreaterThan(1);
      expect(fetched.filter((url) => !url.startsWith(pathToFileURL(folder).href))).toEqual([]);
    }
  });

  it("sets its text in the edition's own faces, Cyrillic too", async () => {
    const address = "telegrams/documents/six-streams.html";
    const loaded = await withPage(address, { width: LAPTOP, scripts: true }, (page) =>
      value(
        page,
        "document.fonts.ready.then((faces) => [...faces].filter(({ status }) => status === 'loaded').map(({ family }) => family))",
        z.array(z.string()),
      ),
    );
    expect(new Set(loaded.map((name) => name.replaceAll('"', "")))).toEqual(
      new Set(["Source Serif 4", "Source Sans 3"]),
    );
    const fetched = await withPage(address, { width: LAPTOP }, (_, urls) => Promise.resolve(urls));
    expect(fetched.some((url) => url.includes("source-serif-4-cyrillic-400"))).toBe(true);
    expect(fetched.some((url) => url.includes("greek"))).toBe(false);
  });
});

describe("notes", () => {
  const address = "two-letters/documents/keeper-to-clerk.html";
  const places = (page: Page) =>
    value(
      page,
      `(() => {
        const call = document.querySelector(".transcription .call");
        const box = (element) => element.getBoundingClientRect().toJSON();
        const note = document.querySelector(call.getAttribute("href"));
        return { text: box(call.closest("p, table, h3")), note: box(note) };
      })()`,
      z.object({ text: box, note: box }),
    );

  it("stand beside the text where there is room", async () => {
    const { text, note } = await withPage(address, { width: LAPTOP }, places);
    expect(note.left).toBeGreaterThan(text.right);
    expect(Math.abs(note.top - text.top)).toBeLessThan(30);
  });

  it("stand under the text where there is not", async () => {
    const { text, note } = await withPage(address, { width: PHONE }, places);
    expect(note.top).toBeGreaterThanOrEqual(text.bottom);
    expect(note.left).toBeLessThan(text.right);
  });

  it("stand under the text on paper", async () => {
    const { text, note } = await withPage(address, { width: LAPTOP }, async (page) => {
      await page.emulateMediaType("print");
      return places(page);
    });
    expect(note.top).toBeGreaterThanOrEqual(text.bottom);
  });

  it("are reached and left with the keyboard alone", async () => {
    await withPage(address, { width: LAPTOP }, async (page) => {
      const focused = () =>
        value(page, "document.activeElement.getAttribute('href') ?? ''", z.string());
      const target = () => value(page, "document.querySelector(':target')?.id ?? ''", z.string());
      const call = await value(
        page,
        "document.querySelector('.transcription .call').getAttribute('href')",
        z.string(),
      );
      for (let presses = 0; presses < 60 && (await focused()) !== call; presses += 1) {
        await page.keyboard.press("Tab");
      }
      expect(await focused()).toBe(call);

      await page.keyboard.press("Enter");
      expect(`#${await target()}`).toBe(call);

      await page.keyboard.press("Tab");
      expect(await focused()).toBe(`${call}-call`);
      await page.keyboard.press("Enter");
      expect(`#${await target()}`).toBe(`${call}-call`);

      // From the call the way goes on to the next link, not to the page's beginning.
      await page.keyboard.press("Tab");
      const next = await value(
        page,
        "document.querySelector('.transcription .call').compareDocumentPosition(document.activeElement) === Node.DOCUMENT_POSITION_FOLLOWING",
        z.boolean(),
      );
      expect(next).toBe(true);
    });
  });
});
