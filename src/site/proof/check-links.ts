import path from "node:path";
import type { ReadPage } from "./read-page.ts";

/** What a site's links may lead to. */
export interface SiteIndex {
  /** Every file of the site, as a path with forward slashes. */
  readonly files: ReadonlySet<string>;
  /** Every page that was read, by its path. */
  readonly pages: ReadonlyMap<string, ReadPage>;
}

/** A link that leads nowhere, in a half sentence: `links to people/ivanov.html, which is not there`. */
export function brokenLinks(address: string, page: ReadPage, site: SiteIndex): readonly string[] {
  const broken: string[] = [];
  for (const written of page.addresses) {
    const reason = whyBroken(address, written, site);
    if (reason !== undefined) broken.push(`links to ${written}, ${reason}`);
  }
  return broken;
}

/** Schemes that lead out of the edition, and are not followed. */
const OUTSIDE = /^(?:https?|mailto):/i;

function whyBroken(from: string, written: string, site: SiteIndex): string | undefined {
  if (OUTSIDE.test(written) || written.startsWith("data:")) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return "whose kind of address is not allowed";
  if (written.startsWith("/")) return "which only works at the root of a host";
  const [way = "", fragment = ""] = written.split("#", 2);
  const file =
    way === "" ? from : path.posix.join(path.posix.dirname(from), decoded(way.split("?")[0] ?? ""));
  if (file.startsWith("../")) return "which lies outside of the site";
  if (!site.files.has(file)) return "which is not there";
  if (fragment === "") return undefined;
  const target = site.pages.get(file);
  return !target || target.ids.has(decoded(fragment)) ? undefined : `but ${file} has no such place`;
}

/** An address as a file's name; what is wrongly encoded stays as it is and will not be found. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
