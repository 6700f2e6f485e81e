import { stat } from "node:fs/promises";
import path from "node:path";

/** The folder that a command works on, or a sentence that says why there is none. */
export type FoundFolder =
  | { readonly kind: "found"; readonly folder: string }
  | { readonly kind: "none"; readonly message: string };

/**
 * The project folder that `[FOLDER]` names: the one that holds `documents/`. An editor who names
 * `documents` itself means the same. What is wrong inside is not looked at here.
 */
export async function findEditionFolder(written = "."): Promise<FoundFolder> {
  const folder = path.resolve(written);
  const kind = await kindOf(folder);
  if (kind === "nothing") return none(`there is no folder ${written}`);
  if (kind === "file") return none(`${written} is a file; name the folder that holds documents/`);
  if (path.basename(folder) === "documents" && (await isDocumentsFolder(folder)))
    return { kind: "found", folder: path.dirname(folder) };
  return { kind: "found", folder };
}

/** Whether a folder is what it is named: an edition's `documents/`, and not a project that happens to be called so. */
async function isDocumentsFolder(folder: string): Promise<boolean> {
  if ((await kindOf(path.join(folder, "documents"))) === "folder") return false;
  const signs = await Promise.all(
    ["edition.yaml", "texts"].map(async (name) => kindOf(path.join(folder, name))),
  );
  return signs.some((sign) => sign !== "nothing");
}

async function kindOf(target: string): Promise<"folder" | "file" | "nothing"> {
  const found = await stat(target).catch(() => undefined);
  if (!found) return "nothing";
  return found.isDirectory() ? "folder" : "file";
}

function none(message: string): FoundFolder {
  return { kind: "none", message };
}
