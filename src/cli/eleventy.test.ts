import { spawn } from "node:child_process";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { snapshot, withEdition } from "./testing/editions.ts";
import { type Ran, ended, runScholium } from "./testing/run-scholium.ts";
import { writeFiles } from "./testing/temporary-folder.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs plain Eleventy as `npx @11ty/eleventy` does. */
async function runEleventy(folder: string): Promise<Ran> {
  const command = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");
  return ended(
    spawn(process.execPath, [command, "--quiet"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
}

/** Makes an edition's folder what the root of this repository is: with Eleventy's settings beside `documents/`. */
async function addSettings(folder: string): Promise<void> {
  await cp(path.join(root, ".eleventy.js"), path.join(folder, ".eleventy.js"));
  await writeFile(path.join(folder, "package.json"), '{ "type": "module" }');
  for (const name of ["dist", "node_modules"])
    await symlink(path.join(root, name), path.join(folder, name));
}

test("plain Eleventy makes the same website from the settings at the root", async () =>
  withEdition("two-letters", async (folder) => {
    await runScholium(["build", folder, "--no-pdf", "--quiet", "--output", `${folder}/ours`]);
    await addSettings(folder);
    const { code, stdout, stderr } = await runEleventy(folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/Wrote \d+ files/);
    expect(await snapshot(path.join(folder, "_site"))).toEqual(
      await snapshot(path.join(folder, "ours")),
    );
    // And what it has made is an output that Scholium may replace.
    expect((await runScholium(["build", "--no-pdf", "-q"], { cwd: folder })).code).toBe(0);
  }));

test("plain Eleventy ends with the messages and writes nothing when the edition is broken", async () =>
  withEdition("two-letters", async (folder) => {
    await addSettings(folder);
    await mkdir(path.join(folder, "_site"));
    await writeFile(path.join(folder, "_site", "index.html"), "last good");
    await writeFiles(folder, {
      "documents/texts/z.md": "---\nid: z\nnumber: 9\ntitle: Z\n---\n\nText.[^1]\n",
    });
    const { code, stderr } = await runEleventy(folder);
    expect(code).toBe(1);
    expect(stderr).toContain("documents/texts/z.md:7:6 error note-undefined");
    expect(stderr).not.toContain("    at ");
    expect(await readFile(path.join(folder, "_site", "index.html"), "utf8")).toBe("last good");
  }));
