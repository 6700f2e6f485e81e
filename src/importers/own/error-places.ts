import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { type Place, startOf } from "../../diagnostics/place.ts";

/** Where in a module of the editor's own an error was thrown, or where the module cannot be read; its beginning where nothing tells. */
export function placeOfError(error: unknown, file: string, path: string): Place {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const name of [pathToFileURL(path).href, path]) {
    const at = stack.indexOf(name);
    const [, line, column] = /^:(\d+)(?::(\d+))?/.exec(stack.slice(at + name.length)) ?? [];
    if (at >= 0 && line !== undefined)
      return { file, line: Number(line), column: Number(column ?? 1) };
  }
  return startOf(file);
}

/** Where a module cannot be read: Node tells it only to those who let it check the file, which runs nothing of it. */
export async function placeOfSyntaxError(file: string, path: string): Promise<Place> {
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, ["--check", path], (...[, , stderr]) => resolve(stderr));
  });
  const [, line] = /^[^\n]*:(\d+)$/m.exec(said) ?? [];
  return line === undefined ? startOf(file) : { file, line: Number(line), column: 1 };
}

/** What an error says, on one line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.trim().split("\n")[0] ?? "").replace(/[.;]$/, "");
}
