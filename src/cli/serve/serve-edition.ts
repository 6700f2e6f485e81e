import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { countDiagnostics } from "../../diagnostics/report.ts";
import { emptyCache } from "../../source/file-cache.ts";
import { citationStore } from "../citation-store.ts";
import { sayDiagnostics } from "../describe-diagnostics.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { cleaningUp, untilInterrupted } from "../interrupts.ts";
import { count, noProgress, showProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { sayUsage } from "../usage.ts";
import type { PrintCache } from "../../print/cache/print-cache.ts";
import { openPagePreview } from "../../print/preview/page-preview.ts";
import { assetFolders } from "../../print/page-folders.ts";
import { keepCitations } from "../../site/citation-keeper.ts";
import type { Audience } from "../../site/desk.ts";
import { readersToPrint } from "../../site/print-source.ts";
import type { CheckedEdition } from "../check-edition.ts";
import { pagesRoutes } from "./pages/pages-routes.ts";
import { openReaderPages } from "./pages/reader-pages.ts";
import { latestOnly } from "./latest-only.ts";
import { News } from "./news.ts";
import { startPreview } from "./preview-server.ts";
import { type Preview, previewEdition } from "./preview-edition.ts";
import { watchSources } from "./watch-sources.ts";

/** What to serve, and where. */
export interface ServeOrder {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  readonly port: number;
  /** The browser that lays out the pages of readers, where the editor names one. */
  readonly browser?: string | undefined;
  /** For whom it is shown. */
  readonly audience: Audience;
  /** What has been laid out before. */
  readonly printCache: PrintCache;
  readonly terminal: Terminal;
  readonly quiet: boolean;
}

/** How long the website waits at most for printed pages that somebody looks at, in milliseconds. */
const MOST_DELAY = 1500;

/** Shows an edition in the browser and keeps it up to date until the command is interrupted. Leaves nothing behind. */
export async function serveEdition(order: ServeOrder): Promise<ExitCode> {
  return withTemporaryFolder(async (temporary) => {
    const { folder, terminal, quiet } = order;
    const nothing = path.join(temporary, "nothing");
    await mkdir(nothing);
    const printing = openPagePreview({ folder, browser: order.browser, cache: order.printCache });
    const pages = openReaderPages(printing);
    const routes = pagesRoutes(pages, assetFolders(folder));
    const first = { folder: nothing, changed: [], panel: "" };
    const server = await startPreview(order.port, first, routes.answer);
    if (!server)
      return sayUsage(terminal, `no port from ${order.port} on is free; name one with --port`);

    let preview: Preview = { folder: nothing, hashes: new Map() };
    const cache = emptyCache();
    const keeper = keepCitations(citationStore(folder, () => Promise.resolve(order.printCache)));
    const news = new News();
    let round = 0;
    const rebuild = latestOnly(async () => {
      round += 1;
      const began = performance.now();
      const fresh = path.join(temporary, String(round));
      // Only the first build may take long enough to be watched.
      const progress = quiet || round > 1 ? noProgress : showProgress(terminal);
      const onGood = async (checked: CheckedEdition): Promise<void> => {
        const { audience } = order;
        const readers = await readersToPrint(folder, { ...checked, audience }, keeper);
        // Pages that somebody looks at come first: writing the website takes the machine's time.
        await Promise.race([
          pages.edit(readers).then(pages.untilSeen),
          delay(MOST_DELAY, undefined, { ref: false }),
        ]);
      };
      const next = await previewEdition(folder, fresh, preview, {
        cache,
        keeper,
        audience: order.audience,
        progress,
        onGood,
      });
      sayDiagnostics(terminal.news, news.of(next.diagnostics));
      if (next.diagnostics.length > 0) terminal.news.say(countDiagnostics(next.diagnostics));
      if (next.trouble !== "") terminal.news.say(next.trouble);
      server.show(next.shown);
      pages.warn(next.shown.panel);
      const discarded = next.good ? preview.folder : fresh;
      preview = next.preview;
      await rm(discarded, { recursive: true, force: true });
      if (!quiet && next.good) {
        const seconds = ((performance.now() - began) / 1000).toFixed(2);
        const changed = round === 1 ? "" : `, ${count(next.shown.changed.length, "file")} changed`;
        terminal.news.say(terminal.news.ink("dim", `Up to date in ${seconds} s${changed}.`));
      }
    });

    // Watched before it is first read, so that no edit falls between.
    const watch = await watchSources(folder, rebuild.request);
    rebuild.request();
    await rebuild.settled();
    terminal.result.say(`Serving ${server.address}${quiet ? "" : " (Ctrl-C ends)"}`);

    await untilInterrupted();
    await watch.close();
    await rebuild.settled();
    routes.close();
    await server.close();
    await pages.close();
    return exitCodes.good;
  });
}

async function withTemporaryFolder<Result>(
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), "scholium-serve-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return cleaningUp(remove, async () => {
    try {
      return await use(folder);
    } finally {
      remove();
    }
  });
}
