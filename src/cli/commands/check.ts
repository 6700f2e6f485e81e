import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics, diagnosticsAsJson } from "../../diagnostics/report.ts";
import { sayDiagnostics } from "../describe-diagnostics.ts";
import { findEditionFolder } from "../edition-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { noProgress, showProgress } from "../progress.ts";
import { sayUsage } from "../usage.ts";
import type { AddCommand } from "./command.ts";

interface CheckOptions {
  readonly json?: true;
  readonly quiet?: true;
}

/** `scholium check`: says everything that is wrong with an edition, and makes nothing. */
export const addCheck: AddCommand = (program, { terminal, finish }) => {
  program
    .command("check")
    .summary("say everything that is wrong with an edition")
    .description(
      "Reads the edition and says everything that is wrong with it, each with its place and a way to mend it. Makes nothing.",
    )
    .argument("[FOLDER]", "the folder that holds documents/", ".")
    .option("--json", "give the messages as JSON, for editors' programs")
    .option("-q, --quiet", "say nothing but the messages")
    .action(async (written: string, options: CheckOptions) => {
      const found = await findEditionFolder(written);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));

      // Imported late, so that help and wrong usage answer at once.
      const { checkEdition } = await import("../check-edition.ts");
      const quiet = options.quiet === true || options.json === true;
      const progress = quiet ? noProgress : showProgress(terminal);
      const { diagnostics } = await checkEdition(found.folder, progress);
      if (options.json) terminal.result.say(diagnosticsAsJson(diagnostics));
      else sayDiagnostics(terminal.result, diagnostics);
      if (!quiet) terminal.news.say(countDiagnostics(diagnostics));
      finish(hasErrors(diagnostics) ? exitCodes.failed : exitCodes.good);
    });
};
