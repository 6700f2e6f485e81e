import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fixtures, snapshot, withEdition } from "./testing/editions.ts";
import { openGoldens } from "./testing/goldens.ts";
import { runHere } from "./testing/run-here.ts";
import { runScholium } from "./testing/run-scholium.ts";
import { type Files, withFiles, writeFiles } from "./testing/temporary-folder.ts";

describe("a sound edition", () => {
  test.each(["two-letters", "telegrams"])("%s has nothing to mend", async (name) =>
    withEdition(name, async (folder) => {
      const { code, stdout, stderr } = await runScholium(["check", folder]);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^(?:Reading  .*\n)+0 errors, 0 warnings\n$/);
      expect(code).toBe(0);
    }),
  );

  test("is found from its folder, by its folder, and by its documents folder", async () =>
    withEdition("two-letters", async (folder) => {
      const quiet = { code: 0, stdout: "", stderr: "" };
      expect(await runHere(["check", "--quiet"], { cwd: folder })).toEqual(quiet);
      expect(await runHere(["check", "-q", path.join(folder, "documents")])).toEqual(quiet);
      expect(await runHere(["check", "-q", "."], { cwd: path.join(folder, "documents") })).toEqual(
        quiet,
      );
    }));

  test("gives an empty list as JSON", async () =>
    withEdition("two-letters", async (folder) => {
      const { code, stdout, stderr } = await runScholium(["check", "--json", folder]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(JSON.parse(stdout)).toEqual({ diagnostics: [], errors: 0, warnings: 0 });
    }));

  test("may have warnings", async () =>
    withEdition("two-letters", async (folder) => {
      await writeFiles(folder, {
        "documents/texts/e.md":
          "---\nid: bracket\nnumber: 20\ntitle: A Bracket\n---\n\nWhose is [this]?\n",
      });
      const { code, stdout, stderr } = await runScholium(["check", folder]);
      expect(stdout).toMatch(
        /^documents\/texts\/e\.md:7:10 warning bracket-unclassified: [^\n]*\n$/,
      );
      expect(stderr).toContain("0 errors, 1 warning\n");
      expect(code).toBe(0);
    }));
});

test("the edition that the README begins with is sound", async () => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const section = readme.slice(readme.indexOf("## Write an edition"));
  const block = (language: string): string =>
    new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "ms").exec(section)?.[1] ?? "";
  const files = {
    "documents/edition.yaml": block("yaml"),
    "documents/texts/keeper-to-clerk.md": block("markdown"),
  };
  await withFiles(files, async (folder) => {
    const { code, stdout, stderr } = await runScholium(["check", folder]);
    expect(stdout).toBe("");
    expect(stderr).toContain("1 document, 0 essays");
    expect(code).toBe(0);
  });
});

describe("a broken edition", () => {
  const goldens = openGoldens(path.join(fixtures, "broken", "expected"));
  afterAll(goldens.expectAllUsed);

  test("has all its messages in one run, sorted, each with a place and a way to mend it", async () =>
    withEdition("broken", async (folder) => {
      const { code, stdout, stderr } = await runScholium(["check", folder]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/\n\d+ errors, \d+ warnings?\n$/);
      await goldens.expectGolden("messages.txt", stdout);
      for (const line of stdout.trimEnd().split("\n"))
        expect(line).toMatch(
          /^documents\/[^:]+:[1-9]\d*:[1-9]\d* (?:error|warning) [a-z-]+: [^;].*; \S/,
        );
    }));

  test("gives the same as JSON", async () =>
    withEdition("broken", async (folder) => {
      const plain = await runHere(["check", folder]);
      const { code, stdout } = await runHere(["check", "--json", folder]);
      expect(code).toBe(1);
      const { diagnostics, errors, warnings } = JSON.parse(stdout);
      const lines = diagnostics.map(
        (row: Record<string, string>) =>
          `${row["file"]}:${row["line"]}:${row["column"]} ${row["severity"]} ${row["rule"]}: ${row["message"]}; ${row["mend"]}\n`,
      );
      expect(lines.join("")).toBe(plain.stdout);
      expect(errors + warnings).toBe(diagnostics.length);
    }));
});

/** What an edition gets for one thing that is wrong with it: rule and place. */
const document = (lines: string, matter = ""): string =>
  `---\nid: added\nnumber: 90\ntitle: Added\n${matter}---\n\n${lines}\n`;
const added = "documents/texts/z-added.md";

const badInput: readonly [string, Files, string][] = [
  ["broken YAML", { [added]: "---\nid: [\n---\n\nText.\n" }, `${added}:2:6 error yaml-syntax`],
  [
    "broken YAML in the settings",
    { "documents/edition.yaml": "title: A\n  b: c\n" },
    "documents/edition.yaml:1:8 error yaml-syntax",
  ],
  [
    "broken YAML in a register",
    { "documents/people.yaml": "a: {\n" },
    "documents/people.yaml:2:1 error yaml-syntax",
  ],
  ["an unknown key", { [added]: document("Text.", "kynd: x\n") }, `${added}:5:1 error key-unknown`],
  [
    "a value of the wrong kind",
    { [added]: document("Text.", "title-supplied: perhaps\n") },
    `${added}:5:17 error value-type`,
  ],
  [
    "an id that is taken",
    { [added]: document("Text.").replace("id: added", "id: brandt") },
    `${added}:2:5 error id-duplicate`,
  ],
  [
    "a number that is taken",
    { [added]: document("Text.").replace("number: 90", "number: 1") },
    `${added}:3:9 error number-duplicate`,
  ],
  ["an undefined note", { [added]: document("Text.[^9]") }, `${added}:7:6 error note-undefined`],
  [
    "an undefined reference",
    { [added]: document("By [Brandt](#brand).") },
    `${added}:7:4 error reference-unknown`,
  ],
  [
    "an image outside the folder",
    { [added]: document("![x](../../secret.png)") },
    `${added}:7:6 error image-outside`,
  ],
  [
    "an image that is absent",
    { [added]: document("![x](images/absent.png)") },
    `${added}:7:6 error image-missing`,
  ],
  ["an empty file", { [added]: "" }, `${added}:1:1 error`],
  ["raw HTML", { [added]: document("<script>alert(1)</script>") }, `${added}:7:1 error trap-html`],
];

/** What an earlier build has made, which no bad input may touch. */
const lastGood = { "_site/.scholium-output": "", "_site/index.html": "the last good build" };

/** Checks a folder, and builds it: both must say the message and end with 1, and the last good build stay as it is. */
async function expectRefused(folder: string, message: string): Promise<void> {
  await writeFiles(folder, lastGood);
  const before = await snapshot(path.join(folder, "_site"));
  const checked = await runHere(["check", folder]);
  expect(checked.stdout).toContain(message);
  const built = await runHere(["build", "--quiet", folder]);
  expect(built).toEqual({ code: 1, stdout: "", stderr: checked.stdout });
  expect(checked.code).toBe(1);
  expect(checked.stdout + checked.stderr).not.toContain("    at ");
  expect(await snapshot(path.join(folder, "_site"))).toEqual(before);
}

describe("bad input gets its message with its place, exit 1, and leaves the last good build", () => {
  test.each(badInput)("%s", async (_what, files, message) =>
    withEdition("two-letters", async (folder) => {
      await writeFiles(folder, files);
      await expectRefused(folder, message);
    }),
  );

  test("a file that is not UTF-8", async () =>
    withEdition("two-letters", async (folder) => {
      await writeFile(path.join(folder, added), Buffer.from(document("Caf\u00E9."), "latin1"));
      await expectRefused(folder, `${added}:7:4 error file-encoding`);
    }));

  test("no settings", async () =>
    withEdition("two-letters", async (folder) => {
      await rm(path.join(folder, "documents/edition.yaml"));
      await expectRefused(folder, "documents/edition.yaml:1:1 error file-missing");
    }));

  test("no documents", async () =>
    withEdition("two-letters", async (folder) => {
      await rm(path.join(folder, "documents/texts"), { recursive: true });
      await expectRefused(folder, "documents/texts:1:1 error edition-empty");
    }));

  test("an empty folder", async () =>
    withFiles({}, async (folder) => {
      await expectRefused(folder, "documents:1:1 error file-missing");
    }));

  test("a folder where a file should be", async () =>
    withEdition("two-letters", async (folder) => {
      await rm(path.join(folder, "documents/people.yaml"));
      await mkdir(path.join(folder, "documents/people.yaml"));
      await expectRefused(folder, "documents/people.yaml:1:1 error file-unreadable");
    }));
});
