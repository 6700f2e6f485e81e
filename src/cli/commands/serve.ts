import { InvalidArgumentError } from "commander";
import { findEditionFolder } from "../edition-folder.ts";
import { noCache } from "../../print/cache/print-cache.ts";
import { choosePrintCache } from "../print-cache.ts";
import { sayUsage } from "../usage.ts";
import type { AddCommand } from "./command.ts";

interface ServeOptions {
  readonly port: number;
  readonly browser?: string;
  readonly instructor?: true;
  readonly quiet?: true;
}

/** `scholium serve`: shows the website while it is being written. */
export const addServe: AddCommand = (program, { terminal, finish }) => {
  program
    .command("serve")
    .summary("show the website in a browser while you write")
    .description(
      "Shows the website at an address on this machine and keeps it up to date while you write; each reader's page leads to its pages as they will be printed. What is wrong is said here and in the page. Ends with Ctrl-C and leaves nothing behind.",
    )
    .argument("[FOLDER]", "the folder that holds documents/", ".")
    .option("-p, --port <NUMBER>", "the port; the next free one if it is taken", readPort, 8080)
    .option(
      "--browser <PATH>",
      "the browser that lays out the pages of readers, instead of the one that comes with Scholium",
    )
    .option("--instructor", "show the instructor's edition, and not what students get")
    .option("-q, --quiet", "say only the address and messages about the edition")
    .action(async (written: string, options: ServeOptions) => {
      const found = await findEditionFolder(written);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));

      const cache = choosePrintCache(true, process.env, (trouble) => {
        terminal.news.say(`scholium: ${trouble}`);
      });
      if (cache.kind === "wrong") return finish(sayUsage(terminal, cache.message));

      // Imported late, so that help and wrong usage answer at once.
      const { serveEdition } = await import("../serve/serve-edition.ts");
      const code = await serveEdition({
        folder: found.folder,
        port: options.port,
        browser: options.browser,
        audience: options.instructor === true ? "instructors" : "students",
        printCache: (await cache.open?.()) ?? noCache,
        terminal,
        quiet: options.quiet === true,
      });
      finish(code);
    });
};

function readPort(written: string): number {
  const port = Number(written);
  if (/^\d+$/.test(written) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a whole number from 1 to 65535.");
}
