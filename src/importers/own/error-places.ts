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

/** What an error says, on one line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.trim().split("\n")[0] ?? "").replace(/[.;]$/, "");
}
