/** What an address on the web leads to, written so that two addresses of one page are equal. */
export interface WebPlace {
  /** Host and path, without the scheme, `www.` and a slash at the end. */
  readonly page: string;
  /** What stands behind the `#`; empty where nothing does. */
  readonly fragment: string;
}

/** Reads an address that begins with http:// or https://; nothing for others. */
export function readAddress(url: string): WebPlace | undefined {
  const [, host, path = "", fragment = ""] =
    /^https?:\/\/(?:www\.)?([^/?#]+)([^#]*)(?:#(.*))?$/i.exec(url) ?? [];
  if (host === undefined) return undefined;
  return { page: host.toLowerCase() + withoutSlashes(path), fragment };
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 0 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}
