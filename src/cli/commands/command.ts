import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** What a command gets beside its arguments. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** To be told the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void;
}

/** A row of the table of commands: adds the command to the program. */
export type AddCommand = (program: Command, surroundings: Surroundings) => void;
