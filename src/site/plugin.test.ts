import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Eleventy } from "@11ty/eleventy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { readEdition } from "../source/read-edition.ts";
import { buildSite } from "./build-site.ts";
import { type CurrentEdition, toShow } from "./current-edition.ts";
import { scholium } from "./plugin.ts";
import { fixtures } from "./testing/built-site.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scholium-plugin-"));
  await cp(path.join(fixtures.twoLetters, "documents"), path.join(folder, "documents"), {
    recursive: true,
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const output = () => path.join(folder, "_site");
const made = (name: string) => readFile(path.join(output(), name), "utf8");

async function write(name: string, text: string): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function current(): Promise<CurrentEdition> {
  const { edition } = await readEdition(folder);
  return { edition, apparatus: buildApparatus(edition).apparatus, pdf: false, problems: [] };
}

async function build(): Promise<number> {
  const { pages } = await buildSite({ ...(await current()), folder, output: output() });
  return pages;
}

describe("plain Eleventy over the compiled plugin", () => {
  interface Run {
    readonly code: number;
    readonly said: string;
  }

  beforeEach(async () => {
    const plugin = pathToFileURL(path.resolve("dist/index.js")).href;
    await write("package.json", '{ "type": "module" }');
    await write(
      ".eleventy.js",
      `import { scholium } from "${plugin}";
export default function (config) { config.addPlugin(scholium, { folder: "." }); }
export const config = { dir: { input: "documents", output: "_site" } };
`,
    );
  });

  function eleventy(): Promise<Run> {
    const require = createRequire(import.meta.url);
    const home = path.dirname(path.dirname(require.resolve("@11ty/eleventy")));
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [path.join(home, "cmd.cjs"), "--quiet"],
        { cwd: folder },
        (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, said: stdout + stderr }),
      );
    });
  }

  it("makes the website, and nothing else from the Markdown", async () => {
    expect((await eleventy()).code).toBe(0);
    const names = await readdir(output());
    expect(names.sort()).toEqual(
      [
        ".scholium-output",
        "assets",
        "chronology.html",
        "documents",
        "edition.bib",
        "edition.json",
        "edition.ris",
        "essays",
        "index.html",
        "people",
        "places",
        "readers",
        "terms",
      ].sort(),
    );
  });

  it("ends with the edition's messages, without a trace, and writes nothing where it is broken", async () => {
    await write("documents/texts/broken.md", "---\nid: broken\n---\nWords.[^nope]\n");
    const { code, said } = await eleventy();
    expect(code).toBe(1);
    expect(said).toMatch(/documents\/texts\/broken\.md:\d+:\d+ error note-undefined: /);
    expect(said).toMatch(/\d+ errors, 0 warnings/);
    expect(said).not.toMatch(/^\s+at /m);
    await expect(readdir(output())).rejects.toThrow("ENOENT");
  });

  it("fails where a page of an earlier build says what is now for instructors", async () => {
    const key = "The keeper kept the second lamp for himself.";
    await write(
      "documents/essays/key.md",
      `---\nid: key\ntitle: The Key\naudience: instructors\n---\n\n${key}\n`,
    );
    await write("_site/essays/key.html", `<p>${key}</p>`);
    const { code, said } = await eleventy();
    expect(code).toBe(1);
    expect(said).toMatch(
      /documents\/essays\/key\.md:\d+:1 error leak: “The keeper kept the second/,
    );
    expect(said).toContain("What was written is not for students as it stands");
    expect(said).not.toMatch(/^\s+at /m);
  });

  it("runs no code that lies among the documents", async () => {
    await write("documents/documents.11tydata.js", "throw new Error('run');");
    expect((await eleventy()).code).toBe(0);
  });
});

describe("an edition's own templates and styles", () => {
  it("stand for Scholium's of the same name", async () => {
    await write("templates/partials/colophon.njk", "<p>By hand, {{ frame.settings.title }}.</p>");
    await write("styles/tokens.css", ":root { --ours: 1 }");
    await build();
    expect(await made("index.html")).toContain("<p>By hand, ");
    const css = await made("assets/scholium.css");
    expect(css).toContain("--ours");
    expect(css).not.toContain("--measure: 40rem");
  });

  it("come last where Scholium has none of that name", async () => {
    await write("styles/house.css", "h1 { color: teal }");
    await write("styles/print.css", "/* paper only */");
    await build();
    const css = await made("assets/scholium.css");
    expect(css.trimEnd().endsWith("h1 { color: teal }")).toBe(true);
    expect(css).not.toContain("paper only");
  });
});

describe("a website that is published", () => {
  it("names its address on each page", async () => {
    const settings = await readFile(path.join(folder, "documents/edition.yaml"), "utf8");
    await write(
      "documents/edition.yaml",
      `${settings.replace(/^url:.*\n/m, "")}\nurl: https://example.org/letters/\n`,
    );
    await build();
    expect(await made("documents/index.html")).toContain(
      '<link rel="canonical" href="https://example.org/letters/documents/index.html">',
    );
  });
});

describe("a website that is being written", () => {
  const place = { file: "documents/texts/x.md", line: 12, column: 8 };
  const message = 'no document "<malinovski>"';
  const problems = [diagnose("reference-unknown", place, message, "did you mean “malinovsky”?")];

  it("shows on every page what is wrong", async () => {
    const broken = { ...(await current()), problems };
    const input = path.join(folder, "empty");
    await mkdir(input);
    const eleventy = new Eleventy(input, output(), {
      configPath: false,
      quietMode: true,
      config: (config) => scholium(config, { folder, current: () => broken }),
    });
    eleventy.disableLogger();
    await eleventy.write();
    const page = await made("documents/keeper-to-clerk.html");
    expect(page).toContain("Problems in the edition’s files");
    expect(page).toContain("<code>documents/texts/x.md:12:8</code> <strong>error</strong>");
    expect(page).toContain(
      "no document &quot;&lt;malinovski&gt;&quot;; did you mean “malinovsky”?",
    );
    expect(await made("index.html")).toContain("Problems in the edition’s files");
  });

  it("keeps what was good before, as long as there are errors", async () => {
    const good = await current();
    const broken = { ...good, edition: { ...good.edition, documents: [] }, problems };
    expect(toShow(broken, good)).toEqual({ ...good, problems });
    expect(toShow(good, broken)).toBe(good);
    expect(toShow(broken, undefined)).toBe(broken);
  });
});
