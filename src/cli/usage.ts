import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** Says in one line why a command cannot do what it was told. */
export function sayUsage(terminal: Terminal, message: string): ExitCode {
  terminal.news.say(`scholium: ${message}`);
  return exitCodes.usage;
}

/** The parser's message on one line: without its "error:", its suggestion behind it, and where to find help. */
export function usageLine(written: string): string {
  const message = written
    .trim()
    .replace(/^error: /, "")
    .replace(/\.?\s*\n\s*\(Did you mean (.*?)\?\)$/s, "; did you mean $1?")
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
  return message.includes("did you mean") ? message : `${message}; see scholium --help`;
}
