import { stat } from "node:fs/promises";
import path from "node:path";
import { findEditionFolder } from "../edition-folder.ts";

/** Where an import goes, or a sentence that says why it cannot. */
export type Destination =
  | {
      readonly kind: "usable";
      /** The folder that holds `documents/`, or will. */
      readonly folder: string;
      /** Folders below `documents/texts/`; empty for none. */
      readonly texts: string;
    }
  | { readonly kind: "unusable"; readonly message: string };

/** Rooms of an edition that are not for texts. */
const OTHER_ROOMS: ReadonlySet<string> = new Set([
  "essays",
  "readers",
  "images",
  "people",
  "places",
  "organizations",
  "terms",
  "volumes",
]);

/**
 * What `--to` names: an edition's folder, its `documents`, its `documents/texts` or a folder below that. Left out,
 * the edition in the current folder. The folder may not be there yet.
 */
export async function findDestination(written: string | undefined): Promise<Destination> {
  if (written === undefined) {
    const found = await findEditionFolder();
    return found.kind === "none"
      ? { kind: "unusable", message: found.message }
      : { kind: "usable", folder: found.folder, texts: "" };
  }
  const target = path.resolve(written);
  const names = target.split(path.sep);
  const at = names.lastIndexOf("documents");
  const room = at < 1 ? undefined : names[at + 1];
  const above = names.slice(0, at).join(path.sep) || path.sep;
  if (room === "texts")
    return { kind: "usable", folder: above, texts: names.slice(at + 2).join("/") };
  if (room !== undefined && OTHER_ROOMS.has(room))
    return {
      kind: "unusable",
      message: `documents go to documents/texts, not to documents/${room}; what else is in an input finds its place by itself`,
    };
  const found = await stat(target).catch(() => undefined);
  if (found && !found.isDirectory())
    return {
      kind: "unusable",
      message: `${written} is a file; name a folder: --to documents/texts`,
    };
  if (at === names.length - 1 && at > 0) return { kind: "usable", folder: above, texts: "" };
  return { kind: "usable", folder: target, texts: "" };
}
