import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";
import { type SlotName, findSlot, suggestPlace } from "./slots.ts";

/** What lies under `documents/`, by what it is for, each list sorted. Paths count from the edition's folder. */
export interface EditionFolder {
  readonly files: Readonly<Record<SlotName, readonly string[]>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether there is a `documents/` at all. */
  readonly isThere: boolean;
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
    volumes: [],
    works: [],
    styles: [],
    worksheets: [],
  };
  const root = (await realPathOf(folder)) ?? folder;
  const kind = await kindAt(folder, "documents", root);
  if (kind !== "folder") {
    const problem =
      kind === "outside"
        ? diagnose("file-outside", startOf("documents"), OUTSIDE)
        : diagnose(
            "file-missing",
            startOf("documents"),
            "there is no folder documents/",
            "make it, or name the folder that holds it",
          );
    return { files, diagnostics: [problem], isThere: false };
  }
  for (const file of await listFiles(folder, "documents", root, [], diagnostics)) {
    const slot = findSlot(file);
    if (slot === undefined)
      diagnostics.push(
        diagnose("file-unexpected", startOf(file), "not a file of the edition", suggestPlace(file)),
      );
    else if (slot !== "ignored") files[slot].push(file);
  }
  for (const paths of Object.values(files)) paths.sort(byCodeUnits);
  return { files, diagnostics, isThere: true };
}

const OUTSIDE = "a link that leads out of the edition’s folder";

/** What is said of an entry that is neither a file nor a folder of the edition. */
const problems = {
  outside: { rule: "file-outside", message: OUTSIDE },
  missing: { rule: "file-unreadable", message: "a link that leads to nothing" },
  other: { rule: "file-unreadable", message: "neither a file nor a folder" },
} as const;

/** Paths of all files below a folder. `above` are the folders that hold it, so that links cannot lead round in a circle. */
async function listFiles(
  folder: string,
  path: string,
  root: string,
  above: readonly string[],
  diagnostics: Diagnostic[],
): Promise<readonly string[]> {
  const unreadable = (file: string, message: string): readonly string[] => {
    diagnostics.push(diagnose("file-unreadable", startOf(file), message));
    return [];
  };
  const real = await realPathOf(join(folder, path));
  const entries = await entriesOf(join(folder, path));
  if (real === undefined || entries === undefined)
    return unreadable(path, "the folder cannot be read");
  if (above.includes(real)) return unreadable(path, "a link to a folder that holds it");

  const files: string[] = [];
  for (const name of entries.toSorted(byCodeUnits)) {
    if (name.startsWith(".")) continue;
    const inner = `${path}/${name}`;
    const kind = await kindAt(folder, inner, root);
    if (kind === "file") files.push(inner);
    else if (kind === "folder" && /\.(?:md|ya?ml)$/i.test(name))
      unreadable(inner, "a folder with a file’s name");
    else if (kind === "folder")
      files.push(...(await listFiles(folder, inner, root, [...above, real], diagnostics)));
    else diagnostics.push(diagnose(problems[kind].rule, startOf(inner), problems[kind].message));
  }
  return files;
}

type Kind = "file" | "folder" | "other" | "outside" | "missing";

/** What stands at a path, links followed as long as they stay in the edition's folder. */
async function kindAt(folder: string, path: string, root: string): Promise<Kind> {
  const real = await realPathOf(join(folder, path));
  if (real === undefined) return "missing";
  if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return "outside";
  const found = await stat(real);
  if (found.isFile()) return "file";
  return found.isDirectory() ? "folder" : "other";
}

async function realPathOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

async function entriesOf(path: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(path);
  } catch {
    return undefined;
  }
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
