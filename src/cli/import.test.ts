import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readEdition } from "../source/read-edition.ts";
import { snapshot } from "./testing/editions.ts";
import { command, ended, runScholium, startScholium } from "./testing/run-scholium.ts";
import { type Files, readFiles, withFiles } from "./testing/temporary-folder.ts";

/** A text that an instructor may have pasted. */
const LETTER =
  "A Letter to the Editor\n\nDear sir,\n\nThe first paragraph.\n\nThe second paragraph.\n";

/** The same command with something on its standard input. */
async function runWith(input: string, words: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [command, ...words], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const end = ended(child);
  child.stdin.end(input);
  return end;
}

describe("scholium import", () => {
  test("makes an edition that checks and builds", async () =>
    withFiles({ "letter.txt": LETTER }, async (cwd) => {
      const imported = await runScholium(["import", "letter.txt", "--to", "edition"], { cwd });
      expect(imported.code).toBe(0);
      expect(imported.stdout).toContain("letter.txt: ");
      const checked = await runScholium(["check", "edition"], { cwd });
      expect(checked.stdout).not.toContain(" error ");
      expect(checked.code).toBe(0);
      const built = await runScholium(["build", "--no-pdf", "edition"], { cwd });
      expect(built.stderr).toContain("Built ");
    }));

  test("reads standard input", async () =>
    withFiles({}, async (cwd) => {
      const { code, stdout } = await runWith(LETTER, ["import", "-", "--form", "plain-text"], cwd);
      expect({ code, first: stdout.split("\n")[0] }).toEqual({
        code: 0,
        first: expect.stringMatching(/^-: .*\(plain-text\)$/),
      });
      const { edition } = await readEdition(cwd);
      expect(edition.documents).toHaveLength(1);
    }));

  test("gives its report as JSON, and writes nothing on a trial", async () =>
    withFiles({ "letter.txt": LETTER }, async (cwd) => {
      const before = await snapshot(cwd);
      const { code, stdout, stderr } = await runScholium(
        ["import", "letter.txt", "--dry-run", "--json"],
        { cwd },
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(JSON.parse(stdout)).toMatchObject({
        dryRun: true,
        inputs: [{ input: "letter.txt", files: [{ outcome: "written" }], errors: [] }],
      });
      expect(await snapshot(cwd)).toEqual(before);
    }));

  test("gives the same bytes from the same input", async () =>
    withFiles({ "letter.txt": LETTER }, async (cwd) => {
      for (const to of ["a/same", "b/same"])
        await runScholium(["import", "letter.txt", "--to", to], { cwd });
      expect(await snapshot(path.join(cwd, "a"))).toEqual(await snapshot(path.join(cwd, "b")));
    }));

  test.each<readonly [what: string, files: Files, words: readonly string[], message: string]>([
    [
      "an empty file",
      { "a.txt": "" },
      ["a.txt"],
      "a.txt\n  error: it is empty; see whether it is the right file\n",
    ],
    [
      "a file that is no text",
      { "a.dat": "\0\u0001\u0002" },
      ["a.dat"],
      "a.dat\n  error: it is not of a form that is known; name its form: --form NAME\n",
    ],
    [
      "such a file as text",
      { "a.dat": "\0\u0001\u0002" },
      ["a.dat", "--form", "plain-text"],
      "  error: it is not text: it has bytes of zero; if it is text in UTF-16, save it as UTF-8; --form names the form of files that are not text\n",
    ],
  ])("refuses %s in a line, and makes nothing", async (_, files, words, message) =>
    withFiles(files, async (cwd) => {
      const { code, stdout, stderr } = await runScholium(["import", ...words, "-q"], { cwd });
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      expect(stdout).toContain(message);
      expect(await readdir(cwd)).toEqual(Object.keys(files));
    }),
  );

  test.skipIf(process.platform === "win32")(
    "takes endless input for too large, and not for more than it may hold",
    async () =>
      withFiles({}, async (cwd) => {
        const { code, stdout } = await runScholium(["import", "/dev/zero", "-q"], { cwd });
        expect({ code, stdout }).toEqual({
          code: 1,
          stdout: "/dev/zero\n  error: it is larger than 200 MB, the most that is read; split it\n",
        });
      }),
  );

  test.skipIf(process.platform === "win32")(
    "says what it could not write, and leaves nothing of it",
    async () => {
      const long = `A Long Letter\n\n${"Many words. ".repeat(2000)}\n`;
      await withFiles({ "in/long.txt": long, "in/short.txt": LETTER }, async (cwd) => {
        // No file may be larger than a few blocks, as on a disk that is full.
        const limited = spawn(
          "sh",
          [
            "-c",
            'trap "" XFSZ; ulimit -f 8; exec "$0" "$@"',
            process.execPath,
            command,
            "import",
            "in",
            "-q",
          ],
          { cwd, env: { ...process.env, NO_COLOR: "1" }, stdio: ["ignore", "pipe", "pipe"] },
        );
        const { code, stdout, stderr } = await ended(limited);
        expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
        expect(stdout).toContain(
          "error: documents/texts/long-letter.md was not written: it would be larger than this disk or your rights allow",
        );
        expect(Object.keys(await readFiles(path.join(cwd, "documents/texts")))).toEqual([
          "letter-editor.md",
        ]);
      });
    },
  );

  test("leaves whole files only where it is interrupted", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [
        `in/letter-${String(index).padStart(3, "0")}.txt`,
        LETTER.replace("A Letter", `Letter ${index}`),
      ]),
    );
    await withFiles(many, async (cwd) => {
      const child = startScholium(["import", "in", "--to", "edition"], { cwd });
      const end = ended(child);
      const texts = path.join(cwd, "edition/documents/texts");
      // Interrupted once some are written.
      while (child.exitCode === null && (await readdir(texts).catch(() => [])).length < 20)
        await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill("SIGINT");
      expect((await end).code).toBe(130);
      const files = await readFiles(path.join(cwd, "edition"));
      const names = Object.keys(files);
      expect(names.length).toBeGreaterThanOrEqual(20);
      expect(names.length).toBeLessThan(400);
      expect(names.filter((name) => !/^documents\/texts\/[a-z0-9-]+\.md$/.test(name))).toEqual([]);
      for (const name of names) expect(files[name]).toContain("The second paragraph.\n");

      // A second run writes what is missing.
      const again = await runScholium(["import", "in", "--to", "edition"], { cwd });
      expect(again.code).toBe(0);
      expect(Object.keys(await readFiles(texts))).toHaveLength(400);
    });
  });
});
