import { InvalidArgumentError } from "commander";
import { findEditionFolder } from "../edition-folder.ts";
import { sayUsage } from "../usage.ts";
import type { AddCommand } from "./command.ts";

interface ServeOptions {
  readonly port: number;
  readonly quiet?: true;
}

/** `scholium serve`: shows the website while it is being written. */
export const addServe: AddCommand = (program, { terminal, finish }) => {
  program
    .command("serve")
    .summary("show the website in a browser while you write")
    .description(
      "Shows the website at an address on this machine and keeps it up to date while you write. What is wrong is said here and in the page. Ends with Ctrl-C and leaves nothing behind.",
    )
    .argument("[FOLDER]", "the folder that holds documents/", ".")
    .option("-p, --port <NUMBER>", "the port; the next free one if it is taken", readPort, 8080)
    .option("-q, --quiet", "say only the address and messages about the edition")
    .action(async (written: string, options: ServeOptions) => {
      const found = await findEditionFolder(written);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));

      // Imported late, so that help and wrong usage answer at once.
      const { serveEdition } = await import("../serve/serve-edition.ts");
      const code = await serveEdition({
        folder: found.folder,
        port: options.port,
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
