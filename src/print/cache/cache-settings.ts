import path from "node:path";
import type { PrintCacheOptions } from "./open-print-cache.ts";

/** What the environment says of the print cache. */
export type CacheSettings =
  | { readonly kind: "on"; readonly options: Pick<PrintCacheOptions, "folders" | "limit"> }
  | { readonly kind: "off" }
  /** It says something that means nothing, in words for the editor. */
  | { readonly kind: "wrong"; readonly message: string };

const UNITS: Readonly<Record<string, number>> = { "": 1e6, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 };

/** Reads `SCHOLIUM_CACHE` (a folder, or `off`) and `SCHOLIUM_CACHE_LIMIT` (`500 MB`, `2 GB`). */
export function cacheSettings(
  environment: Readonly<Record<string, string | undefined>>,
): CacheSettings {
  const where = environment["SCHOLIUM_CACHE"] ?? "";
  if (where === "off") return { kind: "off" };
  const folders = where === "" ? {} : { folders: [path.resolve(where)] };
  const written = environment["SCHOLIUM_CACHE_LIMIT"] ?? "";
  if (written === "") return { kind: "on", options: folders };
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?) ?([mg]b?)?$/i.exec(written) ?? [];
  const bytes = Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  if (Number.isNaN(bytes)) {
    const message = `SCHOLIUM_CACHE_LIMIT is "${written}"; say how large the print cache may get, such as 500 MB or 2 GB`;
    return { kind: "wrong", message };
  }
  return bytes === 0 ? { kind: "off" } : { kind: "on", options: { ...folders, limit: bytes } };
}
