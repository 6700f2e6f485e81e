import { sayDiagnostics } from "../describe-diagnostics.ts";
import { exitCodes } from "../exit-codes.ts";
import { noProgress, showProgress } from "../progress.ts";
import { sayUsage } from "../usage.ts";
import type { AddCommand } from "./command.ts";

interface ImportOptions {
  readonly to?: string;
  readonly form?: string;
  readonly dryRun?: true;
  readonly force?: true;
  readonly json?: true;
  readonly verbose?: true;
  readonly quiet?: true;
}

/** `scholium import`: brings documents of other forms into an edition. */
export const addImport: AddCommand = (program, { terminal, finish }) => {
  program
    .command("import")
    .summary("bring documents of other forms into the edition")
    .description(
      "Reads files of other forms and writes them as documents of the edition. What is there already is never overwritten. The report says what was found, what was left behind and why, and what an editor must decide.",
    )
    .argument("<FILE...>", "files, folders, or - for standard input")
    .option(
      "--to <FOLDER>",
      "the edition, or a folder below its documents/texts, as documents/texts/letters (default: the edition here)",
    )
    .option("--form <NAME>", "the form of the files, where it is not recognized")
    .option("--dry-run", "report only, and write nothing")
    .option("--force", "swap files that are there for what is imported")
    .option("--json", "give the report as JSON, for programs")
    .option("-v, --verbose", "name every file and every doubt")
    .option("-q, --quiet", "say nothing but the report")
    .action(async (written: readonly string[], options: ImportOptions) => {
      // Imported late, so that help and wrong usage answer at once.
      const { findDestination } = await import("../import/destination.ts");
      const to = await findDestination(options.to);
      if (to.kind === "unusable") return finish(sayUsage(terminal, to.message));
      const { loadImporters } = await import("../../importers/own/load-importers.ts");
      const own = await loadImporters(to.folder);
      if (own.kind === "broken") {
        sayDiagnostics(terminal.news, own.diagnostics);
        return finish(exitCodes.failed);
      }
      const { importers: scholiums } = await import("../../importers/importers.ts");
      // The edition's own go before Scholium's, and may take their names.
      const taken = new Set(own.importers.map(({ name }) => name));
      const importers = [...own.importers, ...scholiums.filter(({ name }) => !taken.has(name))];
      const form = importers.find(({ name }) => name === options.form);
      if (options.form !== undefined && !form) {
        const { suggest } = await import("../../diagnostics/suggest.ts");
        const names = importers.map(({ name }) => name);
        const near = suggest(options.form, names);
        const meant = near === undefined ? "." : `; did you mean "${near}"?`;
        const message = `no form "${options.form}"${meant} The forms are ${names.join(", ")}`;
        return finish(sayUsage(terminal, message));
      }
      const { findInputs } = await import("../import/find-inputs.ts");
      const found = await findInputs(written, to.folder);
      if (found.kind === "none") return finish(sayUsage(terminal, found.message));

      const { importEdition } = await import("../import/import-edition.ts");
      const quiet = options.quiet === true || options.json === true;
      const report = await importEdition({
        found,
        folder: to.folder,
        texts: to.texts,
        importers,
        form,
        force: options.force === true,
        dryRun: options.dryRun === true,
        progress: quiet ? noProgress : showProgress(terminal),
      });
      const { hasFailed } = await import("../import/import-report.ts");
      const { sayImport } = await import("../import/describe-import.ts");
      if (options.json) terminal.result.say(JSON.stringify(report, null, 2));
      else sayImport(terminal.result, report, { verbose: options.verbose === true });
      finish(hasFailed(report) ? exitCodes.failed : exitCodes.good);
    });
};
