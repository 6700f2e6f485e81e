import type { Command } from "commander";
import { findEditionFolder } from "../edition-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { sayUsage } from "../usage.ts";
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

/** Where none of its commands is named: in one line what there is. */
function addFallback(reader: Command, { terminal, finish }: Surroundings): void {
  reader
    .command("help-is-needed", { isDefault: true, hidden: true })
    .argument("[WORDS...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      const { suggest } = await import("../../diagnostics/suggest.ts");
      const names = ["new", "list"];
      const [first] = words;
      const near = first === undefined ? undefined : suggest(first, names);
      const unknown = first === undefined ? "say what to do" : `unknown command '${first}'`;
      const mend =
        near === undefined
          ? ": new or list; see scholium reader --help"
          : `; did you mean ${near}?`;
      finish(sayUsage(terminal, unknown + mend));
    });
}
