import { existsSync } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import path from "node:path";
import { OUTPUT_MARKER } from "../../site/output-marker.ts";

/** The folder that a build writes to, or a sentence that says why it may not. */
export type OutputFolder =
  | { readonly kind: "usable"; readonly folder: string }
  | { readonly kind: "unusable"; readonly message: string };

/** Folders of an edition that hold its sources. */
export const SOURCES = ["documents", "templates", "styles"] as const;

/**
 * Makes sure that a build into `output` can overwrite nothing but an earlier build: not the sources,
 * not a folder that holds them, not a folder of somebody's own files.
 */
export async function findOutputFolder(edition: string, output: string): Promise<OutputFolder> {
  const written = path.resolve(output);
  const folder = await realPath(written);
  const home = await realPath(edition);
  const shown = path.relative(process.cwd(), written) || written;

  if (contains(folder, home))
    return unusable(
      `the output would replace ${folder === home ? "the edition's own folder" : "a folder that holds the edition"}; name another folder: --output _site`,
    );
  for (const source of SOURCES)
    if (contains(path.join(home, source), folder))
      return unusable(
        `the output would lie among the edition's sources in ${source}/; name another folder: --output _site`,
      );

  const around = builtAround(folder);
  if (around !== undefined)
    return unusable(
      `the output would lie in ${path.relative(process.cwd(), around) || around}, which a build has made and the next one replaces; name a folder outside of it: --output _site`,
    );

  const found = await lstat(folder).catch(() => undefined);
  if (!found) return { kind: "usable", folder };
  if (!found.isDirectory())
    return unusable(`${shown} is a file; name a folder for the output: --output _site`);
  const names = await readdir(folder);
  if (names.length > 0 && !names.includes(OUTPUT_MARKER))
    return unusable(
      `${shown} holds files that Scholium has not made; name a new or empty folder, or empty this one`,
    );
  return { kind: "usable", folder };
}

/** The folder around another that a build has made; nothing where there is none. */
export function builtAround(folder: string): string | undefined {
  const around = path.dirname(folder);
  if (around === folder) return undefined;
  return existsSync(path.join(around, OUTPUT_MARKER)) ? around : builtAround(around);
}

/** The path without symbolic links, also where its end does not exist yet. */
export async function realPath(target: string): Promise<string> {
  const found = await realpath(target).catch(() => undefined);
  if (found !== undefined) return found;
  const parent = path.dirname(target);
  return parent === target ? target : path.join(await realPath(parent), path.basename(target));
}

/** Whether a folder is another, or lies in it. */
export function contains(outer: string, inner: string): boolean {
  const way = path.relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

function unusable(message: string): OutputFolder {
  return { kind: "unusable", message };
}
