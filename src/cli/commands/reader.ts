import { type Command, InvalidArgumentError } from "commander";
import { countDiagnostics } from "../../diagnostics/report.ts";
import { sayDiagnostics } from "../describe-diagnostics.ts";
import { findEditionFolder } from "../edition-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { choosePrintCache } from "../print-cache.ts";
import { count, noProgress, showProgress } from "../progress.ts";
import { sayUsage } from "../usage.ts";
import { readWorkers } from "./build.ts";
import type { AddCommand, Surroundings } from "./command.ts";

/** What every one of its commands can be told. */
interface InFolder {
  readonly in: string;
}

/** `scholium reader`: writes, lists and prints course packets. */
export const addReader: AddCommand = (program, surroundings) => {
  const reader = program
    .command("reader")
    .summary("write, list and print course packets")
    .description(
      "Writes the file of a new course packet, lists the packets that there are, or prints some of them. scholium reader new --help tells more of one of these.",
    );
  addNew(reader, surroundings);
  addList(reader, surroundings);
  addReaderBuild(reader, surroundings);
  addFallback(reader, surroundings);
};

const IN = ["--in <FOLDER>", "the folder that holds documents/", "."] as const;

function addNew(reader: Command, { terminal, finish }: Surroundings): void {
  reader
    .command("new")
    .summary("write the file of a new course packet")
    .description(
      "Writes documents/readers/ID.md: a packet of one week with one reading, a question and its answer, to write over; all else that can be said stands there as a comment. A file that is there is never overwritten.",
    )
    .argument("<ID>", "its id, part of its address: week-two")
    .option("--title <TITLE>", "its title (default: made of the id)")
    .option(...IN)
    .action(async (id: string, options: InFolder & { readonly title?: string }) => {
      const found = await findEditionFolder(options.in);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));
      // Imported late, so that help and wrong usage answer at once.
      const { newReader } = await import("../reader/new-reader.ts");
      const outcome = await newReader(found.folder, { id, title: options.title });
      if (outcome.kind === "refused") return finish(sayUsage(terminal, outcome.message));
      const { file, put } = outcome;
      if (put.outcome === "failed") {
        terminal.news.say(`scholium: ${file}: ${put.why}`);
        return finish(exitCodes.failed);
      }
      if (put.outcome === "kept" || put.outcome === "unchanged")
        return finish(sayUsage(terminal, `${file} is there already; name another id`));
      terminal.result.say(file);
      finish(exitCodes.good);
    });
}

function addList(reader: Command, { terminal, finish }: Surroundings): void {
  reader
    .command("list")
    .summary("list course packets, or worksheets")
    .description(
      "Lists the course packets: weeks, readings, words with notes, about how long reading takes, and how many of their PDFs are built.",
    )
    .option("--worksheets", "list the worksheets that can be called by name instead")
    .option(...IN)
    .action(async (options: InFolder & { readonly worksheets?: true }) => {
      const found = await findEditionFolder(options.in);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));
      // Imported late, so that help and wrong usage answer at once.
      const { listReaders, listWorksheets, tableLines } = await import("../reader/list-readers.ts");
      const list = options.worksheets ? listWorksheets : listReaders;
      const listed = await list(found.folder);
      if (listed.rows.length === 0)
        terminal.news.say("There are no readers yet: scholium reader new ID writes one.");
      else for (const line of tableLines(listed)) terminal.result.say(line);
      if (listed.hasErrors)
        terminal.news.say("The edition has errors, and something may be missing: scholium check");
      finish(exitCodes.good);
    });
}

interface BuildOptions extends InFolder {
  readonly variant: string;
  readonly paper?: readonly string[];
  readonly look?: readonly string[];
  readonly week?: number;
  readonly output?: string;
  readonly browser?: string;
  readonly workers?: number;
  /** False with `--no-cache`. */
  readonly cache: boolean;
  readonly quiet?: true;
}

function addReaderBuild(reader: Command, { terminal, finish }: Surroundings): void {
  reader
    .command("build")
    .summary("print course packets alone")
    .description(
      "Prints the PDFs of some course packets, or of all, without the rest of the website: whole and week by week, as each packet says, or in the papers and looks that are asked for. They are put into _readers, an instructor's into _readers-instructor, in place of those of the same names; all of them or, if the edition has errors, none.",
    )
    .argument("[ID...]", "ids of packets (default: all)")
    .option("--variant <VARIANT>", "for whom: student or instructor", "student")
    .option(
      "--paper <PAPER>",
      "letter or a4; may be given several times (default: as the packet says)",
      gather,
    )
    .option(
      "--look <LOOK>",
      "standard, large-print, wide-margin or duplex; may be given several times (default: as the packet says)",
      gather,
    )
    .option("--week <NUMBER>", "one week alone", readWeek)
    .option(...IN)
    .option("-o, --output <FOLDER>", "where to put them (default: _readers, see above)")
    .option("--browser <PATH>", "the browser that lays them out")
    .option("--workers <NUMBER>", "how many parts are printed at once", readWorkers)
    .option("--no-cache", "print every page anew, and keep nothing for the next time")
    .option("-q, --quiet", "say nothing but the files and messages about the edition")
    .action(async (ids: readonly string[], options: BuildOptions) => {
      const found = await findEditionFolder(options.in);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));
      const troubles: string[] = [];
      const cache = choosePrintCache(options.cache, process.env, (trouble) =>
        troubles.push(trouble),
      );
      if (cache.kind === "wrong") return finish(sayUsage(terminal, cache.message));

      // Imported late, so that help and wrong usage answer at once.
      const { readWishes } = await import("../reader/read-wishes.ts");
      const wishes = readWishes(options);
      if ("message" in wishes) return finish(sayUsage(terminal, wishes.message));
      const { buildReaders } = await import("../reader/build-readers.ts");
      const quiet = options.quiet === true;
      const progress = quiet ? noProgress : showProgress(terminal);
      const outcome = await buildReaders({
        folder: found.folder,
        ids,
        ...wishes,
        week: options.week,
        output: options.output,
        browser: options.browser,
        workers: options.workers,
        openCache: cache.open,
        progress,
      });
      progress.clear();
      if (!quiet) for (const trouble of troubles) terminal.news.say(`scholium: ${trouble}`);
      if (outcome.kind === "wrong") return finish(sayUsage(terminal, outcome.message));
      sayDiagnostics(terminal.news, outcome.diagnostics);
      const counts = countDiagnostics(outcome.diagnostics);
      if (outcome.kind === "refused") {
        if (!quiet)
          terminal.news.say(`${counts}. Nothing was printed; what is there is untouched.`);
        return finish(exitCodes.failed);
      }
      for (const file of outcome.files) terminal.result.say(file);
      if (!quiet) terminal.news.say(`${counts}. Printed ${count(outcome.pages, "page")}.`);
      finish(exitCodes.good);
    });
}

function gather(written: string, before: readonly string[] = []): readonly string[] {
  return [...before, written];
}

function readWeek(written: string): number {
  const number = Number(written);
  if (/^\d+$/.test(written) && number >= 1) return number;
  throw new InvalidArgumentError("A week is a whole number from 1.");
}

/** Where none of its commands is named: in one line what there is. */
function addFallback(reader: Command, { terminal, finish }: Surroundings): void {
  reader
    .command("help-is-needed", { isDefault: true, hidden: true })
    .argument("[WORDS...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      const { suggest } = await import("../../diagnostics/suggest.ts");
      const names = ["new", "list", "build"];
      const [first] = words;
      const near = first === undefined ? undefined : suggest(first, names);
      const unknown = first === undefined ? "say what to do" : `unknown command '${first}'`;
      const mend =
        near === undefined
          ? ": new, list or build; see scholium reader --help"
          : `; did you mean ${near}?`;
      finish(sayUsage(terminal, unknown + mend));
    });
}
