import { InvalidArgumentError } from "commander";
import { countDiagnostics } from "../../diagnostics/report.ts";
import { sayDiagnostics } from "../describe-diagnostics.ts";
import { findEditionFolder } from "../edition-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { choosePrintCache } from "../print-cache.ts";
import { noProgress, showProgress } from "../progress.ts";
import { sayUsage } from "../usage.ts";
import { MOST_WORKERS } from "../../print/browser/workers.ts";
import type { AddCommand } from "./command.ts";

interface BuildOptions {
  readonly output?: string;
  /** False with `--no-instructor`. */
  readonly instructor?: string | false;
  /** False with `--no-pdf`. */
  readonly pdf: boolean;
  readonly browser?: string;
  readonly workers?: number;
  /** False with `--no-cache`. */
  readonly cache: boolean;
  readonly quiet?: true;
}

/** `scholium build`: makes the website and the printed readers. */
export const addBuild: AddCommand = (program, { terminal, finish }) => {
  program
    .command("build")
    .summary("make the website and the printed readers")
    .description(
      "Makes the edition's website and its printed readers, and, if anything in it is for instructors, both once more for them in a folder of their own. What students get is searched for what is not for them. If the edition has errors they are said, and what the last build made stays as it is.",
    )
    .argument("[FOLDER]", "the folder that holds documents/", ".")
    .option("-o, --output <DIR>", "where to put what is made (default: _site in FOLDER)")
    .option(
      "--instructor <DIR>",
      "where to put the instructor's edition, if there is anything for instructors (default: _instructor beside _site)",
    )
    .option("--no-instructor", "make what students get, and no instructor's edition")
    .option("--no-pdf", "make the website only")
    .option(
      "--browser <PATH>",
      "the browser that lays out the readers, instead of the one that comes with Scholium",
    )
    .option(
      "--workers <NUMBER>",
      "how many parts of a reader are printed at once (default: as many as there are processor cores and memory for)",
      readWorkers,
    )
    .option("--no-cache", "print every page anew, and keep nothing for the next build")
    .option("-q, --quiet", "say nothing but messages about the edition")
    .action(async (written: string, options: BuildOptions) => {
      const found = await findEditionFolder(written);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));
      const troubles: string[] = [];
      const cache = choosePrintCache(options.cache, process.env, (trouble) =>
        troubles.push(trouble),
      );
      if (cache.kind === "wrong") return finish(sayUsage(terminal, cache.message));

      // Imported late, so that help and wrong usage answer at once.
      const { buildEdition } = await import("../build-edition.ts");
      const quiet = options.quiet === true;
      const progress = quiet ? noProgress : showProgress(terminal);
      const outcome = await buildEdition({
        folder: found.folder,
        output: options.output,
        instructor: options.instructor,
        pdf: options.pdf,
        browser: options.browser,
        workers: options.workers,
        openCache: cache.open,
        progress,
      });
      progress.clear();
      if (!quiet) for (const trouble of troubles) terminal.news.say(`scholium: ${trouble}`);
      if (outcome.kind === "unusable-output") return finish(sayUsage(terminal, outcome.message));

      sayDiagnostics(terminal.news, outcome.diagnostics);
      const counts = countDiagnostics(outcome.diagnostics);
      if (outcome.kind === "refused") {
        if (!quiet) terminal.news.say(`${counts}. Nothing was built; the last build is untouched.`);
        return finish(exitCodes.failed);
      }
      if (!quiet) terminal.news.say(`${counts}. ${outcome.summary}`);
      finish(exitCodes.good);
    });
};

/** Reads how many parts are to be printed at once. */
export function readWorkers(written: string): number {
  const number = Number(written);
  if (/^\d+$/.test(written) && number >= 1 && number <= MOST_WORKERS) return number;
  throw new InvalidArgumentError(`Workers are a whole number from 1 to ${MOST_WORKERS}.`);
}
