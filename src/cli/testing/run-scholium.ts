import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a command has said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The compiled command, as it is published. */
export const command = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));

/** What a command is told by the environment: what an earlier run has kept must not answer for this one. */
export const environment: Readonly<Record<string, string>> = {
  NO_COLOR: "1",
  SCHOLIUM_DEBUG: "",
  SCHOLIUM_CACHE: "off",
  SCHOLIUM_CACHE_LIMIT: "",
};

/** Runs the compiled command and waits for its end. */
export async function runScholium(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<Ran> {
  return ended(startScholium(words, options));
}

/** Starts the compiled command. */
export function startScholium(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): ChildProcess {
  return spawn(process.execPath, [command, ...words], {
    cwd: options.cwd,
    env: { ...process.env, ...environment, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Gathers what a started command says until it ends. */
export async function ended(child: ChildProcess): Promise<Ran> {
  const said = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
  });
}
