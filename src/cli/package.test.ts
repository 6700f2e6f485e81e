import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withEdition } from "./testing/editions.ts";
import { withFiles } from "./testing/temporary-folder.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** What `npm pack --json` says of one package. */
interface Packing {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** The package as `npm pack` makes it, unpacked into a project of somebody's own. */
let project = "";
let packed: readonly string[] = [];

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), "scholium-package-"));
  // Not compiled again here: the tests before this one run what is compiled.
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", project],
    { cwd: root },
  );
  const [packing]: readonly Packing[] = JSON.parse(stdout);
  if (!packing) throw new Error(`npm pack said ${stdout}`);
  packed = packing.files.map((file) => file.path);
  await run("tar", ["-xzf", packing.filename], { cwd: project });
  const modules = path.join(project, "node_modules");
  await mkdir(modules);
  await cp(path.join(project, "package"), path.join(modules, "scholium"), { recursive: true });
  await rm(path.join(project, "package"), { recursive: true });
  // The dependencies as they are installed here, so that the test needs no network.
  for (const name of await readdir(path.join(root, "node_modules")))
    if (!name.startsWith(".") && name !== "scholium")
      await symlink(path.join(root, "node_modules", name), path.join(modules, name));
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
        !/^(?:dist|skeleton|templates|styles)\/|^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json)$/.test(
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
