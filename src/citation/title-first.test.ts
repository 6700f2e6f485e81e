import { describe, expect, it } from "vitest";
import { ownStyles } from "../edition/citation-styles.ts";
import { packagedLocale, packagedStyle } from "../source/citation/packaged-styles.ts";
import { makeStyle } from "./csl-style.ts";
import { projectDocument } from "./project-document.ts";
import { makeStyleEngine } from "./style-engine.ts";
import { documentKinds } from "./testing/document-kinds.ts";

/** A document without authors, cited as a piece of its edition, in a style. */
async function unsigned(id: string): Promise<readonly string[]> {
  const [csl, locale] = [await packagedStyle(id), await packagedLocale("en-US")];
  const [first] = documentKinds;
  if (!csl || !locale || !first) throw new Error(`no style ${id}`);
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
      expect(await unsigned(id)).toMatchSnapshot();
    },
  );
});
