import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPdf } from "../print/proof/read-pdf.ts";
import { fixtures, mainOf, snapshot, withEdition } from "./testing/editions.ts";
import { openGoldens } from "./testing/goldens.ts";
import { runHere } from "./testing/run-here.ts";
import { ended, runScholium, startScholium } from "./testing/run-scholium.ts";
import { eventually } from "./testing/serving.ts";
import { withFiles, writeFiles } from "./testing/temporary-folder.ts";

/** Pages whose text is kept as goldens. */
const keptPages = {
  "two-letters": [
    "index.html",
    "documents/keeper-to-clerk.html",
    "essays/introduction.html",
    "people/brandt.html",
    "chronology.html",
    "readers/both.html",
  ],
  telegrams: [
    "documents/index.html",
    "documents/six-streams.html",
    "documents/calendared-one.html",
    "documents/withheld-one.html",
    "essays/method.html",
    "terms/index.html",
    "readers/everything.html",
    "readers/everything/ledger.html",
  ],
  "two-volumes": [
    "index.html",
    "volumes/lamp.html",
    "documents/index.html",
    "documents/lamp-d1.html",
    "documents/fog-d2.html",
    "essays/lamp-preface.html",
    "essays/fog-preface.html",
    "readers/all.html",
  ],
} as const;

describe.each(Object.entries(keptPages))("the edition %s", (name, pages) => {
  const goldens = openGoldens(path.join(fixtures, name, "expected"));
  afterAll(goldens.expectAllUsed);

  test("becomes a website", async () =>
    withEdition(name, async (folder) => {
      const { code, stdout, stderr } = await runScholium(["build", "--no-pdf"], { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
      // A slow stage says more than once how far it is.
      expect(stderr).toMatch(
        /^(?:Reading  .*\n)+(?:(?:Writing pages .*\n)+(?:Reading back .*\n)+(?:Searching .*\n)*){1,2}0 errors, 0 warnings\. Built \d+ pages: _site(?:; for instructors \d+ pages: _instructor)?\n$/,
      );
      const instructors = name === "telegrams" ? ["_instructor"] : [];
      expect(await readdir(folder)).toEqual([...instructors, "_site", "documents"]);
      for (const page of pages) {
        const html = await readFile(path.join(folder, "_site", page), "utf8");
        await goldens.expectGolden(page, mainOf(html));
      }
    }));
});

test("the same sources give the same bytes, printed readers too, wherever and whenever", async () => {
  const build = async (env: Record<string, string>) =>
    withEdition("two-letters", async (folder) => {
      const { code, stderr } = await runScholium(["build"], { cwd: folder, env });
      expect(stderr).toMatch(/\nPrinting +1 reader, \d+ pages\n/);
      expect(code).toBe(0);
      const pdf = await readFile(path.join(folder, "_site", "readers", "both.pdf"), "latin1");
      expect(pdf).toMatch(/^%PDF-1\.\d/);
      const page = await readFile(path.join(folder, "_site", "readers", "both.html"), "utf8");
      expect(page).toContain('href="both.pdf"');
      return snapshot(path.join(folder, "_site"));
    });
  const here = await build({ TZ: "America/Havana", LANG: "en_US.UTF-8" });
  const there = await build({ TZ: "Asia/Vladivostok", LANG: "ru_RU.UTF-8" });
  expect(there).toEqual(here);
});

test("what a volume's reader cannot follow on paper is told with its number and address", async () =>
  withEdition("two-volumes", async (folder) => {
    const { code, stderr } = await runScholium(["build"], { cwd: folder });
    expect(stderr).toContain("0 errors, 0 warnings. Built ");
    expect(code).toBe(0);
    const printed = async (reader: string): Promise<string> => {
      const pdf = await readFile(path.join(folder, "_site", "readers", `${reader}.pdf`));
      const { pages } = await readPdf(pdf);
      const text = pages.map((page) => page.text).join(" ");
      return text.replaceAll(/\s+/g, " ").replaceAll(/ (?=[,.;)])/g, "");
    };
    const one = await printed("lamp");
    const outside = /vol\. II, Document 1, p\. (\d+)/.exec(one)?.[1] ?? "";
    expect(one).toContain("Outside This Reader");
    expect(one).toMatch(
      new RegExp(`Document II:1\\..*https://papers\\.example/fog/d1.* ${outside} `),
    );
    expect(one).toContain("vol. III, Document 4 (papers.example/bell/d4)");
    expect(one).toContain("The Keepers The First Winter Document I:1");
    expect(one).not.toContain("Minutes of the Harbor Board");
    const both = await printed("all");
    expect(both).toMatch(/vol\. II, Document 1, p\. \d+\./);
    expect(both).toMatch(/Doc\. II:1, original p\. 31, p\. \d+/);
    expect(both).toContain("Papers of the Harbor Board, Volume II: The Fog Signal Trials");
  }));

test("a volume without its sister leads to it on the web, on paper by its address", async () =>
  withEdition("two-volumes", async (folder) => {
    const documents = path.join(folder, "documents");
    for (const gone of ["volumes/fog.yaml", "texts/fog", "essays/fog", "people/fog.yaml"])
      await rm(path.join(documents, gone), { recursive: true });
    for (const gone of ["essays/introduction.md", "readers/all.md"])
      await rm(path.join(documents, gone));
    const { code, stderr } = await runScholium(["build"], { cwd: folder });
    expect(stderr).toContain("0 errors, 0 warnings. Built ");
    expect(code).toBe(0);
    const site = path.join(folder, "_site");
    const page = mainOf(await readFile(path.join(site, "documents", "lamp-d1.html"), "utf8"));
    expect(page).toContain('href="https://papers.example/fog/d1">vol. II, Document 1</a>');
    expect(page).toContain("Document 1 · letter");
    const { pages } = await readPdf(await readFile(path.join(site, "readers", "lamp.pdf")));
    const printed = pages.map(({ text }) => text).join(" ");
    expect(printed.replaceAll(/\s+/g, " ")).toContain(
      "vol. II, Document 1 (papers.example/fog/d1)",
    );
  }));

test("many forms are printed, and what is for instructors is theirs alone", async () =>
  withEdition("telegrams", async (folder) => {
    const { code, stderr } = await runScholium(["build"], { cwd: folder });
    expect(stderr).toContain("0 errors, 0 warnings. Built ");
    expect(code).toBe(0);
    expect(await readdir(folder)).toEqual(["_instructor", "_site", "documents"]);

    const site = path.join(folder, "_site");
    const { pages } = await readPdf(await readFile(path.join(site, "readers", "everything.pdf")));
    const printed = pages.map(({ text }) => text).join(" ");
    const names = (await readdir(site, { recursive: true })).filter((name) =>
      name.endsWith(".html"),
    );
    const shown = await Promise.all(
      names.map(async (name) => readFile(path.join(site, name), "utf8")),
    );
    for (const words of [printed, ...shown]) expect(words).not.toMatch(/secret/i);
    for (const words of [printed, shown.join(" ")]) {
      expect(words).toContain("Прибыл");
      expect(words).toMatch(/Written\s+over\s+an\s+erasure/);
    }

    const theirs = path.join(folder, "_instructor");
    const page = await readFile(path.join(theirs, "documents", "six-streams.html"), "utf8");
    expect(page).toMatch(/secret/i);
    expect(page).toContain("Instructor’s edition: not for students");
    const own = await readPdf(await readFile(path.join(theirs, "readers", "everything.pdf")));
    expect(own.pages.map(({ text }) => text).join(" ")).toMatch(/secret/i);
  }));

test("the same sources give the same bytes, whatever the output is called", async () =>
  withEdition("telegrams", async (folder) => {
    const build = async (output: string) => {
      const { code } = await runScholium(["build", "--no-pdf", "--output", output], {
        cwd: folder,
      });
      expect(code).toBe(0);
      return snapshot(path.join(folder, output));
    };
    const [once, again] = [await build("one"), await build("two")];
    expect(again).toEqual(once);
    expect(once.length).toBeGreaterThan(20);
  }));

/** The edition of two letters with its website, built once. */
let built = "";

beforeAll(async () => {
  built = await mkdtemp(path.join(tmpdir(), "scholium-test-"));
  await cp(path.join(fixtures, "two-letters", "documents"), path.join(built, "documents"), {
    recursive: true,
  });
  const { code, stderr } = await runScholium(["build", "--no-pdf"], { cwd: built });
  if (code !== 0) throw new Error(stderr);
});

afterAll(async () => {
  await rm(built, { recursive: true, force: true });
});

/** Lends a copy of that edition and its website. */
async function withBuilt(use: (folder: string) => Promise<void>): Promise<void> {
  await withFiles({}, async (folder) => {
    await cp(built, folder, { recursive: true });
    await use(folder);
  });
}

describe("the last good output", () => {
  test("is untouched, byte for byte, while the edition is broken", async () =>
    withBuilt(async (folder) => {
      const before = await snapshot(path.join(folder, "_site"));
      await writeFiles(folder, { "documents/texts/z.md": "---\nid: z\n---\n\nText.[^1]\n" });
      const { code, stdout, stderr } = await runHere(["build", "--no-pdf"], { cwd: folder });
      expect(code).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toContain("documents/texts/z.md:5:6 error note-undefined");
      expect(stderr).toContain("Nothing was built; the last build is untouched.\n");
      expect(stderr).not.toContain("    at ");
      expect(await snapshot(path.join(folder, "_site"))).toEqual(before);
      expect(await readdir(folder)).toEqual(["_site", "documents"]);
    }));

  test("is untouched when a template of the editor's own loses a paragraph", async () =>
    withBuilt(async (folder) => {
      const before = await snapshot(path.join(folder, "_site"));
      await writeFiles(folder, {
        "templates/pages/essay.njk": "<!doctype html><title>x</title><p>{{ view.title }}</p>",
      });
      const { code, stderr } = await runHere(["build", "--no-pdf"], { cwd: folder });
      expect(code).toBe(1);
      expect(stderr).toContain(
        'documents/essays/introduction.md:7:1 error output-text: essays/introduction.html lacks "Two letters are not much.',
      );
      expect(await snapshot(path.join(folder, "_site"))).toEqual(before);
    }));

  test("is untouched when a template of the editor's own does not work", async () =>
    withBuilt(async (folder) => {
      const before = await snapshot(path.join(folder, "_site"));
      await writeFiles(folder, { "templates/pages/essay.njk": "{% if %}" });
      const { code, stderr } = await runHere(["build", "--no-pdf"], { cwd: folder });
      expect(code).toBe(1);
      expect(stderr).toContain(
        "\ntemplates/pages/essay.njk:1:7 error template-broken: unexpected token: %}; correct the template",
      );
      expect(stderr).not.toContain("    at ");
      expect(await snapshot(path.join(folder, "_site"))).toEqual(before);
    }));

  test.each(["SIGINT", "SIGTERM"] as const)(
    "is untouched by %s, which leaves nothing",
    async (signal) =>
      withBuilt(async (folder) => {
        const before = await snapshot(path.join(folder, "_site"));
        const child = startScholium(["build", "--no-pdf"], { cwd: folder });
        // The staging folder is there as soon as the edition has been read.
        const end = ended(child);
        while (!(await readdir(folder)).some((one) => one.startsWith(".scholium-staging")))
          await new Promise((resolve) => setTimeout(resolve, 2));
        child.kill(signal);
        expect((await end).code).toBe(signal === "SIGINT" ? 130 : 143);
        expect(await readdir(folder)).toEqual(["_site", "documents"]);
        expect(await snapshot(path.join(folder, "_site"))).toEqual(before);
      }),
  );

  test("is untouched by Ctrl-C while readers are printed", async () =>
    withBuilt(async (folder) =>
      withFiles({}, async (temporary) => {
        const before = await snapshot(path.join(folder, "_site"));
        const child = startScholium(["build"], { cwd: folder, env: { TMPDIR: temporary } });
        const end = ended(child);
        await eventually(async () =>
          (await readdir(temporary)).find((name) => name.startsWith("scholium-browser")),
        );
        child.kill("SIGINT");
        expect((await end).code).toBe(130);
        expect(await readdir(folder)).toEqual(["_site", "documents"]);
        expect(await snapshot(path.join(folder, "_site"))).toEqual(before);
      }),
    ));

  test("gives way to a new one as a whole", async () =>
    withBuilt(async (folder) => {
      await writeFile(path.join(folder, "_site", "documents", "stale.html"), "");
      await runHere(["build", "--no-pdf"], { cwd: folder });
      expect(existsSync(path.join(folder, "_site", "documents", "stale.html"))).toBe(false);
    }));
});

describe("an output that would overwrite what is not an output", () => {
  test.each([
    ["documents", "the output would lie among the edition's sources in documents/"],
    [".", "the output would replace the edition's own folder"],
    ["mine", "mine holds files that Scholium has not made"],
  ])("--output %s: one line and exit 2", async (output, reason) =>
    withEdition("two-letters", async (folder) => {
      await writeFiles(folder, { "mine/thesis.md": "years of work" });
      const before = await snapshot(folder);
      const { code, stdout, stderr } = await runHere(["build", "--output", output], {
        cwd: folder,
      });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^scholium: [^\n]+\n$/);
      expect(stderr).toContain(reason);
      expect(await snapshot(folder)).toEqual(before);
    }),
  );
});

test("a build elsewhere, from elsewhere, quietly", async () =>
  withEdition("two-letters", async (folder) =>
    withFiles({}, async (elsewhere) => {
      const output = path.join(elsewhere, "deep", "site");
      const ran = await runScholium(["build", folder, "--no-pdf", "-q", "-o", output], {
        cwd: elsewhere,
      });
      expect(ran).toEqual({ code: 0, stdout: "", stderr: "" });
      expect(await readdir(folder)).toEqual(["documents"]);
      expect(await readdir(path.join(elsewhere, "deep"))).toEqual(["site"]);
      expect(existsSync(path.join(output, "index.html"))).toBe(true);
    }),
  ));

test("two builds at once both end well, and one whole output stays", async () =>
  withEdition("two-letters", async (folder) => {
    const once = async () => runScholium(["build", "--no-pdf"], { cwd: folder });
    const [first, second] = await Promise.all([once(), once()]);
    expect([first.code, second.code]).toEqual([0, 0]);
    const together = await snapshot(path.join(folder, "_site"));
    expect((await once()).code).toBe(0);
    expect(await snapshot(path.join(folder, "_site"))).toEqual(together);
    expect(await readdir(folder)).toEqual(["_site", "documents"]);
  }));

test("a browser that is not there is named, without a stack, and nothing is built", async () =>
  withEdition("two-letters", async (folder) => {
    const { code, stderr } = await runHere(["build", "--browser", "/no/such/browser"], {
      cwd: folder,
    });
    expect(code).not.toBe(0);
    expect(stderr).toContain("/no/such/browser");
    expect(stderr).not.toContain("    at ");
    expect(await readdir(folder)).toEqual(["documents"]);
  }));
