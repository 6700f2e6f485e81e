import { stat } from "node:fs/promises";
import path from "node:path";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { startOf } from "../../diagnostics/place.ts";
import { checkStyles } from "./check-styles.ts";

/** Folders in which an edition may have its own, by the names that are easily written instead. */
const MISNAMED: Readonly<Record<string, string>> = {
  template: "templates",
  style: "styles",
  importer: "importers",
};

/** What is wrong with the templates and styles that an edition has of its own. */
export async function checkOwnFiles(folder: string): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [...(await checkStyles(folder))];
  if (await isFolder(path.join(folder, "templates"))) {
    // Imported late: most editions have none, and need no Nunjucks to be checked.
    const { checkTemplates } = await import("./check-templates.ts");
    diagnostics.push(...(await checkTemplates(folder)));
  }
  for (const [name, meant] of Object.entries(MISNAMED)) {
    if (!(await isFolder(path.join(folder, name)))) continue;
    const message = `Scholium does not look into ${name}/`;
    diagnostics.push(
      diagnose("own-file-unused", startOf(name), message, `did you mean ${meant}/?`),
    );
  }
  return diagnostics;
}

async function isFolder(target: string): Promise<boolean> {
  return (await stat(target).catch(() => undefined))?.isDirectory() ?? false;
}
