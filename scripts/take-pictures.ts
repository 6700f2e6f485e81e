/**
 * Takes the pictures that the README and the manual show, from the built specimen: `npm run build && npx tsx scripts/take-pictures.ts`.
 * The printed pages are drawn by pdf.js on the canvas that it brings along.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { withBrowser } from "../src/print/browser/browser.ts";

const site = resolve("_site");
const pictures = resolve("documents/images");

interface Picture {
  readonly name: string;
  readonly page: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
}

const screens: readonly Picture[] = [
  {
    name: "document-page",
    page: "documents/notes-24-may-1962.html",
    width: 1280,
    height: 1560,
    scheme: "light",
  },
  {
    name: "document-phone",
    page: "documents/notes-24-may-1962.html#may-25",
    width: 390,
    height: 780,
    scheme: "dark",
  },
];

/** Folios of the reader that are shown side by side: a left page and a right one. */
const SPREAD = ["14", "15"];

await mkdir(pictures, { recursive: true });
await withBrowser({}, async (browser) => {
  for (const { name, page: path, width, height, scheme } of screens) {
    const page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: 1.25 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(new URL(path, `${pathToFileURL(site).href}/`).href);
    await page.screenshot({ path: join(pictures, `${name}.webp`), type: "webp", quality: 85 });
  }
});
await writeFile(join(pictures, "printed-pages.webp"), await drawSpread("readers/whole.pdf"));

async function drawSpread(path: string): Promise<Buffer> {
  const pdf = await getDocument({
    data: new Uint8Array(await readFile(join(site, path))),
    verbosity: 0,
  }).promise;
  const labels = (await pdf.getPageLabels()) ?? [];
  const pages = await Promise.all(SPREAD.map((folio) => pdf.getPage(labels.indexOf(folio) + 1)));
  const views = pages.map((page) => page.getViewport({ scale: 1.25 }));
  const gap = 24;
  const width = views.reduce((total, view) => total + view.width, gap * (views.length + 1));
  const height = Math.max(...views.map((view) => view.height)) + 2 * gap;
  const spread = createCanvas(width, height);
  const paper = spread.getContext("2d");
  paper.fillStyle = "#d9d6cf";
  paper.fillRect(0, 0, width, height);
  let left = gap;
  for (const [index, page] of pages.entries()) {
    const view = views[index];
    if (!view) continue;
    const canvas = createCanvas(view.width, view.height);
    // pdf.js asks for a browser's canvas; this one has the same methods.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    await page.render({ canvas: canvas as never, viewport: view }).promise;
    paper.drawImage(canvas, left, gap);
    left += view.width + gap;
  }
  return spread.encode("webp", 85);
}
