import type { Desk } from "../site/desk.ts";
import { type Browsers, withBrowsers } from "./browser/press-room.ts";
import type { PrintOrder } from "./print-readers.ts";
import { type ReadingThreads, withReadingThreads } from "./proof/reading-threads.ts";

/** With what files are printed one after the other. */
export interface Workshop {
  readonly browsers: Browsers;
  readonly threads: ReadingThreads;
  readonly printing: PrintOrder;
  readonly desk: Desk;
}

/** Lends what files are printed with: a browser, and threads that read them back. */
export async function withWorkshop<Result>(
  printing: PrintOrder,
  desk: Desk,
  use: (shop: Workshop) => Promise<Result>,
): Promise<Result> {
  return withBrowsers({ browser: printing.browser }, async (browsers) =>
    withReadingThreads(async (threads) => use({ browsers, threads, printing, desk })),
  );
}
