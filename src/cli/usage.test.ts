import { spawn } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "../diagnostics/rules.ts";
import { runHere } from "./testing/run-here.ts";
import { command, ended, runScholium } from "./testing/run-scholium.ts";
import { withFiles } from "./testing/temporary-folder.ts";

describe("wrong usage is one line and exit 2", () => {
  test.each([
    [[], "scholium: say what to do: new, import, check, build or serve; see scholium --help"],
    [["biuld"], "scholium: unknown command 'biuld'; did you mean build?"],
    [["make-coffee"], "scholium: unknown command 'make-coffee'; see scholium --help"],
    [["check", "--jsno"], "scholium: unknown option '--jsno'; did you mean --json?"],
    [["build", "--no-pfd"], "scholium: unknown option '--no-pfd'; did you mean --no-pdf?"],
    [
      ["check", "a", "b"],
      "scholium: too many arguments for 'check'. Expected 1 argument but got 2; see scholium --help",
    ],
    [
      ["build", "--output"],
      "scholium: option '-o, --output <DIR>' argument missing; see scholium --help",
    ],
    [
      ["serve", "--port", "x"],
      "scholium: option '-p, --port <NUMBER>' argument 'x' is invalid. A port is a whole number from 1 to 65535; see scholium --help",
    ],
    [
      ["serve", "--port", "70000"],
      "scholium: option '-p, --port <NUMBER>' argument '70000' is invalid. A port is a whole number from 1 to 65535; see scholium --help",
    ],
    [
      ["build", "--workers", "0"],
      "scholium: option '--workers <NUMBER>' argument '0' is invalid. Workers are a whole number from 1 to 32; see scholium --help",
    ],
    [
      ["build", "--workers", "two"],
      "scholium: option '--workers <NUMBER>' argument 'two' is invalid. Workers are a whole number from 1 to 32; see scholium --help",
    ],
    [["check", "not-there"], "scholium: there is no folder not-there"],
    [["build", "not-there"], "scholium: there is no folder not-there"],
    [["serve", "not-there"], "scholium: there is no folder not-there"],
    [["import"], "scholium: missing required argument 'FILE'; see scholium --help"],
    [["import", "not-there"], "scholium: there is no file or folder not-there"],
    [
      ["import", "a-file", "--to", "a-file"],
      "scholium: a-file is a file; name a folder: --to documents/texts",
    ],
    [
      ["import", "a-file", "--to", "documents/essays"],
      "scholium: documents go to documents/texts, not to documents/essays; what else is in an input finds its place by itself",
    ],
    [["new"], "scholium: missing required argument 'FOLDER'; see scholium --help"],
    [["new", "a-file"], "scholium: a-file is a file; name a new folder"],
    [["new", "."], "scholium: . is not empty: it holds a-file; name a new or empty folder"],
    [
      ["new", "x", "--language", "klingon!"],
      'scholium: "language" must be a language tag such as en, ru or zh-Hant; give a value of the right kind',
    ],
    [
      ["new", "x", "--from", "a-word"],
      'scholium: there is no file a-word; --from takes a YAML file, or KEY=VALUE such as "title=The Missiles of October"',
    ],
    [["new", "x", "--from", "titel=X"], 'scholium: no field "titel"; did you mean "title"?'],
    [["reader"], "scholium: say what to do: new, list or build; see scholium reader --help"],
    [["reader", "lsit"], "scholium: unknown command 'lsit'; did you mean list?"],
    [["reader", "new"], "scholium: missing required argument 'ID'; see scholium --help"],
    [["reader", "build", "--paper", "A5"], 'scholium: there is no paper "A5"; did you mean "a4"?'],
    [
      ["reader", "build", "--look", "tiny"],
      'scholium: there is no look "tiny"; choose standard, large-print, wide-margin or duplex',
    ],
    [
      ["reader", "build", "--variant", "students"],
      'scholium: there is no variant "students"; did you mean "student"?',
    ],
    [["reader", "list", "--in", "not-there"], "scholium: there is no folder not-there"],
    [["add"], 'scholium: name the title: --title "Letter to Castro"'],
    [
      ["add", "--title", "X", "--number", "0"],
      "scholium: option '--number <NUMBER>' argument '0' is invalid. A number is whole, and 1 or more; see scholium --help",
    ],
    [["check", "a-file"], "scholium: a-file is a file; name the folder that holds documents/"],
  ])("%j", async (words, line) =>
    withFiles({ "a-file": "" }, async (cwd) => {
      expect(await runHere(words, { cwd })).toEqual({
        code: 2,
        stdout: "",
        stderr: `${line}\n`,
      });
    }),
  );

  test("a form that is not known is answered with those that are", async () =>
    withFiles({ "a-file": "" }, async (cwd) => {
      const { code, stderr } = await runScholium(["import", "a-file", "--form", "frus-tie"], {
        cwd,
      });
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^scholium: no form "frus-tie"; did you mean "frus-tei"\? The forms are .*\bfrus-tei\b.*\n$/,
      );
    }));
});

/** All of them, in the order of the help. */
const commands = [
  "new",
  "import",
  "add",
  "check",
  "build",
  "serve",
  "reader",
  "cite",
  "rules",
  "cache",
];

test("a limit of the print cache that means nothing is wrong usage", async () =>
  withFiles({ "documents/edition.yaml": "" }, async (cwd) => {
    const env = { SCHOLIUM_CACHE: path.join(cwd, "cache"), SCHOLIUM_CACHE_LIMIT: "plenty" };
    for (const words of [["build"], ["cache"]])
      expect(await runScholium(words, { cwd, env })).toEqual({
        code: 2,
        stdout: "",
        stderr:
          'scholium: SCHOLIUM_CACHE_LIMIT is "plenty"; say how large the print cache may get, such as 500 MB or 2 GB\n',
      });
  }));

test("the cache of printed pages is shown and cleared", async () =>
  withFiles({ "cache/print/layout/0": "0123456789", "cache/mine.txt": "" }, async (cwd) => {
    const kept = path.join(cwd, "cache", "print");
    const said = async (...words: readonly string[]) =>
      (await runScholium(["cache", ...words], { cwd, env: { SCHOLIUM_CACHE: "cache" } })).stdout;
    expect(await said()).toBe(`${kept}\n1 file, 0.0 MB of 1000 MB\n`);
    expect(await said("--clear")).toBe(`${kept}\n1 file, 0.0 MB: removed\n`);
    expect(await said()).toBe(`${kept}\n0 files, 0 MB of 1000 MB\n`);
    expect(await readdir(path.join(cwd, "cache"))).toEqual(["mine.txt", "print"]);
    const { stdout } = await runScholium(["cache"]);
    expect(stdout).toBe("Nothing is kept: SCHOLIUM_CACHE turns it off.\n");
  }));

describe("help", () => {
  test("names every command and stays within eighty columns", async () => {
    const { code, stdout } = await runScholium(["--help"]);
    expect(code).toBe(0);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^ {2}${name} .*\\w`, "m"));
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test.each(commands)("%s explains itself", async (name) => {
    const { code, stdout, stderr } = await runScholium([name, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Usage: scholium ${name}`);
    expect(stdout.length).toBeGreaterThan(200);
  });

  test("the version is the package's", async () => {
    const { code, stdout } = await runScholium(["--version"]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

test("who has seen enough of the messages ends the command quietly", async () => {
  const broken = fileURLToPath(new URL("./testing/fixtures/broken", import.meta.url));
  const shell = spawn(
    "sh",
    ["-c", '"$0" "$1" check -q "$2" | head -n 1', process.execPath, command, broken],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const { code, stdout, stderr } = await ended(shell);
  expect(stdout).toMatch(/^documents\/edition\.yaml:2:1 error [^\n]*\n$/);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

/** All that is loaded with a module, before anything is called. */
async function loadedWith(module: URL, seen = new Set<string>()): Promise<ReadonlySet<string>> {
  if (seen.has(module.href)) return seen;
  seen.add(module.href);
  const code = await readFile(module, "utf8");
  for (const [, type, from = ""] of code.matchAll(
    /^(?:im|ex)port (type )?[^;]*?from "([^"]+)";/gm,
  )) {
    if (type !== undefined) continue;
    if (from.startsWith(".")) await loadedWith(new URL(from, module), seen);
    else seen.add(from);
  }
  return seen;
}

test("a check, and a build that is refused, load neither Eleventy nor a browser; help hardly anything", async () => {
  const heavy = /eleventy|nunjucks|puppeteer|chromium|pdf|pagedjs/;
  for (const module of ["./check-edition.ts", "./build-edition.ts"]) {
    const loaded = [...(await loadedWith(new URL(module, import.meta.url)))];
    expect(loaded.filter((name) => !name.startsWith("file:") && heavy.test(name))).toEqual([]);
    expect(loaded).toContain("markdown-it");
  }
  const help = [...(await loadedWith(new URL("./run.ts", import.meta.url)))];
  expect(help.filter((name) => !/^(?:file:|node:)/.test(name)).sort()).toEqual(["commander"]);
});

describe("the table of rules", () => {
  test("has a row for every rule, for programs", async () => {
    const { stdout } = await runScholium(["rules", "--json"]);
    const rows = Object.entries(rules).map(([rule, row]) => ({ rule, ...row }));
    expect(JSON.parse(stdout)).toEqual(rows);
  });

  test("and for people, with severity, meaning and mending", async () => {
    const { stdout } = await runScholium(["rules"]);
    expect(stdout).toContain(
      "note-called-twice (error)\n    A note is called twice. To mend it: write a second note",
    );
    expect(stdout).toContain("note-undefined (error, fixed)");
    expect(stdout).toContain("bracket-unclassified (warning)");
  });
});
