import path from "node:path";
import { exitCodes } from "../exit-codes.ts";
import { sayUsage } from "../usage.ts";
import type { AddCommand } from "./command.ts";

interface NewOptions {
  readonly from?: readonly string[];
  readonly title?: string;
  readonly editor?: readonly string[];
  readonly language?: string;
  readonly quiet?: true;
}

const gather = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** `scholium new`: makes a small edition that builds at once. */
export const addNew: AddCommand = (program, { terminal, finish }) => {
  program
    .command("new")
    .summary("make a new edition that builds at once")
    .description(
      "Makes a small edition in a new or empty folder: its files hold a sample and comments that teach the format.",
    )
    .argument("<FOLDER>", "the folder to make")
    .option(
      "--from <FIELDS>",
      "KEY=VALUE, or a YAML file with title, editors, language; may be given several times",
      gather,
    )
    .option("--title <TITLE>", "what the edition is called (default: made of the folder's name)")
    .option("--editor <NAME>", "who edits it; may be given several times", gather)
    .option("--language <TAG>", "the language of its own prose: en, de, ru (default: en)")
    .option("-q, --quiet", "say nothing but what went wrong")
    .action(async (written: string, options: NewOptions) => {
      // Imported late, so that help and wrong usage answer at once.
      const { readFrom } = await import("../new/read-from.ts");
      const folder = path.resolve(written);
      const { title, language, from = [], editor: editors = [] } = options;
      const read = readFrom({ from, title, editors, language, folder });
      if (read.kind === "wrong") return finish(sayUsage(terminal, read.message));

      const { newEdition } = await import("../new/new-edition.ts");
      const outcome = await newEdition(folder, read.settings);
      if (outcome.kind === "refused") return finish(sayUsage(terminal, outcome.message));
      if (!options.quiet) {
        const shown = path.relative(process.cwd(), folder);
        for (const file of outcome.files) terminal.result.say(path.join(shown, file));
        terminal.news.say(
          shown === ""
            ? "See it with: npx scholium serve"
            : `See it with: npx scholium serve ${shown}`,
        );
      }
      finish(exitCodes.good);
    });
};
