import path from "node:path";
import { describe, expect, it } from "vitest";
import { cacheSettings } from "./cache-settings.ts";

describe("what the environment says of the print cache", () => {
  it.each<readonly [environment: Record<string, string>, options: object]>([
    [{}, {}],
    [{ SCHOLIUM_CACHE: "", SCHOLIUM_CACHE_LIMIT: "" }, {}],
    [{ SCHOLIUM_CACHE: "/var/cache/ours" }, { folders: ["/var/cache/ours"] }],
    [{ SCHOLIUM_CACHE: "cache" }, { folders: [path.resolve("cache")] }],
    [{ SCHOLIUM_CACHE_LIMIT: "500 MB" }, { limit: 500_000_000 }],
    [{ SCHOLIUM_CACHE_LIMIT: "1.5gb" }, { limit: 1_500_000_000 }],
    [{ SCHOLIUM_CACHE_LIMIT: "2G" }, { limit: 2_000_000_000 }],
    [{ SCHOLIUM_CACHE_LIMIT: "250" }, { limit: 250_000_000 }],
  ])("%j", (environment, options) => {
    expect(cacheSettings(environment)).toEqual({ kind: "on", options });
  });

  it.each([{ SCHOLIUM_CACHE: "off" }, { SCHOLIUM_CACHE_LIMIT: "0" }])("%j: none", (environment) => {
    expect(cacheSettings(environment)).toEqual({ kind: "off" });
  });

  it.each(["much", "-1 MB", "5 TB", "1,5 GB", "1e9"])("a limit of %j means nothing", (limit) => {
    expect(cacheSettings({ SCHOLIUM_CACHE_LIMIT: limit })).toEqual({
      kind: "wrong",
      message: `SCHOLIUM_CACHE_LIMIT is "${limit}"; say how large the print cache may get, such as 500 MB or 2 GB`,
    });
  });
});
