/*
 * From saving a file to the page of print that shows it: copies an edition, serves it, opens a reader's pages
 * in a browser at a document, edits the document again and again, and waits until the new words are seen.
 *
 *     npm run compile && npx tsx scripts/bench-pages.ts [EDITION READER DOCUMENT-FILE ID] [--edits 10]
 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Serving, withServing } from "../src/cli/testing/serving.ts";
import { withBrowser } from "../src/print/browser/browser.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edits: { type: "string", default: "10" } },
});
const [
  edition = fileURLToPath(new URL("..", import.meta.url)),
  reader = "whole",
  document = "texts/notes-24-may-1962.md",
  id = "notes-24-may-1962",
] = positionals;

/** How long a page is waited for. */
const PATIENCE = 300_000;

const folder = await mkdtemp(path.join(tmpdir(), "scholium-bench-"));
try {
  await cp(path.join(edition, "documents"), path.join(folder, "documents"), { recursive: true });
  const file = path.join(folder, "documents", document);
  const source = await readFile(file, "utf8");
  // The first paragraph of the text.
  const at = /\n---\n[^]*?\n\n(?=[A-Z])/.exec(source);
  if (!at) throw new Error(`${document} has no paragraph`);
  const begin = at.index + at[0].length;
  const times: number[] = [];
  const bench = async ({ address }: Serving): Promise<void> =>
    withBrowser({}, async (browser) => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1300, height: 900 });
      const opened = performance.now();
      const url = new URL(`readers/${reader}.pages.html#${id}`, address);
      await page.goto(url.href, { timeout: PATIENCE });
      const shows = async (words: string): Promise<unknown> =>
        page.waitForFunction(
          (expected: string) => window.document.body.innerText.includes(expected),
          { timeout: PATIENCE, polling: "mutation" },
          words,
        );
      await shows("up to date");
      console.log(`first shown after ${Math.round(performance.now() - opened)} ms`);
      for (let edit = 1; edit <= Number(values.edits); edit += 1) {
        const words = `Edit${edit}here`;
        const began = performance.now();
        await writeFile(file, `${source.slice(0, begin)}${words} ${source.slice(begin)}`);
        await shows(words);
        times.push(performance.now() - began);
        // So that the website, which is written behind it, takes no time of the next.
        await new Promise((resolve) => setTimeout(resolve, 4000));
      }
    });
  // Kept as for anybody who serves; nothing is there from before.
  await withServing(folder, bench, { env: { SCHOLIUM_CACHE: path.join(folder, "cache") } });
  console.log(`each edit: ${times.map((time) => `${Math.round(time)} ms`).join(", ")}`);
  times.sort((one, other) => one - other);
  console.log(
    `${times.length} edits, from saving to the page of print: median ${Math.round(times[times.length >> 1] ?? 0)} ms, worst ${Math.round(times.at(-1) ?? 0)} ms`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
