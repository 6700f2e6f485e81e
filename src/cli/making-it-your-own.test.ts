import { execFile } from "node:child_process";
import { chmod, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../print/proof/read-pdf.ts";
import { packProject } from "./testing/pack-project.ts";
import type { Ran } from "./testing/run-scholium.ts";
import { type Files, writeFiles } from "./testing/temporary-folder.ts";

/** The manual's own examples: each stands in a fence below the name of its file. */
async function examples(): Promise<Files> {
  const manual = await readFile("documents/essays/manual.md", "utf8");
  const section = manual.slice(
    manual.indexOf("{#making-it-your-own}"),
    manual.indexOf("\n## Messages"),
  );
  const files: Record<string, string> = {};
  let before = 0;
  for (const fence of section.matchAll(/^```\w+\n([^]*?)^```$/gm)) {
    const named = section
      .slice(before, fence.index)
      .match(/`[\w./-]+\.(?:yaml|md|njk|css|mjs|min)`/g);
    before = fence.index + fence[0].length;
    const name = named?.at(-1)?.slice(1, -1);
    if (name !== undefined) files[name] = fence[1] ?? "";
  }
  return files;
}

/** A project of somebody's own with the package in it, and the manual's examples. */
let project = "";

beforeAll(async () => {
  ({ project } = await packProject());
  await chmod(path.join(project, "node_modules/scholium/dist/cli/main.js"), 0o755);
}, 60_000);

afterAll(async () => {
  await rm(project, { recursive: true, force: true });
});

/** The command as the project has it; npx finds it there. */
async function scholium(...words: readonly string[]): Promise<Ran> {
  return run(path.join(project, "node_modules/.bin/scholium"), words);
}

async function run(program: string, words: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      words,
      { cwd: project, env: { ...process.env, NO_COLOR: "1", SCHOLIUM_DEBUG: "" } },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

const made = async (name: string): Promise<string> =>
  readFile(path.join(project, "_site", name), "utf8");

describe("the manual's examples of an edition's own, in an empty folder with the package", () => {
  test("are all there is to write", async () => {
    const files = await examples();
    expect(Object.keys(files).sort()).toEqual([
      "board.min",
      "documents/edition.yaml",
      "documents/texts/keeper-to-clerk.md",
      "importers/minutes.mjs",
      "styles/own.css",
      "templates/pages/document.njk",
      "templates/partials/colophon.njk",
      "templates/print/document-origin.njk",
    ]);
    await writeFiles(project, files);
  });

  test("import what only they know", async () => {
    const { code, stdout } = await run("npx", ["--no", "scholium", "import", "board.min"]);
    expect(stdout).toContain("Minutes as our secretary types them (minutes)");
    expect(stdout).toContain("1 document");
    expect(stdout).not.toContain("left behind");
    expect(code).toBe(0);
    const text = await readFile(path.join(project, "documents/texts/minutes-board.md"), "utf8");
    expect(text).toMatch(
      /^---\nid: minutes-board\nnumber: 2\ntitle: Minutes of the Board\nkind: minutes\ndate: 1962-05-24\n---\n\nThe keeper asked for oil\.\n$/,
    );
  });

  test("are sound", async () => {
    const { code, stdout, stderr } = await scholium("check");
    expect(stdout).toBe("");
    expect(stderr).toContain("0 errors, 0 warnings");
    expect(code).toBe(0);
  });

  test("are what the website shows", async () => {
    const { code } = await scholium("build", "--no-pdf");
    expect(code).toBe(0);
    const page = await made("documents/keeper-to-clerk.html");
    expect(page).toContain('<p class="seal">From the papers of the lighthouse</p>');
    expect(page).toContain("<p>Typeset on the island.</p>");
    expect(page).toContain('<p class="colophon-title">');
    expect(page).toContain('<div class="note note-marginal note-own" id="mar1"');
    expect(page).toContain('<span class="note-label">Marginal note</span>');
    expect(page).toContain('<span class="key-label">Marginal notes</span> What an unknown reader');
    expect(page).toContain('<a class="reference" href="#mar1">marginal note M1</a>');
    expect(await made("assets/scholium.css")).toMatch(
      /\.note-marginal \{\n {2}font-style: italic;/,
    );
    expect(await made("documents/minutes-board.html")).toContain("The keeper asked for oil.");
  });

  test("are what printed readers show", async () => {
    await writeFiles(project, {
      "documents/readers/all.md": "---\nid: all\ntitle: All Papers\n---\n",
    });
    const { code, stderr } = await scholium("build");
    expect(stderr).toContain("2 readers of");
    expect(code).toBe(0);
    const { pages } = await readPdf(await readFile(path.join(project, "_site/readers/all.pdf")));
    const text = pages
      .map((page) => page.text)
      .join("\n")
      .replaceAll(/\s+/g, " ");
    expect(text).toContain("Held on the island.");
    expect(text).toMatch(/M1 Marginal note ?\.? ?“Not before May,” in pencil\./);
  }, 120_000);

  test("are told of, where they cannot work", async () => {
    await writeFiles(project, {
      "importers/minutes.mjs": "export default {\n  name: 'minutes',\n  read( {\n};\n",
      "templates/partials/masthed.njk": "",
      "styles/own.css": "p {",
    });
    const imported = await scholium("import", "board.min");
    expect(imported.stderr).toBe(
      "importers/minutes.mjs:4:1 error importer-broken: it cannot be loaded: Unexpected token ';'; correct it, or move it out of importers/\n",
    );
    expect(imported.code).toBe(1);
    const checked = await scholium("check");
    expect(checked.stdout.split("\n").slice(0, 2)).toEqual([
      "styles/own.css:1:3 error style-broken: { is not closed: all that follows is lost; close what is opened here",
      `templates/partials/masthed.njk:1:1 warning own-file-unused: Scholium has no template of this name, and none of yours uses it; did you mean "partials/masthead.njk"?`,
    ]);
    expect(checked.code).toBe(1);
  });
});
