import { InvalidArgumentError, Option } from "commander";
import { documentFields } from "../add/document-fields.ts";
import { findEditionFolder } from "../edition-folder.ts";
import { exitCodes } from "../exit-codes.ts";
import { sayUsage } from "../usage.ts";
import type { AddCommand } from "./command.ts";

/** `scholium add`: writes the file of one more document. */
export const addAdd: AddCommand = (program, { terminal, finish }) => {
  const command = program
    .command("add")
    .summary("write the file of one more document")
    .description(
      "Writes documents/texts/ID.md with every field that matters. On a terminal it asks for what the options do not give; fields that are not given stand in the file as comments that show how they are written. A file that is there is never overwritten.",
    )
    .argument("[ID]", "the document's id (default: made of its title)")
    .option("--to <FOLDER>", "the folder that holds documents/", ".")
    .option("--title <TITLE>", "its title")
    .option("--number <NUMBER>", "its number (default: the next free one)", wholeNumber)
    .option("--calendared", "it is only described: abstract, no text");
  for (const { option, value = "WORDS", question, several } of documentFields)
    command.addOption(
      several
        ? new Option(
            `${option} <${value}>`,
            `${question.toLowerCase()}; may be given several times`,
          ).argParser(gather)
        : new Option(`${option} <${value}>`, question.toLowerCase()),
    );
  command.action(async (id: string | undefined, options: Readonly<Record<string, unknown>>) => {
    const found = await findEditionFolder(words(options["to"]));
    if (found.kind === "none") return finish(sayUsage(terminal, found.message));
    const title = words(options["title"]);
    const isAsked = process.stdin.isTTY && process.stderr.isTTY;
    if (title === undefined && !isAsked)
      return finish(sayUsage(terminal, 'name the title: --title "Letter to Castro"'));

    const fields = new Map<string, string | readonly string[]>();
    for (const { name, option } of documentFields) {
      const value = options[option.slice(2)];
      if (typeof value === "string") fields.set(name, value);
      if (Array.isArray(value) && value.length > 0) fields.set(name, value.map(String));
    }
    const known = {
      id,
      title,
      fields,
      number: typeof options["number"] === "number" ? options["number"] : undefined,
      isCalendared: options["calendared"] === true,
    };
    // Imported late, so that help and wrong usage answer at once.
    const { addDocument } = await import("../add/add-document.ts");
    const { withTerminalEditor } = await import("../add/terminal-editor.ts");
    const outcome = isAsked
      ? await withTerminalEditor(async (editor) => addDocument(found.folder, known, editor))
      : await addDocument(found.folder, known, undefined);
    if (outcome.kind === "gone") {
      terminal.news.say("\nNothing was written.");
      return finish(exitCodes.failed);
    }
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
};

function words(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function wholeNumber(written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("A number is whole, and 1 or more");
  return number;
}
