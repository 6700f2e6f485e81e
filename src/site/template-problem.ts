import { existsSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import { packageTemplates } from "./package-folders.ts";

/** A template and a place in it, as Nunjucks names them: `(/edition/templates/pages/essay.njk) [Line 1, Column 7]`. */
const NAMED = /\(([^\n]*?\.njk)\)(?: \[Line (\d+), Column (\d+)\])?/g;

/**
 * What an error says of a template of the editor's own. A template of Scholium's that fails beside the
 * editor's own most likely lacks what one of those has left out. Nothing where it comes from elsewhere.
 */
export function templateProblem(error: unknown, folder: string): Diagnostic | undefined {
  const message = deepestMessage(error);
  const named = [...message.matchAll(NAMED)].reverse();
  for (const [, file = "", line = "1", column = "1"] of named) {
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (!name.startsWith("templates/")) continue;
    const place = { file: name, line: Number(line), column: Number(column) };
    return diagnose("template-broken", place, reasonIn(message));
  }
  const ours = named.find(([, file = ""]) => file.startsWith(packageTemplates));
  if (ours === undefined || !existsSync(path.join(folder, "templates"))) return undefined;
  const name = path.relative(packageTemplates, ours[1] ?? "");
  return diagnose(
    "template-broken",
    startOf("templates"),
    `Scholium's own ${name} does not work with the edition's templates: ${reasonIn(message)}`,
    "look at what your templates leave out",
  );
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
