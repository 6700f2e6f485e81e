import { Option } from "commander";
import { findEditionFolder } from "../edition-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { sayUsage } from "../usage.ts";
import type { CiteOrder } from "../cite-document.ts";
import type { AddCommand } from "./command.ts";

type CiteOptions = Pick<CiteOrder, "style" | "as"> & {
  readonly format: CiteOrder["format"];
};

const FORMATS: readonly CiteOrder["format"][] = ["text", "html", "ris", "biblatex", "csl-json"];

/** `scholium cite`: cites a document, or a place in it. */
export const addCite: AddCommand = (program, { terminal, finish }) => {
  program
    .command("cite")
    .summary("cite a document, a paragraph or a note")
    .description(
      "Cites a document, or a paragraph or note of it, as a note and as a bibliography entry: the archive's original as it is edited here, and the edition's document. Or writes the document's record for a reference manager.",
    )
    .argument("<ID>", "the document's id; with a paragraph or note: protocol-61:p6, protocol-61:n2")
    .argument("[FOLDER]", "the folder that holds documents/", ".")
    .option("--style <NAME>", "the citation style (default: the edition's own)")
    .addOption(
      new Option("--as <WHAT>", "what is cited (default: both)").choices(["original", "edition"]),
    )
    .addOption(
      new Option("--format <FORMAT>", "how it is written").choices(FORMATS).default("text"),
    )
    .action(async (what: string, written: string, options: CiteOptions) => {
      const found = await findEditionFolder(written);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));
      const { format, style, as } = options;
      const isRecord = format !== "text" && format !== "html";
      if (isRecord && (style !== undefined || as !== undefined))
        return finish(
          sayUsage(
            terminal,
            `${style === undefined ? "--as" : "--style"} says how a citation is worded; ${format} is a record of the document`,
          ),
        );

      // Imported late, so that help and wrong usage answer at once.
      const { citeOnTerminal } = await import("../cite-document.ts");
      const outcome = await citeOnTerminal({ folder: found.folder, what, ...options });
      if (outcome.kind === "refused") {
        terminal.news.say(outcome.place ? outcome.message : `scholium: ${outcome.message}`);
        return finish(exitCodes.failed);
      }
      for (const line of outcome.lines) terminal.result.say(line);
      finish(exitCodes.good);
    });
};
