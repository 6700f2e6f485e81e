import { cacheSettings } from "../../print/cache/cache-settings.ts";
import { exitCodes } from "../exit-codes.ts";
import { count } from "../progress.ts";
import { sayUsage } from "../usage.ts";
import type { AddCommand } from "./command.ts";

interface CacheOptions {
  readonly clear?: true;
}

/** `scholium cache`: says where printed pages are kept and how much room they take, or removes them. */
export const addCache: AddCommand = (program, { terminal, finish }) => {
  program
    .command("cache")
    .summary("say where printed pages are kept, or clear them")
    .description(
      "Says where pages that were laid out and printed, and citations, are kept for the next build, and how much room they take. They may be removed at any time; the next build then takes longer. SCHOLIUM_CACHE names another folder, or is off; SCHOLIUM_CACHE_LIMIT says how large it may get, such as 2 GB.",
    )
    .option("--clear", "remove what is kept")
    .action(async (options: CacheOptions) => {
      const settings = cacheSettings(process.env);
      if (settings.kind === "wrong") return finish(sayUsage(terminal, settings.message));
      if (settings.kind === "off") {
        terminal.result.say("Nothing is kept: SCHOLIUM_CACHE turns it off.");
        return finish(exitCodes.good);
      }
      // Imported late, so that help and wrong usage answer at once.
      const { CACHE_LIMIT, findPrintCache } = await import("../../print/cache/open-print-cache.ts");
      const { clearOut, sizeOf } = await import("../../print/cache/cache-room.ts");
      const { folders, limit = CACHE_LIMIT } = settings.options;
      const home = await findPrintCache(folders);
      if ("trouble" in home) {
        terminal.news.say(`scholium: ${home.trouble}`);
        return finish(exitCodes.failed);
      }
      const { files, bytes } = await sizeOf(home.folder);
      if (options.clear) await clearOut(home.folder);
      const room = `${count(files, "file")}, ${megabytes(bytes)}`;
      terminal.result.say(home.folder);
      terminal.result.say(options.clear ? `${room}: removed` : `${room} of ${megabytes(limit)}`);
      finish(exitCodes.good);
    });
};

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes > 0 && bytes < 1e7 ? 1 : 0)} MB`;
}
