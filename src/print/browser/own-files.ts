import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { HTTPRequest, Page } from "puppeteer-core";

/** The address under which a page sees the files that it may read. The name can exist nowhere (RFC 6761). */
export const OWN_ORIGIN = "http://reader.invalid";

/** Folders that a page may read, by the path under which it sees them; of several the first that has the file. */
export type OwnFolders = Readonly<Record<string, readonly string[]>>;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** What a page may read besides its folders, and who is told of what it is refused. */
export interface OwnFilesOptions {
  /** Pages by their addresses, which stand in the place of files. */
  readonly texts?: ReadonlyMap<string, string>;
  readonly onRefusal?: (address: string) => void;
}

/** Lets a page read files of the given folders, and given texts, and nothing else: no network, no other file. */
export async function serveOwnFiles(
  page: Page,
  folders: OwnFolders,
  options: OwnFilesOptions = {},
): Promise<void> {
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    // A page that was closed meanwhile needs no answer.
    answer(request, folders, options).catch(() => undefined);
  });
}

async function answer(
  request: HTTPRequest,
  folders: OwnFolders,
  { texts, onRefusal }: OwnFilesOptions,
): Promise<void> {
  const url = request.url();
  if (url.startsWith("data:") || url.startsWith("about:")) return request.continue();
  const text = texts?.get(url);
  if (text !== undefined) {
    return request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: text });
  }
  const file = await ownFile(url, folders);
  if (file === undefined) {
    onRefusal?.(url);
    return request.abort("blockedbyclient");
  }
  return request.respond({ status: 200, contentType: typeOf(file), body: await readFile(file) });
}

/** Of which kind a file is, in the words of HTTP. */
export function typeOf(file: string): string {
  return TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
}

/** The file behind an address, or nothing where the address is not of the own origin or leads out of its folder, also by a link. */
export async function ownFile(url: string, folders: OwnFolders): Promise<string | undefined> {
  if (!url.startsWith(`${OWN_ORIGIN}/`)) return undefined;
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    const mount = Object.keys(folders)
      .filter((prefix) => path.startsWith(prefix))
      .reduce((longest, prefix) => (prefix.length > longest.length ? prefix : longest), "");
    for (const folder of folders[mount] ?? []) {
      const file = await fileIn(folder, path.slice(mount.length));
      if (file !== undefined) return file;
    }
    return undefined;
  } catch {
    return undefined;
  }
}

async function fileIn(folder: string, name: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, name));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
