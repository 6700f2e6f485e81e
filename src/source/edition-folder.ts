import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import { type SlotName, findSlot, suggestPlace } from "./slots.ts";

/** What lies under `documents/`, by what it is for, each list sorted. Paths count from the edition's folder. */
export interface EditionFolder {
  readonly files: Readonly<Record<SlotName, readonly string[]>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks through `documents/` in an edition's folder. Links that lead out of the folder are refused. */
export async function listEdition(folder: string): Promise<EditionFolder> {
  const diagnostics: Diagnostic[] = [];
  const files: Record<SlotName, string[]> = {
    settings: [],
    texts: [],
    essays: [],
    readers: [],
    images: [],
    people: [],
    places: [],
    organizations: [],
    terms: [],
  };
  const root = await realPathOf(folder);
  for (const file of await listFiles(folder, "documents", root ?? folder, [], diagnostics)) {
    const slot = findSlot(file);
    if (slot === undefined)
      diagnostics.push(
        diagnose("file-unexpected", startOf(file), "not a file of the edition", suggestPlace(file)),
      );
    else if (slot !== "ignored") files[slot].push(file);
  }
  for (const paths of Object.values(files)) paths.sort(byCodeUnits);
  return { files, diagnostics };
}

async function listFiles(
  folder: string,
  path: string,
  root: string,
  above: readonly string[],
  diagnostics: Diagnostic[],
): Promise<readonly string[]> {
  const here = join(folder, path);
  const real = await realPathOf(here);
  const entries = await entriesOf(here);
  if (real === undefined || entries === undefined || above.includes(real)) {
    diagnostics.push(diagnose("file-unreadable", startOf(path), "the folder cannot be read"));
    return [];
  }
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => byCodeUnits(a.name, b.name))) {
    const inner = `${path}/${entry.name}`;
    if (entry.name.startsWith(".")) continue;
    const kind = entry.isSymbolicLink() ? await follow(folder, inner, root) : kindOf(entry);
    if (kind === "outside")
      diagnostics.push(
        diagnose("file-outside", startOf(inner), "a link that leads out of the edition’s folder"),
      );
    else if (kind === "missing")
      diagnostics.push(diagnose("file-unreadable", startOf(inner), "a link that leads to nothing"));
    else if (kind === "file") files.push(inner);
    else if (kind === "other")
      diagnostics.push(diagnose("file-unreadable", startOf(inner), "neither a file nor a folder"));
    else if (/\.(?:md|ya?ml)$/i.test(entry.name))
      diagnostics.push(diagnose("file-unreadable", startOf(inner), "a folder with a file’s name"));
    else files.push(...(await listFiles(folder, inner, root, [...above, real], diagnostics)));
  }
  return files;
}

type Kind = "file" | "folder" | "other" | "outside" | "missing";

function kindOf(entry: Pick<Dirent, "isFile" | "isDirectory">): Kind {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "folder" : "other";
}

async function follow(folder: string, path: string, root: string): Promise<Kind> {
  const target = await realPathOf(join(folder, path));
  if (target === undefined) return "missing";
  if (target !== root && !target.startsWith(root + sep)) return "outside";
  return kindOf(await stat(target));
}

async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

async function entriesOf(path: string): Promise<readonly Dirent[] | undefined> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
