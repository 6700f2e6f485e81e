import { execFile } from "node:child_process";
import { readdir, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withEdition } from "./testing/editions.ts";
import { packProject } from "./testing/pack-project.ts";
import { withFiles } from "./testing/temporary-folder.ts";

const run = promisify(execFile);

/** The package as `npm pack` makes it, unpacked into a project of somebody's own. */
let project = "";
let packed: readonly string[] = [];

beforeAll(async () => {
  ({ project, packed } = await packProject());
});

afterAll(async () => {
  await rm(project, { recursive: true, force: true });
});

describe("the package", () => {
  test("holds what is run and what it is run with, and nothing else", () => {
    for (const needed of [
      "dist/cli/main.js",
      "dist/index.js",
      "dist/index.d.ts",
      "templates/pages/document.njk",
      "README.md",
      "LICENSE",
      "CHANGELOG.md",
    ])
      expect(packed).toContain(needed);
    const strangers = packed.filter(
      (file) =>
        !/^(?:dist|templates|styles)\/|^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json)$/.test(
          file,
        ) || /\.test\.|\/testing\/|\/fixtures\//.test(file),
    );
    expect(strangers).toEqual([]);
  });

  test("checks and builds an edition that lies elsewhere", async () =>
    withEdition("two-letters", async (folder) => {
      const command = path.join(project, "node_modules/scholium/dist/cli/main.js");
      const checked = await run(process.execPath, [command, "check", folder]);
      expect(checked.stderr).toContain("0 errors, 0 warnings");
      const built = await run(process.execPath, [command, "build", "--no-pdf"], { cwd: folder });
      expect(built.stderr).toContain("Built 18 pages: _site");
      const pages = await readdir(path.join(folder, "_site"), { recursive: true });
      expect(pages.filter((name) => name.endsWith(".html"))).toHaveLength(18);
    }));

  test("builds an edition beside its own node_modules, as an editor has it", async () =>
    withEdition("two-letters", async (folder) => {
      await symlink(path.join(project, "node_modules"), path.join(folder, "node_modules"));
      const command = "node_modules/scholium/dist/cli/main.js";
      const built = await run(process.execPath, [command, "build", "--no-pdf"], { cwd: folder });
      expect(built.stderr).toContain("Built 18 pages: _site");
    }));

  test("is imported as a library", async () =>
    withFiles(
      {
        "edition.mjs":
          'import { readEdition } from "scholium"; console.log((await readEdition(process.argv[2])).edition.settings.title);',
      },
      async (folder) =>
        withEdition("two-letters", async (edition) => {
          await symlink(path.join(project, "node_modules"), path.join(folder, "node_modules"));
          const script = path.join(folder, "edition.mjs");
          const { stdout } = await run(process.execPath, [script, edition]);
          expect(stdout).toBe("The Lighthouse Letters\n");
        }),
    ));
});
