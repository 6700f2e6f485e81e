import { pathToFileURL } from "node:url";
import type * as Program from "../program.ts";
import { openTerminal } from "../terminal.ts";
import { type Ran, command, environment } from "./run-scholium.ts";

/** The compiled program without the process around it. */
const program = new URL("program.js", pathToFileURL(command)).href;

/**
 * Runs the compiled command in this process, in which its modules are loaded once: for examples of what it says of
 * many inputs. What only a process of its own shows, such as signals, pipes and the end itself, is tried with
 * `runScholium`. One after the other, since a process has one folder and one environment.
 */
export async function runHere(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<Ran> {
  const run = before.then(async () => answer(words, options));
  before = run.catch(() => undefined);
  return run;
}

let before: Promise<unknown> = Promise.resolve();

async function answer(
  words: readonly string[],
  {
    cwd = process.cwd(),
    env = {},
  }: { readonly cwd?: string; readonly env?: Record<string, string> },
): Promise<Ran> {
  const { runProgram }: typeof Program = await import(/* @vite-ignore */ program);
  const said = { stdout: "", stderr: "" };
  const stream = (name: "stdout" | "stderr") => ({
    isTTY: false,
    columns: 80,
    write(text: string | Uint8Array): boolean {
      said[name] += String(text);
      return true;
    },
  });
  const folder = process.cwd();
  const surroundings = { ...process.env };
  const terminal = openTerminal({
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    env: environment,
  });
  try {
    Object.assign(process.env, environment, env);
    process.chdir(cwd);
    // What is thrown would be a fault of ours: here it fails the example.
    const code = await runProgram(words, terminal);
    return { code, ...said };
  } finally {
    process.chdir(folder);
    for (const name of Object.keys(process.env))
      if (!(name in surroundings)) delete process.env[name];
    Object.assign(process.env, surroundings);
  }
}
