import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { editionOf, filesOf } from "../apparatus/testing/edition-of.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { withBrowser } from "../print/browser/browser.ts";
import { buildSite } from "./build-site.ts";

/* A packet, chosen, read and taken along in a real browser, from a disk. */

const EXAMPLE = `== edition.yaml
title: Letters
streams:
  press: {prefix: pr, code: pr, label: Press note, plural: Press notes, meaning: From the papers.}

== texts/letter.md
date: 1912-03-01
authors: [marsh]
source: {archive: State Archive}
---
::: {.headnote}
Why this letter matters.
:::

The first paragraph speaks of [](#reply).[^1]

The second.[^pr:1]

The third.

::: {.questions}
1. Who writes?
:::

[^1]: A note.

[^pr:1]: From the papers.

== texts/reply.md
date: 1912-03-02
---
An answer.

== texts/last.md
title: Extraordinary Communication to the Plenipotentiaries
authors: [A Representative of the Inhabitants]
languages: [he]
---
המילה האחרונה.

== essays/essay.md
An essay on [](#letter).

== people.yaml
marsh: {name: Ida Marsh}

== readers/packet.md
course: History 210
section: "02"
term: Spring 2027
instructor: A. Teacher
description: How two people wrote to each other.
bring: A pencil.
paper: [letter, a4]
look: [standard, large-print]
---
The opening.

::: {.week title="First" date=2027-02-01/2027-02-05}
About the week.

::: {.reading of=essay minutes=15}
:::

::: {.reading of=letter paragraphs="p1, p3" minutes=20 purpose="To see who writes."}
Read it twice.[^a]

::: {.questions kind=sourcing}
1. Why does [](#letter:p3) end so?
:::
:::

::: {.worksheet name=HIPP}
:::
:::

::: {.week title="Second" date=2027-02-08}
::: {.reading of=reply minutes=30}
:::

::: {.reading of=last minutes=5}
:::

::: {.comparison of="reply last"}
1. Which is the last?
:::
:::

[^a]: A note before the letter.
`;

const PHONE = 390;
const LAPTOP = 1280;

let folder: string;
let browser: Browser;
let closeBrowser: () => void;
let closed: Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-packet-"));
  const edition = editionOf(filesOf(EXAMPLE));
  const { apparatus } = buildApparatus(edition);
  await buildSite({ edition, apparatus, folder: tmpdir(), output: folder, pdf: true });
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
}

/** Lends a device on which nothing was ticked yet. */
async function withDevice<Result>(use: (context: BrowserContext) => Promise<Result>) {
  const context = await browser.createBrowserContext();
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

async function open(
  context: BrowserContext,
  address: string,
  { width = PHONE, scheme = "light", scripts = true }: Look = {},
): Promise<Page> {
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 844 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(pathToFileURL(path.join(folder, address)).href, { waitUntil: "load" });
  return page;
}

async function words(page: Page, selector: string): Promise<string> {
  const said = await page.evaluate(
    `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ""`,
  );
  return z.string().parse(said).replaceAll(/\s+/gu, " ").trim();
}

async function follow(page: Page, selector: string): Promise<string> {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(selector)]);
  return path.relative(folder, fileURLToPath(page.url().replace(/#.*$/u, "")));
}

const PROGRESS = ".packet-progress";
const tick = (id: string): string => `[data-reading="${id}"] input`;

describe("a student with a phone", () => {
  it("chooses a packet, reads, ticks, goes on, and finds the way back", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/index.html");
      expect(await follow(page, ".contents-readers a")).toBe("readers/packet.html");
      expect(await words(page, PROGRESS)).toBe("2 weeks, 4 readings, about 1 hour 10 minutes");
      expect(await words(page, ".packet-go")).toBe("Begin to read");
      expect(await words(page, "#week--1 h2")).toBe("Week 1: First");
      expect(await words(page, "#week--1 .week-facts")).toBe(
        "1–5 February 2027 · 2 readings, about 35 minutes",
      );
      expect(await words(page, "#week--2 time")).toBe("8 February 2027");

      await page.click(tick("essay"));
      expect(await words(page, PROGRESS)).toBe("1 of 4 read, about 55 minutes left");
      expect(await words(page, ".packet-go")).toBe("Continue reading: The letter");

      expect(await follow(page, ".packet-go a")).toBe("readers/packet/letter.html");
      expect(await words(page, "main")).toContain("Reading 2 of 2 · about 20 minutes · ¶¶ 1, 3");
      await page.click(".reading-done input");
      expect(await follow(page, ".neighbour-next")).toBe("readers/packet/reply.html");
      expect(await follow(page, ".trail a")).toBe("readers/packet.html");
      expect(await words(page, PROGRESS)).toBe("2 of 4 read, about 35 minutes left");

      await page.reload();
      expect(await words(page, PROGRESS)).toBe("2 of 4 read, about 35 minutes left");
      await page.click(tick("letter"));
      expect(await words(page, PROGRESS)).toBe("1 of 4 read, about 55 minutes left");
      for (const id of ["letter", "reply", "last"]) await page.click(tick(id));
      expect(await words(page, PROGRESS)).toBe("All 4 read");
      expect(await words(page, ".packet-go")).toBe("");
    });
  });

  it("sees on a page that is open what was ticked on another", async () => {
    await withDevice(async (context) => {
      const packet = await open(context, "readers/packet.html");
      const reading = await open(context, "readers/packet/last.html");
      // Numbers of a text from right to left stand on its right, within what is seen.
      expect(await reading.evaluate("document.documentElement.scrollWidth")).toBe(PHONE);
      await reading.click(".reading-done input");
      await packet.waitForFunction(
        `document.querySelector(".packet-progress").textContent.startsWith("1 of 4")`,
      );
      expect(await words(packet, PROGRESS)).toBe("1 of 4 read, about 1 hour 5 minutes left");
    });
  });

  it("need not move the table of what is compared to and fro", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/packet.html", { width: 320 });
      expect(await words(page, ".compared")).toContain("Extraordinary Communication");
      const moves = `[...document.querySelectorAll(".table-box")].some((box) => box.scrollWidth > box.clientWidth)`;
      expect(await page.evaluate(moves)).toBe(false);
    });
  });

  it("is told nothing of what another student has read, nor of another packet", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/packet.html");
      expect(await words(page, PROGRESS)).toContain("4 readings");
      await page.evaluate(`localStorage.setItem("scholium-read Letters packet", "not JSON")`);
      await page.reload();
      expect(await words(page, PROGRESS)).toContain("4 readings");
      await page.click(tick("reply"));
      expect(await words(page, PROGRESS)).toContain("1 of 4 read");
    });
  });

  it("can tick as long as a page is open where the device keeps nothing", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/packet.html");
      await page.evaluate(`Storage.prototype.setItem = () => { throw new Error("full"); }`);
      for (const id of ["essay", "reply"]) await page.click(tick(id));
      expect(await words(page, PROGRESS)).toBe("2 of 4 read, about 25 minutes left");
    });
  });

  it("finds every file that can be taken along", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/packet.html");
      const files = z
        .array(z.object({ href: z.string(), name: z.string(), says: z.string() }))
        .parse(
          await page.evaluate(
            `[...document.querySelectorAll(".downloads a")].map((link) => ({ href: link.href, name: link.download, says: link.textContent }))`,
          ),
        );
      const prints = files.filter(({ href }) => href.endsWith(".pdf"));
      expect(prints.map(({ says, name }) => `${says}: ${name}`)).toMatchInlineSnapshot(`
        [
          "whole packet, Standard, US Letter: packet.pdf",
          "week 1, Standard, US Letter: packet-week-1.pdf",
          "week 2, Standard, US Letter: packet-week-2.pdf",
          "whole packet, Standard, A4: packet-a4.pdf",
          "week 1, Standard, A4: packet-week-1-a4.pdf",
          "week 2, Standard, A4: packet-week-2-a4.pdf",
          "whole packet, Large print, US Letter: packet-large-print.pdf",
          "week 1, Large print, US Letter: packet-week-1-large-print.pdf",
          "week 2, Large print, US Letter: packet-week-2-large-print.pdf",
          "whole packet, Large print, A4: packet-large-print-a4.pdf",
          "week 1, Large print, A4: packet-week-1-large-print-a4.pdf",
          "week 2, Large print, A4: packet-week-2-large-print-a4.pdf",
        ]
      `);
      const others = files.filter(({ href }) => !href.endsWith(".pdf"));
      expect(others.map(({ href }) => path.extname(href))).toEqual([
        ".ris",
        ".bib",
        ".json",
        ".csv",
      ]);
      for (const { href } of others)
        expect((await stat(fileURLToPath(href))).size).toBeGreaterThan(100);
      // On paper nothing can be taken along.
      await page.emulateMediaType("print");
      expect(await words(page, "main")).not.toContain("Downloads");
    });
  });

  it("can read everything without scripts, and is offered nothing that does not work", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/packet.html", { scripts: false });
      expect(await words(page, PROGRESS)).toBe("2 weeks, 4 readings, about 1 hour 10 minutes");
      expect(await page.$$("input")).toEqual([]);
      expect(await follow(page, ".packet-go a")).toBe("readers/packet/essay.html");
      expect(await follow(page, ".neighbour-next")).toBe("readers/packet/letter.html");
      expect(await words(page, ".transcription")).toContain("The third.");
      expect(await words(page, "main")).not.toContain("The second.");
      expect(await follow(page, ".omitted")).toBe("documents/letter.html");
    });
  });

  it("cites a paragraph of an excerpt as one of the document", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/packet/letter.html");
      await page.click("#p3 .pn");
      expect(await words(page, ".cite-panel h2")).toBe("Cite Doc. 1 ¶3");
    });
  });

  it("does not take for the document’s what the packet says of it", async () => {
    await withDevice(async (context) => {
      const page = await open(context, "readers/packet/letter.html");
      await page.click(".reading-before .note-mark");
      expect(await words(page, "dialog[open]")).toBe("");
      const copied = async (selector: string): Promise<string> =>
        z.string().parse(
          await page.evaluate(`(() => {
            getSelection().selectAllChildren(document.querySelector(${JSON.stringify(selector)}));
            const clipboardData = new DataTransfer();
            document.dispatchEvent(new ClipboardEvent("copy", { clipboardData }));
            return clipboardData.getData("text/plain");
          })()`),
        );
      await page.select("#page--cite-add", "edition");
      expect(await copied("#p3")).toMatch(/^The third\.\n\n.*doc\. 1 ¶3/u);
      expect(await copied(".reading-before p:not(.reading-purpose)")).toBe("Read it twice.");
      expect(await copied("#packet--n1")).toBe("A note before the letter.");
    });
  });
});

const looks: readonly Look[] = [
  { width: PHONE, scheme: "light" },
  { width: PHONE, scheme: "dark" },
  { width: LAPTOP, scheme: "light" },
  { width: LAPTOP, scheme: "dark" },
];

const axeResults = z.object({
  passes: z.array(z.unknown()),
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

describe.each(looks)("at $width, $scheme", (look) => {
  it.each(["readers/packet.html", "readers/packet/letter.html", "readers/packet/essay.html"])(
    "%s has nothing that axe minds, and does not scroll sideways",
    async (address) => {
      await withDevice(async (context) => {
        const page = await open(context, address, look);
        if (address.includes("/packet.")) await page.click(tick("essay"));
        const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
        await page.evaluate(await readFile(source, "utf8"));
        const { passes, violations } = axeResults.parse(await page.evaluate("axe.run(document)"));
        expect(passes.length).toBeGreaterThan(20);
        expect(violations).toEqual([]);
        const width = await page.evaluate("document.documentElement.scrollWidth");
        expect(width).toBeLessThanOrEqual(look.width ?? 0);
      });
    },
  );
});
