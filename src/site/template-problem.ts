import path from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";

/** A template and a place in it, as Nunjucks names them: `(/edition/templates/pages/essay.njk) [Line 1, Column 7]`. */
const NAMED = /\(([^()\n]+)\)(?: \[Line (\d+), Column (\d+)\])?/g;

/** What an error says of a template of the editor's own; nothing where it comes from elsewhere. */
export function templateProblem(error: unknown, folder: string): Diagnostic | undefined {
  const message = deepestMessage(error);
  for (const [, file = "", line = "1", column = "1"] of [...message.matchAll(NAMED)].reverse()) {
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (!name.startsWith("templates/")) continue;
    const place = { file: name, line: Number(line), column: Number(column) };
    return diagnose("template-broken", place, reasonIn(message));
  }
  return undefined;
}

/** Eleventy wraps what Nunjucks has said. */
function deepestMessage(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && "originalError" in inner && inner.originalError instanceof Error)
    inner = inner.originalError;
  return inner instanceof Error ? inner.message : String(inner);
}

/** The reason stands in the last line, below the names of the templates. */
function reasonIn(message: string): string {
  const last = message.trim().split("\n").at(-1) ?? "";
  return last.replace(/^\s*(?:Error: )?/, "");
}
