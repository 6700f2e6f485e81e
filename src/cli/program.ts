import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addAdd } from "./commands/add.ts";
import { addBuild } from "./commands/build.ts";
import { addCache } from "./commands/cache.ts";
import { addCheck } from "./commands/check.ts";
import { addCite } from "./commands/cite.ts";
import type { AddCommand } from "./commands/command.ts";
import { addImport } from "./commands/import.ts";
import { addNew } from "./commands/new.ts";
import { addReader } from "./commands/reader.ts";
import { addRules } from "./commands/rules.ts";
import { addServe } from "./commands/serve.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { sayUsage, usageLine } from "./usage.ts";

/** The commands, in the order of the help. */
const commands: readonly AddCommand[] = [
  addNew,
  addImport,
  addAdd,
  addCheck,
  addBuild,
  addServe,
  addReader,
  addCite,
  addRules,
  addCache,
];

/** Runs one command line (without node and script) and gives its exit code. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.good;
  const program = new Command("scholium")
    .description("Annotated teaching editions from Markdown: a website and print-ready readers.")
    .version(packageVersion(), "-V, --version", "show the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .exitOverride()
    .configureOutput({
      outputError: (message) => void sayUsage(terminal, usageLine(message)),
      writeOut: (text) => terminal.result.say(text.trimEnd()),
      writeErr: (text) => terminal.news.say(text.trimEnd()),
    });
  const finish = (finished: ExitCode): void => {
    code = finished;
  };
  for (const add of commands) add(program, { terminal, finish });

  if (words.length === 0)
    return sayUsage(
      terminal,
      "say what to do: new, import, check, build or serve; see scholium --help",
    );
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.good : exitCodes.usage;
  }
  return code;
}

function packageVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
