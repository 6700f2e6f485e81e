import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { OWN_ORIGIN, type OwnFolders, ownFile } from "../browser/own-files.ts";

/** What an element shows that is a file of its own. */
const FILES = / src="([^"]+)"/g;

/** Tells of the files that some HTML shows, by what they hold: one key for all of them. Each file is read once. */
export function filesOf(folders: OwnFolders, page: string): (html: string) => Promise<string> {
  const hashes = new Map<string, Promise<string>>();
  const hash = async (address: string): Promise<string> => {
    const file = await ownFile(address, folders);
    if (file === undefined) return "nothing";
    return createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  };
  return async (html) => {
    const keys: string[] = [];
    for (const [, source = ""] of html.matchAll(FILES)) {
      if (source.startsWith("data:")) continue;
      const written = source.replaceAll("&amp;", "&");
      const here = `${OWN_ORIGIN}/${page}`;
      if (!URL.canParse(written, here)) continue;
      const address = new URL(written, here).href;
      const known = hashes.get(address) ?? hash(address);
      hashes.set(address, known);
      keys.push(`${address} ${await known}`);
    }
    return keys.join("\n");
  };
}
