import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import type { Streams } from "../../edition/streams.ts";
import { OWN_ORIGIN, type OwnFolders, serveOwnFiles } from "../browser/own-files.ts";
import type { LastingPresses, SetUpPress } from "../browser/press-room.ts";
import { keyOf } from "../cache/print-cache.ts";
import { setUpBreaks } from "../page/better-break.ts";
import { setUpCutNote } from "../page/cut-note.ts";
import { setUpFootNotes } from "../page/foot-notes.ts";
import { freeze } from "../page/freeze.ts";
import { setUpIndexColumns } from "../page/index-columns.ts";
import { setUpGrid } from "../page/keep-grid.ts";
import { setUpKeptLines } from "../page/keep-lines.ts";
import { setUpMarginNumbers } from "../page/margin-numbers.ts";
import { setUpLineEnds } from "../page/line-ends.ts";
import { loadFonts } from "../page/load-fonts.ts";
import { setUpLeastEnd } from "../page/least-end.ts";
import { setUpMeasures } from "../page/measures.ts";
import { setUp } from "../page/set-up.ts";
import { PrintFailure } from "../print-failure.ts";

const require = createRequire(import.meta.url);

/** Paged.js unminified: handlers are known by the names of their classes. It exports its main file only. */
function pagedJsFile(): string {
  return join(dirname(require.resolve("pagedjs")), "..", "dist", "paged.js");
}

/** What makes presses ready for a reader. */
export interface PressOrder {
  /** Where the reader's HTML would be, below the own folders: what it names beside itself is found from there. */
  readonly path: string;
  /** The reader's page without any chunk. */
  readonly shell: string;
  /** Letters that the reader is made of, each once; they may be known only when the rest is set up. */
  readonly letters: string | Promise<string>;
  readonly folders: OwnFolders;
  readonly streams: Streams;
  /** Told of every request that is refused. */
  readonly onRefusal: (address: string) => void;
}

/** How a press is made ready for a reader alone. */
export function setUpPress(order: PressOrder): SetUpPress {
  const lasting = lastingPresses(order);
  return async (press) => {
    await lasting.setUp(press);
    await lasting.adapt(press);
  };
}

/**
 * How presses are made ready for a reader, with its styles and fonts and a previewer of Paged.js that lays out one
 * chunk after the other; and for the next one that is set alike, which lacks at most letters of their fonts.
 */
export function lastingPresses(order: PressOrder): LastingPresses {
  const { path, shell, letters, folders, streams, onRefusal } = order;
  const names = streams.rows.map(({ name }) => name);
  // What readers name beside themselves is found from their folder, whatever each is called.
  const address = `${OWN_ORIGIN}/${posix.join(posix.dirname(path), "print.html")}`;
  return {
    key: keyOf(address, shell, JSON.stringify([folders, names])),
    async setUp(press) {
      const { page } = press;
      press.onRefusal = onRefusal;
      await serveOwnFiles(page, folders, {
        texts: new Map([[address, shell]]),
        onRefusal: (refused) => press.onRefusal(refused),
      });
      await page.emulateMediaType("print");
      // Nobody looks: what is in view would be painted after each chunk.
      await page.setViewport({ width: 800, height: 1 });
      // Programs that compile TypeScript as they run it wrap named functions in this one.
      await page.evaluateOnNewDocument("globalThis.__name = (named) => named");
      await page.evaluateOnNewDocument(freeze);
      await page.exposeFunction("scholiumPage", () => {
        press.onSign();
        press.onPage();
      });
      await page.goto(address, { waitUntil: "load", timeout: 0 });
      await page.evaluate(await readFile(pagedJsFile(), "utf8"));
      await page.evaluate(setUp, names);
      for (const part of PARTS) await page.evaluate(part);
    },
    async adapt(press) {
      press.onRefusal = onRefusal;
      const missing = await press.page.evaluate(loadFonts, await letters);
      if (missing.length > 0) {
        throw new PrintFailure(
          `the browser cannot load the font ${missing.join(", ")} that the print styles name`,
          "see whether its file is there, and is a font",
        );
      }
    },
  };
}

/** What is set up in the page after the previewer, in this order. */
const PARTS: readonly (() => void)[] = [
  setUpGrid,
  setUpMarginNumbers,
  setUpIndexColumns,
  setUpBreaks,
  setUpMeasures,
  setUpLeastEnd,
  setUpCutNote,
  setUpFootNotes,
  setUpKeptLines,
  setUpLineEnds,
];
