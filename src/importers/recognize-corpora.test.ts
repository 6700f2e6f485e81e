import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importers } from "./importers.ts";
import { inputOf } from "./input.ts";
import { recognize } from "./recognize.ts";

const SHARED = "../shared";
const absent = !existsSync(SHARED);
if (absent) console.warn(`${SHARED} is not here: no real files are recognized`);

/** Who reads a file. */
function readerOf(path: string): string {
  const file = join(SHARED, path);
  return recognize(inputOf(path, readFileSync(file)), importers)?.name ?? "nobody";
}

function filesIn(folder: string, ending: string): readonly string[] {
  if (absent) return [];
  return readdirSync(join(SHARED, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)
    .toSorted();
}

/** Every real file is read by the importer of its form, and by no other. */
describe.skipIf(absent)("who reads what", () => {
  it.each<readonly [folder: string, ending: string, reader: string, files: number]>([
    ["corpora/forms-v06/html", ".html", "web-page", 33],
    ["corpora/forms-v06/txt", ".txt", "plain-text", 33],
    ["corpora/forms-v06/docx", ".docx", "docx", 33],
    ["corpora/ed/_texts", ".md", "markdown", 4],
    ["corpora/frus", "-63v06.xml", "frus-tei", 2],
    ["corpora/federalist-se", ".xhtml", "xhtml", 0],
  ])("%s/*%s: %s", (folder, ending, reader, files) => {
    const found = filesIn(folder, ending).filter((file) => !file.includes("bibliography"));
    const others = found
      .map((file) => `${file} ${readerOf(file)}`)
      .filter((line) => !line.endsWith(` ${reader}`));
    expect(others).toEqual([]);
    expect(found.length).toBeGreaterThanOrEqual(Math.min(files, 1));
  });

  it("the archive's pages, copied as text", () => {
    expect(filesIn("seeds", ".txt").map(readerOf).toSorted()).toEqual([
      "archive-item",
      "archive-list",
    ]);
  });
});

/** Beginnings of files of forms that resemble each other. */
describe("who reads what, by its beginning", () => {
  it.each<readonly [name: string, content: string, reader: string]>([
    ["a.html", "<!doctype html><title>A</title><p>A</p>", "web-page"],
    ["-", "<html><body>A</body></html>", "web-page"],
    ["-", "<!-- saved from url=(0019)https://example.org/ -->\n<!DOCTYPE html><p>A", "web-page"],
    [
      "a.xhtml",
      '<?xml version="1.0"?><html xmlns:epub="http://www.idpf.org/2007/ops"><body epub:type="bodymatter"><p>A</p></body></html>',
      "xhtml",
    ],
    [
      "-",
      "May 24, 1962\n\nA title\n\nText.\n\nDocument Information\n\nRecord ID\n",
      "archive-item",
    ],
    ["a.html", "<!doctype html><h1>A</h1><p>B</p><h2>Document Information</h2>", "archive-item"],
    ["-", "1 - 2 of 2\n\nMay 24, 1962\n\nA title\n\nA summary.\n", "archive-list"],
    ["a.md", "# A\n\nB\n", "markdown"],
    ["-", "---\ntitle: A\n---\n\nB\n", "markdown"],
    ["a.txt", "A letter\n\nWords.\n", "plain-text"],
    ["-", "A letter\n\nWords.\n", "plain-text"],
    ["a.bin", "", "nobody"],
  ])("%s %j: %s", (name, content, reader) => {
    expect(recognize(inputOf(name, Buffer.from(content)), importers)?.name ?? "nobody").toBe(
      reader,
    );
  });
});
