/*
 * One way to print an edition, in a process of its own, for scripts/bench-print.ts: says what it took as JSON.
 *
 *     npx tsc -p scripts/tsconfig.bench.json && node dist/print/testing/print-job.js WAY FOLDER OUTPUT [CACHE [WORKERS]]
 */
import { readdir, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import { withBrowser } from "../browser/browser.ts";
import { OWN_ORIGIN, serveOwnFiles } from "../browser/own-files.ts";
import { openPrintCache } from "../cache/open-print-cache.ts";
import { noCache } from "../cache/print-cache.ts";
import { ownFolders } from "../page-folders.ts";
import { printReaders } from "../print-readers.ts";
import { renderPrint } from "./print-edition.ts";
import { BEGIN, type PrintedJob } from "./printed-job.ts";

type Way = (
  folder: string,
  output: string,
  cache: string | undefined,
  workers: number | undefined,
) => Promise<PrintedJob>;

/** This engine. */
const engine: Way = async (folder, output, cacheFolder, workers) => {
  const { edition, apparatus } = await renderPrint(folder, output);
  const clock = stageClock("start");
  const cache =
    cacheFolder === undefined ? noCache : await openPrintCache({ folders: [cacheFolder] });
  const { diagnostics, pages } = await printReaders({
    edition,
    apparatus,
    folder,
    output,
    cache,
    workers,
    onProgress: ({ stage }) => clock.enter(stage),
  });
  const took = clock.stop();
  const failure = diagnostics.find(({ severity }) => severity === "error");
  if (failure) throw new Error(formatDiagnostic(failure));
  return { ...took, pages, megabytes: await written(output) };
};

/** Paged.js as it comes, on the same HTML. */
const pagedJs: Way = (folder, output) =>
  printCopy(folder, output, {
    head: `<style>${CHUNKS_ON_PAGES}</style>
<script>globalThis.paged = new Promise((done) => { globalThis.PagedConfig = { after: done }; });</script>
<script src="/pagedjs/paged.polyfill.js"></script>`,
    withNotes: true,
    withLinks: true,
    ready: (page) => page.evaluate("globalThis.paged.then(() => undefined)"),
  });

/** Chromium's own print of the same HTML without its notes. */
const chromium: Way = (folder, output) =>
  printCopy(folder, output, {
    head: `<style>${CHUNKS_ON_PAGES}</style>`,
    withNotes: false,
    withLinks: true,
  });

/** The same without links within the reader, in whose number Chromium's time is quadratic. */
const chromiumWithoutLinks: Way = (folder, output) =>
  printCopy(folder, output, {
    head: `<style>${CHUNKS_ON_PAGES}</style>`,
    withNotes: false,
    withLinks: false,
  });

const ways: Readonly<Record<string, Way>> = { engine, pagedJs, chromium, chromiumWithoutLinks };

/** Our engine lays out each chunk alone. */
const CHUNKS_ON_PAGES = "[data-chunk] { break-before: page }";

interface Copy {
  /** What stands last in its head. */
  readonly head: string;
  readonly withNotes: boolean;
  readonly withLinks: boolean;
  /** Waits until it may be printed. */
  readonly ready?: (page: Page) => Promise<unknown>;
}

const require = createRequire(import.meta.url);

/** Prints a changed copy of a reader's HTML from a browser, as the engine is asked to print the reader. */
async function printCopy(folder: string, output: string, copy: Copy): Promise<PrintedJob> {
  await renderPrint(folder, output);
  const files = await readdir(path.join(output, "readers"));
  const name = files.find((file) => file.endsWith(".print.html")) ?? "";
  const folders = {
    ...ownFolders({ folder, output }),
    "/pagedjs/": [path.join(path.dirname(require.resolve("pagedjs")), "..", "dist")],
  };
  const openIn = async (browser: Browser): Promise<Page> => {
    const page = await browser.newPage();
    await serveOwnFiles(page, folders);
    await page.emulateMediaType("print");
    const address = `${OWN_ORIGIN}/readers/${name}`;
    await page.goto(address, { waitUntil: "load", timeout: 0 });
    return page;
  };
  const html = await withBrowser({}, async (browser) => {
    const page = await openIn(browser);
    return await page.evaluate(
      ({ head, withNotes, withLinks }) => {
        document.head.insertAdjacentHTML("beforeend", head);
        if (!withNotes) {
          for (const note of document.querySelectorAll(".note, .call")) note.remove();
        }
        if (!withLinks) {
          for (const link of document.querySelectorAll("a[href^='#']"))
            link.removeAttribute("href");
        }
        return `<!doctype html>${document.documentElement.outerHTML}`;
      },
      { head: copy.head, withNotes: copy.withNotes, withLinks: copy.withLinks },
    );
  });
  await writeFile(path.join(output, "readers", name), html);
  const clock = stageClock("start");
  const pdf = await withBrowser({}, async (browser) => {
    clock.enter("layout");
    const page = await openIn(browser);
    await copy.ready?.(page);
    clock.enter("pdf");
    return await page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      timeout: 0,
    });
  });
  await writeFile(path.join(output, "readers", "whole.pdf"), pdf);
  const pages =
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  return { ...clock.stop(), pages, megabytes: pdf.length / 2 ** 20 };
}

function stageClock(first: string): {
  readonly enter: (stage: string) => void;
  readonly stop: () => Pick<PrintedJob, "seconds" | "stages">;
} {
  // From here on its processes are watched.
  console.log(BEGIN);
  const began = performance.now();
  const stages: Record<string, number> = {};
  let current = first;
  let since = began;
  const enter = (stage: string): void => {
    if (stage === current) return;
    const now = performance.now();
    stages[current] = (stages[current] ?? 0) + (now - since) / 1000;
    [current, since] = [stage, now];
  };
  return {
    enter,
    stop: () => {
      enter("end");
      return { seconds: (performance.now() - began) / 1000, stages };
    },
  };
}

async function written(output: string): Promise<number> {
  const files = await readdir(path.join(output, "readers"));
  const pdfs = files.filter((file) => file.endsWith(".pdf"));
  const sizes = await Promise.all(pdfs.map((file) => stat(path.join(output, "readers", file))));
  return sizes.reduce((sum, { size }) => sum + size, 0) / 2 ** 20;
}

const [name = "", folder = "", output = "", cache, workers] = process.argv.slice(2);
const way = ways[name];
if (!way) throw new Error(`no way ${name}; there are ${Object.keys(ways).join(", ")}`);
const asked = workers === undefined ? undefined : Number(workers);
console.log(JSON.stringify(await way(folder, output, cache, asked)));
