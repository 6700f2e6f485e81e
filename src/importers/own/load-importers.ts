import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import { type Place, startOf } from "../../diagnostics/place.ts";
import { streamsOf } from "../../edition/own-streams.ts";
import { readEdition } from "../../source/read-edition.ts";
import type { Importer } from "../importer.ts";
import { placeOfError, placeOfSyntaxError, reasonOf } from "./error-places.ts";
import { importerOf } from "./importer-of.ts";

/** The importers of an edition's own, or why one of them does not work. */
export type OwnImporters =
  | { readonly kind: "loaded"; readonly importers: readonly Importer[] }
  | { readonly kind: "broken"; readonly diagnostics: readonly Diagnostic[] };

/**
 * Loads the importers that lie in `importers/` of an edition's folder, in the order of their names. This runs
 * the editor's own code; only an import does so. What is wrong with it is told, never thrown.
 */
export async function loadImporters(folder: string): Promise<OwnImporters> {
  const home = path.join(folder, "importers");
  const files = (await readdir(home).catch(() => [])).filter((name) => /^[^.].*\.m?js$/.test(name));
  if (files.length === 0) return { kind: "loaded", importers: [] };
  const importers: Importer[] = [];
  const diagnostics: Diagnostic[] = [];
  const { edition } = await readEdition(folder);
  const streams = streamsOf(edition.settings);
  for (const name of files.sort()) {
    const file = `importers/${name}`;
    const broken = (place: Place, message: string, mend?: string): void => {
      diagnostics.push(diagnose("importer-broken", place, message, mend));
    };
    try {
      const module: unknown = await import(pathToFileURL(path.join(home, name)).href);
      const made = importerOf(module, { file, path: path.join(home, name), streams });
      if (typeof made === "string") broken(startOf(file), made);
      else if (importers.some((other) => other.name === made.name))
        broken(
          startOf(file),
          `there is an importer "${made.name}" already`,
          "give it another name",
        );
      else importers.push(made);
    } catch (error) {
      if (process.env.SCHOLIUM_DEBUG) console.error(error);
      const place =
        error instanceof SyntaxError
          ? await placeOfSyntaxError(file, path.join(home, name))
          : placeOfError(error, file, path.join(home, name));
      broken(place, `it cannot be loaded: ${reasonOf(error)}`);
    }
  }
  return diagnostics.length > 0 ? { kind: "broken", diagnostics } : { kind: "loaded", importers };
}
