import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Module, importsOf, wrongWays } from "./testing/rooms.ts";

/** Every module of the package. Tests and what only they use may look anywhere. */
function shippedModules(): readonly Module[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .filter((path) => !/(?:^|\/)testing\//u.test(path))
    .map((path) => ({ path, code: readFileSync(join("src", path), "utf8") }));
}

describe("the house", () => {
  const modules = shippedModules();

  it("has modules that import each other", () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.flatMap(({ code }) => importsOf(code)).length).toBeGreaterThan(100);
  });

  it("keeps one direction, pure rooms pure, and no barrels", () => {
    expect(wrongWays(modules)).toEqual([]);
  });
});

describe("what the test of the house finds", () => {
  it.each<readonly [code: string, imports: readonly string[]]>([
    ['import { a } from "./a.ts";', ["./a.ts"]],
    ['import type { A } from "../a.ts";', ["../a.ts"]],
    ['import {\n  a,\n  type B,\n} from "./a.ts";\nimport b from "b";', ["./a.ts", "b"]],
    ['import * as a from "a";', ["a"]],
    ['import "./styles.ts";', ["./styles.ts"]],
    ["import a from 'a'", ["a"]],
    ['export { a } from "./a.ts";', ["./a.ts"]],
    ['export type { A } from "./a.ts";', ["./a.ts"]],
    ['export * from "./a.ts";', ["./a.ts"]],
    ['const { a } = await import("./a.ts");', ["./a.ts"]],
    ['type A = typeof import("a");', ["a"]],
    ['export const from = "./a.ts";', []],
    ['export const a = { from: "b" };', []],
    ["/* import what is needed */", []],
  ])("reads the imports of %j", (code, imports) => {
    expect(importsOf(code)).toEqual(imports);
  });

  it.each<readonly [path: string, code: string, found: string]>([
    [
      "edition/text.ts",
      'import { read } from "../source/read.ts";',
      "edition/text.ts imports source/read.ts from a room above",
    ],
    [
      "source/markdown/tree/blocks.ts",
      'export const a = 1;\nimport type { A } from "../../../apparatus/a.ts";',
      "source/markdown/tree/blocks.ts imports apparatus/a.ts from a room above",
    ],
    [
      "site/site.ts",
      'const cli = await import("../cli/main.ts");',
      "site/site.ts imports cli/main.ts from a room above",
    ],
    [
      "site/site.ts",
      'import { a } from "../index.ts";',
      "site/site.ts imports index.ts from a room above",
    ],
    [
      "apparatus/a.ts",
      'import { readFile } from "node:fs/promises";',
      "apparatus/a.ts imports node:fs/promises into a room that only reckons",
    ],
    [
      "html/a.ts",
      'import Eleventy from "@11ty/eleventy";',
      "html/a.ts imports @11ty/eleventy into a room that only reckons",
    ],
    [
      "edition/a.ts",
      'import puppeteer from "puppeteer-core";',
      "edition/a.ts imports puppeteer-core into a room that only reckons",
    ],
    ["source/index.ts", 'export { a } from "./a.ts";', "source/index.ts is a barrel"],
    ["source/all.ts", 'export type { A } from "./a.ts";', "source/all.ts is a barrel"],
    ["source/all.ts", 'export * from "./a.ts";', "source/all.ts is a barrel"],
    ["utils/a.ts", "export const a = 1;", "utils/a.ts stands in no room of the house"],
    [
      "source/a.ts",
      'import { a } from "../testing/text-trees.ts";',
      "source/a.ts imports testing/text-trees.ts, which is not in the package",
    ],
  ])("%s must not: %j", (path, code, found) => {
    expect(wrongWays([{ path, code }])).toContain(found);
  });

  it.each<readonly [path: string, code: string]>([
    ["source/a.ts", 'import { a } from "../edition/a.ts";\nimport { b } from "./b.ts";'],
    ["source/a.ts", 'import { readFile } from "node:fs/promises";'],
    ["site/a.ts", 'import Eleventy from "@11ty/eleventy";'],
    ["cli/main.ts", 'import version from "../../package.json" with { type: "json" };'],
    ["html/a.ts", 'import { escape } from "html-escaper";'],
    ["index.ts", 'export { plugin } from "./site/plugin.ts";'],
  ])("%s may: %j", (path, code) => {
    expect(wrongWays([{ path, code }])).toEqual([]);
  });
});
