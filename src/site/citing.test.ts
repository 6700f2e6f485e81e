import { mkdtemp, readFile, rm } from "node:fs/promises";
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

/* The specimen's sheet of notes, cited and copied in a real browser, from a disk. */

const PAGE = "documents/notes-24-may-1962.html";

let folder: string;
let browser: Browser;
let closeBrowser: () => void;
let closed: Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-citing-"));
  const read = await readEdition(".");
  const settings = { ...read.edition.settings, url: "https://edition.example/" };
  const edition = { ...read.edition, settings };
  const { apparatus } = buildApparatus(edition);
  await buildSite({ edition, apparatus, folder: ".", output: folder, pdf: false });
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

interface Look {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  readonly scripts?: boolean;
  /** Whether the page may write to the clipboard by itself. */
  readonly clipboard?: "granted" | "denied";
}

/** Opens the page from the disk in a browser's context of its own: nothing is remembered from another. */
async function withPage<Result>(
  { width = 1280, scheme = "light", scripts = true, clipboard = "granted" }: Look,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const errors: unknown[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.setJavaScriptEnabled(scripts);
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(pathToFileURL(path.join(folder, PAGE)).href, { waitUntil: "load" });
    await permit(page, "clipboard-read", "granted");
    await permit(page, "clipboard-write", clipboard);
    const result = await use(page);
    expect(errors).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

async function permit(page: Page, name: string, setting: "granted" | "denied"): Promise<void> {
  const session = await page.createCDPSession();
  const { id: browserContextId } = page.browserContext();
  await session.send("Browser.setPermission", {
    permission: { name },
    setting,
    ...(browserContextId === undefined ? {} : { browserContextId }),
  });
}

/** What an expression of the page is, read by a schema. */
async function value<Value>(
  page: Page,
  expression: string,
  schema: z.ZodType<Value>,
): Promise<Value> {
  return schema.parse(await page.evaluate(expression));
}

const words = (page: Page, expression: string): Promise<string> =>
  value(page, expression, z.string());

/** What lies on the clipboard. */
const copied = (page: Page): Promise<{ readonly plain: string; readonly html: string }> =>
  value(
    page,
    `navigator.clipboard.read().then(async ([item]) => ({
      plain: await (await item.getType("text/plain")).text(),
      html: await (await item.getType("text/html")).text(),
    }))`,
    z.object({ plain: z.string(), html: z.string() }),
  );

/** Selects from a text in one element to a text in another, and copies as the keyboard does. */
async function copyPassage(page: Page, from: string, to: string): Promise<void> {
  await page.evaluate(`(() => {
    const [from, to] = [${JSON.stringify(from)}, ${JSON.stringify(to)}].map((selector) => document.querySelector(selector));
    const range = document.createRange();
    range.setStart(from, 0);
    range.setEnd(to, to.childNodes.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  })()`);
  await page.keyboard.down("Control");
  await page.keyboard.press("c", { commands: ["Copy"] });
  await page.keyboard.up("Control");
}

const SHOWN =
  "document.querySelector('dialog[open] details[open] [data-form=note] .citation-words')";
const said = "document.querySelector('[role=status]').textContent";

async function press(page: Page, selector: string): Promise<void> {
  await page.focus(selector);
  await page.keyboard.press("Enter");
}

describe("a document's page without scripts", () => {
  it("says in each style and both ways how to cite it", async () => {
    await withPage({ scripts: false }, async (page) => {
      const [shown = ""] = await value(
        page,
        "[document.querySelector('#page--cite').innerText]",
        z.array(z.string()),
      );
      expect(shown).toMatch(/Coordinate\s+Doc\. 2/u);
      expect(shown).toContain("https://edition.example/documents/notes-24-may-1962.html");
      expect(shown).toContain("The original, as edited here");
      expect(shown).toContain("This edition’s document");
      expect(shown).toContain("ed. The Scholium editors, 2026, doc. 2, https:");
      expect(shown).not.toMatch(/Copy|\{\}|\d{8}/u);
      for (const style of ["Chicago, notes", "Chicago, author-date", "MLA", "APA"])
        expect(shown).toContain(style);
    });
  });

  it("leads there from its head, and from a paragraph's number to the paragraph", async () => {
    await withPage({ scripts: false }, async (page) => {
      await press(page, ".cite-link");
      expect(await words(page, "document.querySelector(':target').id")).toBe("page--cite");
      await press(page, "#p3 > .pn");
      expect(await words(page, "document.querySelector(':target').id")).toBe("p3");
    });
  });
});

describe("the panel", () => {
  it("opens at a paragraph's number and names the paragraph in each style's words", async () => {
    await withPage({}, async (page) => {
      await press(page, "#p6 > .pn");
      expect(await words(page, "document.querySelector('dialog h2').textContent")).toBe(
        "Cite Doc. 2 ¶6",
      );
      expect(await words(page, `${SHOWN}.textContent`)).toContain(
        "May 24, 1962, para. 6, National",
      );
      const all = await value(
        page,
        "[...document.querySelectorAll('dialog [data-form=note] .citation-words')].map((note) => note.textContent)",
        z.array(z.string()),
      );
      expect(all.map((note) => /.{9}(?:¶|para?\.? ?)6/u.exec(note)?.[0])).toMatchInlineSnapshot(`
        [
          "4, 1962, para. 6",
          ", doc. 2 ¶6",
          "ov 1962, para. 6",
          ", doc. 2 ¶6",
          "(Ivanov, par. 6",
          ", doc. 2 ¶6",
          "v, 1962, para. 6",
          ", doc. 2 ¶6",
        ]
      `);
      expect(await words(page, "document.querySelector('dialog .cite-address').href")).toBe(
        "https://edition.example/documents/notes-24-may-1962.html#p6",
      );
      expect(await words(page, "location.hash")).toBe("#p6");
    });
  });

  it("opens at a note's number, and leads back to the text from there", async () => {
    await withPage({}, async (page) => {
      await press(page, "#tr1 .note-mark");
      expect(await words(page, "document.querySelector('dialog h2').textContent")).toBe(
        "Cite Doc. 2 n. T1",
      );
      expect(await words(page, `${SHOWN}.textContent`)).toContain("1962, n. T1, National");
      await press(page, ".cite-back");
      await page.waitForFunction("document.querySelector('#page--cite .cite-body') !== null");
      expect(await words(page, "document.activeElement.id")).toBe("tr1-call");
    });
  });

  it("closes with Escape, gives the focus back, and leaves the page as it was", async () => {
    await withPage({}, async (page) => {
      const section = "document.querySelector('#page--cite').innerText";
      const before = await words(page, section);
      await press(page, "#p3 > .pn");
      expect(await words(page, section)).not.toBe(before);
      await page.keyboard.press("Escape");
      await page.waitForFunction("document.querySelector('#page--cite .cite-body') !== null");
      expect(await words(page, "document.activeElement.getAttribute('href')")).toBe("#p3");
      expect(await words(page, section)).toBe(before);
    });
  });

  it("turns from a paragraph to the whole document", async () => {
    await withPage({}, async (page) => {
      await press(page, "#p3 > .pn");
      await press(page, ".cite-whole");
      expect(await words(page, "document.querySelector('dialog h2').textContent")).toBe(
        "Cite Doc. 2",
      );
      expect(await words(page, `${SHOWN}.textContent`)).not.toContain("para.");
    });
  });

  it.each(["granted", "denied"] as const)(
    "copies a citation with one key, where the clipboard is %s",
    async (clipboard) => {
      await withPage({ clipboard }, async (page) => {
        // The second way's note has a title in italics.
        await press(page, "#p6 > .pn");
        expect(await words(page, "document.activeElement.className")).toBe("cite-copy");
        await press(page, "dialog details[open] [data-as=edition] .cite-copy");
        await page.waitForFunction(`${said} !== ""`);
        expect(await words(page, said)).toBe(
          "Copied: Note, Chicago, notes, This edition’s document.",
        );
        const { plain, html } = await copied(page);
        expect(plain).toBe(
          "Semyon P. Ivanov, “Untitled Notes on the Back of the 24 May 1962 Memorandum from the General Staff to Khrushchev,” in Moscow, Havana, and the Missiles, ed. The Scholium editors, 2026, doc. 2 ¶6, https://edition.example/documents/notes-24-may-1962.html.",
        );
        expect(html).toMatch(/in <i\b[^>]*>Moscow, Havana, and the Missiles<\/i>, ed\./u);
        expect(html).not.toContain("cite-place");
      });
    },
  );

  it("opens the style that was open last, on this device", async () => {
    await withPage({}, async (page) => {
      await page.click("#page--cite [data-style=apa] > summary");
      await page.reload({ waitUntil: "load" });
      await press(page, "#p6 > .pn");
      expect(await words(page, `${SHOWN}.textContent`)).toBe("(Ivanov, 1962, para. 6)");
    });
  });
});

describe("a passage that is copied", () => {
  it("has neither numbers nor marks of notes nor the notes, but its brackets", async () => {
    await withPage({}, async (page) => {
      expect(await words(page, "document.querySelector('#p3').innerText")).toMatch(/11/u);
      await copyPassage(page, "#p2", "#p3");
      const { plain, html } = await copied(page);
      expect(plain).toMatchInlineSnapshot(`
        "The measures in Anadyr are approved entirely and unanimously. The document was approved subject to receiving agreement by F. Castro.

        2. A commission is to be sent to [Castro, or Cuba; this copy of the text cut off] for negotiation. Comrade Biryuzov [Marshal Sergei Biryuzov, recently named commander in chief of the Strategic Missile Forces], Comrade Ivanov [Colonel General Semyon P. Ivanov, deputy chief of the General Staff and head of its Main Operations Directorate]"
      `);
      expect(html).toMatch(/<p\b/u);
      expect(html).not.toMatch(/class="(?:call|pn)|href=/u);
    });
  });

  it("has its citation behind it where the reader chose so, also after the page was opened anew", async () => {
    await withPage({}, async (page) => {
      await page.select("#page--cite-add", "original");
      await page.reload({ waitUntil: "load" });
      await copyPassage(page, "#p3", "#p3");
      expect((await copied(page)).plain).toMatch(/\n\nSemyon P\. Ivanov, .*, para\. 3, National/u);
      await copyPassage(page, "#p3", "#p5");
      expect((await copied(page)).plain).toMatch(
        /\n\nSemyon P\. Ivanov, .*, paras\. 3–5, National/u,
      );
      await page.select("#page--cite-add", "edition");
      await copyPassage(page, "#p3", "#p5");
      expect((await copied(page)).plain).toContain("2026, doc. 2 ¶3–5, https:");
      await copyPassage(page, "#tr1 p", "#tr1 p");
      expect((await copied(page)).plain).toMatch(/^R\. Rashidov[^]*doc\. 2 n\. T1, https:/u);
    });
  });
});

const axeResults = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

describe.each([
  { width: 390, scheme: "light" },
  { width: 390, scheme: "dark" },
  { width: 1280, scheme: "light" },
  { width: 1280, scheme: "dark" },
] as const)("the open panel at $width, $scheme", (look) => {
  it("has nothing that axe minds, and does not scroll sideways", async () => {
    await withPage(look, async (page) => {
      await press(page, "#p3 > .pn");
      const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
      await page.evaluate(await readFile(source, "utf8"));
      const { passes, violations } = await value(page, "axe.run(document)", axeResults);
      expect(passes.length).toBeGreaterThan(20);
      expect(violations).toEqual([]);
      const { scrolled, wide } = await value(
        page,
        "(({ scrollWidth, clientWidth }) => ({ scrolled: scrollWidth, wide: clientWidth }))(document.querySelector('dialog'))",
        z.object({ scrolled: z.number(), wide: z.number() }),
      );
      expect(scrolled).toBeLessThanOrEqual(wide);
    });
  });
});
