import { readFile } from "node:fs/promises";
import path from "node:path";
import nunjucks from "nunjucks";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { startOf } from "../../diagnostics/place.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import { PACKAGE_PREFIX, nunjucksEnvironment } from "../nunjucks-environment.ts";
import { packageTemplates } from "../package-folders.ts";
import { templateProblem } from "../template-problem.ts";
import { listFiles } from "./list-files.ts";
import { type TemplateCall, templateCalls } from "./template-calls.ts";

/** What is wrong with the templates in an edition's `templates/`: those that cannot be read, calls of templates that there are not, and files that nothing uses. */
export async function checkTemplates(folder: string): Promise<readonly Diagnostic[]> {
  const own = path.join(folder, "templates");
  // Where Scholium itself is the edition, its templates are its own.
  if (path.resolve(own) === path.resolve(packageTemplates)) return [];
  const files = await listFiles(own);
  if (files.length === 0) return [];
  // Beside the templates lie the files of a new edition, which nothing includes.
  const scholiums = (await listFiles(packageTemplates)).filter((name) => name.endsWith(".njk"));
  const known = new Set([
    ...scholiums,
    ...files,
    ...scholiums.map((name) => PACKAGE_PREFIX + name),
  ]);
  const environment = nunjucksEnvironment(folder);
  const diagnostics: Diagnostic[] = [];
  const used = new Set(scholiums);
  for (const name of files.filter((file) => file.endsWith(".njk"))) {
    const full = path.join(own, name);
    const source = await readFile(full, "utf8");
    const { calls, error } = callsIn(source, environment, full);
    const problem = error === undefined ? undefined : templateProblem(error, folder);
    if (problem) diagnostics.push(problem);
    for (const call of calls) {
      const target = targetOf(call, name);
      used.add(target);
      if (known.has(target) || call.mayBeMissing) continue;
      const place = { file: `templates/${name}`, line: call.line, column: call.column };
      const mend = didYouMean(target, known, "write its path from templates/");
      diagnostics.push(diagnose("template-broken", place, `no template "${call.name}"`, mend));
    }
  }
  for (const name of files.filter((file) => !used.has(file))) {
    const message = "Scholium has no template of this name, and none of yours uses it";
    const mend = didYouMean(name, scholiums, "use it in one of your templates, or delete it");
    diagnostics.push(diagnose("own-file-unused", startOf(`templates/${name}`), message, mend));
  }
  return diagnostics;
}

/** The templates that a template calls; none where it cannot be read, and the error. */
function callsIn(
  source: string,
  environment: nunjucks.Environment,
  file: string,
): { readonly calls: readonly TemplateCall[]; readonly error?: unknown } {
  try {
    // Compiled at once, with all of its blocks: Nunjucks else waits until it is called.
    void new nunjucks.Template(source, environment, file, true);
    return { calls: templateCalls(source) };
  } catch (error) {
    return { calls: [], error };
  }
}

/** A name that begins with a dot counts from the template that calls it. */
function targetOf({ name }: TemplateCall, from: string): string {
  return /^\.\.?\//.test(name) ? path.posix.join(path.posix.dirname(from), name) : name;
}
