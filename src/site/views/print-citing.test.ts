import { describe, expect, it } from "vitest";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { readEdition } from "../../source/read-edition.ts";
import { readersToPrint } from "../print-source.ts";
import { filesOfReader } from "../printed-files.ts";

/** The specimen's reader as it goes to print, with some settings changed. */
async function printed(
  settings: Readonly<{ url?: string; citationStyle?: string }> = {},
): Promise<string> {
  const read = await readEdition(".");
  const edition = { ...read.edition, settings: { ...read.edition.settings, ...settings } };
  const { apparatus } = buildApparatus(edition);
  const { desk, source } = await readersToPrint(".", { edition, apparatus });
  const whole = desk.edition.readers.find(({ id }) => id === "whole");
  const [file] = whole ? filesOfReader(desk, whole) : [];
  const made = file && source(file);
  if (!made || "problem" in made) throw new Error(made?.problem.message);
  return made.html;
}

/** The paragraphs that say how to cite. */
function cited(html: string): readonly string[] {
  return [...html.matchAll(/<p class="[^"]*\bcited">(.*?)<\/p>/gsu)].map(([, words = ""]) => words);
}

describe("a printed reader", () => {
  it("says how to cite it, and a place in it by its document and paragraph", async () => {
    const html = await printed({ url: "https://edition.example/" });
    expect(html).toContain("such as Doc. 2 ¶1.");
    const [reader, note] = cited(html);
    expect(reader).toMatch(
      /^The Scholium editors, ed\. <i>Moscow, Havana, and the Missiles: .*https:\/\/edition\.example\/readers\/whole\.html\.$/u,
    );
    expect(note).toMatch(/^In a note: Semyon P\. Ivanov, .*2026, doc\. 2 ¶1, https:/u);
  });

  it("says of each document how to cite it, in the edition's own style", async () => {
    const chicago = cited(await printed()).slice(2);
    expect(chicago).toHaveLength(11);
    expect(chicago[1]).toMatch(/^Cite as: Ivanov, Semyon P\. Untitled Notes/u);
    const apa = cited(await printed({ citationStyle: "apa" })).slice(2);
    expect(apa[1]).toMatch(/^Cite as: Ivanov, S\. P\. \(1962, May 24\)\. \[Untitled Notes/u);
  });
});
