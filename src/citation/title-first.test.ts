import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ownStyles } from "../edition/citation-styles.ts";
import type { CslNode } from "../edition/csl-node.ts";
import { packagedLocale, packagedStyle } from "../source/citation/packaged-styles.ts";
import { readStyle } from "../source/citation/read-style.ts";
import { makeStyle } from "./csl-style.ts";
import { projectDocument } from "./project-document.ts";
import { makeStyleEngine } from "./style-engine.ts";
import { documentKinds } from "./testing/document-kinds.ts";

const PRESENT = "../shared/csl";

/** A document without authors, cited as a piece of its edition, in a style. */
async function unsigned(id: string, csl: CslNode): Promise<readonly string[]> {
  const locale = await packagedLocale("en-US");
  const [first] = documentKinds;
  if (!locale || !first) throw new Error("no words");
  const engine = makeStyleEngine(makeStyle(id, id, csl, id), { name: "en-US", csl: locale });
  const { date: _date, url: _url, ...bare } = first;
  const document = { ...bare, authors: [], title: "A Protocol" };
  const item = projectDocument(document, engine.style, { as: "edition", form: "entry" });
  const suffix = [{ words: "doc. 1" }];
  return [engine.note(item, "text", suffix), engine.entry(item, "text")];
}

describe("a document without authors, as a piece of its edition", () => {
  it.each(ownStyles.map(({ name, id }) => [name, id] as const))(
    "begins in %s with its title; who edited the whole stands behind the whole",
    async (_name, id) => {
      const csl = await packagedStyle(id);
      expect(csl && (await unsigned(id, csl))).toMatchSnapshot();
    },
  );

  it.skipIf(!existsSync(PRESENT))(
    "begins so in the collection's present styles too, which name editors on conditions",
    async () => {
      const cited: Record<string, readonly string[]> = {};
      for (const file of readdirSync(PRESENT)
        .filter((name) => name.endsWith(".csl"))
        .sort()) {
        const read = readStyle(file, readFileSync(`${PRESENT}/${file}`, "utf8"));
        if ("csl" in read) cited[file] = await unsigned(file.replace(/\.csl$/u, ""), read.csl);
      }
      expect(Object.keys(cited).length).toBeGreaterThan(3);
      for (const words of Object.values(cited).flat()) expect(words).toMatch(/^\(?“?A Protocol/u);
      expect(cited["chicago-notes-bibliography.csl"]).toMatchInlineSnapshot(`
        [
          "“A Protocol,” in Lamps and Straits: A Reader, version 1.0, ed. Ida Hart and The Harbor Seminar, trans. Ruth A. Bell (Harbor Press, 2026), doc. 1.",
          "“A Protocol.” In Lamps and Straits: A Reader, version 1.0, edited by Ida Hart and The Harbor Seminar, translated by Ruth A. Bell. Harbor Press, 2026.",
        ]
      `);
    },
  );
});
