import { readFile, stat } from "node:fs/promises";
import { OWN_ORIGIN, type OwnFolders, ownFile } from "../browser/own-files.ts";
import { keyOf } from "./print-cache.ts";

/** What a page fetches when it shows a text: pictures, in whatever element. */
const FETCHED = /\s(?:src|data|poster)=(?:"([^"]*)"|'([^']*)')/g;

/** Hashes of pictures by file, size and time: a book's pictures are read once in a process. */
const known = new Map<string, Promise<string>>();

/** A hash of the pictures that a part of a reader shows, as they are now: with another picture its pages are others. */
export async function picturesFingerprint(
  html: string,
  reader: { readonly path: string; readonly folders: OwnFolders },
): Promise<string> {
  const addresses = new Set<string>();
  for (const [, one, other = ""] of html.matchAll(FETCHED))
    addresses.add((one ?? other).replaceAll("&amp;", "&"));
  const pictures = [...addresses].sort().map(async (address) => {
    const page = `${OWN_ORIGIN}/${reader.path}`;
    const url = URL.canParse(address, page) ? new URL(address, page).href : "";
    const file = await ownFile(url, reader.folders);
    return `${address} ${file === undefined ? "not there" : await hashOfPicture(file)}`;
  });
  return keyOf(...(await Promise.all(pictures)));
}

async function hashOfPicture(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  const state = `${size} ${mtimeMs} ${file}`;
  const hash = known.get(state) ?? readFile(file).then((content) => keyOf(content));
  known.set(state, hash);
  return hash;
}
