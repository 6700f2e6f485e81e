import { execFileSync, spawn } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { packed } from "../importers/zip/testing/packed.ts";
import { command, ended, runScholium } from "./testing/run-scholium.ts";
import { withFiles } from "./testing/temporary-folder.ts";

const tei = (declared: string, words: string): string =>
  `<?xml version="1.0"?><!DOCTYPE TEI [${declared}]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><p>${words}</p></div></body></text></TEI>`;

const laughs = Array.from(
  { length: 10 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join("");

const nested = (name: string): string => `<${name}>`.repeat(100_000);

/** Eight megabytes of zeros: far more than their packed bytes may become. */
const ZEROS = "\0".repeat(8 * 1024 * 1024);

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>';

/** A packed file of which every occurrence of a name is changed. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");
}

type Trap = readonly [what: string, name: string, content: () => Promise<string | Uint8Array>];

const traps: readonly Trap[] = [
  ["an entity bomb", "a.xml", async () => tei(`<!ENTITY e0 "ha">${laughs}`, "&e10;")],
  [
    "an external entity",
    "a.xml",
    async () => tei('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
  ],
  [
    "a bomb as a Word document",
    "a.docx",
    async () => packed({ "[Content_Types].xml": "<Types/>", "word/document.xml": ZEROS }),
  ],
  [
    "a bomb as a book",
    "a.epub",
    async () => packed({ "META-INF/container.xml": container, "a.opf": ZEROS }),
  ],
  [
    "a book whose names lead out of it",
    "a.epub",
    async () =>
      renamed(
        await packed({ "META-INF/container.xml": container, "xx/xx/etc/x": "words" }),
        "xx/xx/etc/x",
        "../../etc/x",
      ),
  ],
  ["a line of 50 MB", "a.txt", async () => "word ".repeat(10 * 1024 * 1024)],
  ["50 MB of brackets", "a.md", async () => "[".repeat(50 * 1024 * 1024)],
  ["a paragraph too long for any library", "a.txt", async () => "[".repeat(7_900_000)],
  ["a deep page", "a.html", async () => `<html><body>${nested("div")}`],
  [
    "deep TEI",
    "a.xml",
    async () => `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${nested("div")}`,
  ],
  ["bytes that are no text", "a.txt", async () => Buffer.from([80, 0, 7, 200, 255, 0, 1])],
  ["UTF-16 that does not say so", "a.txt", async () => Buffer.from("Dear sir,\n", "utf16le")],
  [
    "letters of an encoding that is not named",
    "a.html",
    async () => Buffer.from("<html><body><p>\u00CF\u00E8\u00F1\u00FC\u00EC\u00EE</p>", "latin1"),
  ],
];

describe("an import of what is no document", () => {
  test.each(traps)("refuses %s in a line, and makes nothing", async (_, name, content) =>
    withFiles({}, async (cwd) => {
      await writeFile(path.join(cwd, name), await content());
      const { code, stdout, stderr } = await runScholium(["import", name, "-q"], { cwd });
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      expect(stdout).toMatch(/^ {2}error: \S.*; \S.*$/m);
      expect(stdout).not.toMatch(/\n\s+at |fault|passwd:|root:/);
      expect(await readdir(cwd)).toEqual([name]);
    }),
  );

  test("reads an encoding that is named", async () => {
    const page =
      '<html><head><meta charset="windows-1251"></head><body><h1>\u00CC\u00E8\u00F0</h1>';
    await withFiles({}, async (cwd) => {
      const bytes = Buffer.from(`${page}<p>\u00CC\u00E8\u00F0`, "latin1");
      await writeFile(path.join(cwd, "a.html"), bytes);
      const { code } = await runScholium(["import", "a.html", "-q"], { cwd });
      expect(code).toBe(0);
      expect(await readdir(path.join(cwd, "documents/texts"))).toEqual(["mir.md"]);
    });
  });

  test("says that an empty folder holds nothing", async () =>
    withFiles({}, async (cwd) => {
      await mkdir(path.join(cwd, "empty"));
      const { code, stderr } = await runScholium(["import", "empty"], { cwd });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: "scholium: there is no file in empty\n",
      });
    }));

  test("says that nothing came on standard input", async () =>
    withFiles({}, async (cwd) => {
      const child = spawn(process.execPath, [command, "import", "-", "-q"], {
        cwd,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const { code, stdout } = await ended(child);
      expect({ code, stdout }).toEqual({
        code: 1,
        stdout: "-\n  error: it is empty; see whether it is the right file\n",
      });
    }));

  test.skipIf(process.platform === "win32")("does not wait for a pipe", async () =>
    withFiles({}, async (cwd) => {
      execFileSync("mkfifo", [path.join(cwd, "pipe")]);
      const { code, stderr } = await runScholium(["import", "pipe"], { cwd });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr:
          "scholium: pipe is a pipe; give what comes out of it to standard input: scholium import - < pipe\n",
      });
    }),
  );
});
