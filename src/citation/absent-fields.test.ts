import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownStyles } from "../edition/citation-styles.ts";
import { packagedLocale, packagedStyle } from "../source/citation/packaged-styles.ts";
import type { CitedDocument } from "./cited-document.ts";
import { makeStyle } from "./csl-style.ts";
import { projectDocument } from "./project-document.ts";
import { type StyleEngine, makeStyleEngine } from "./style-engine.ts";
import { anyCitedDocument } from "./testing/any-cited-document.ts";
import { straySigns } from "./testing/stray-signs.ts";

async function engineOf(id: string): Promise<StyleEngine> {
  const [csl, locale] = [await packagedStyle(id), await packagedLocale("en-US")];
  if (!csl || !locale) throw new Error(`no style ${id}`);
  return makeStyleEngine(makeStyle(id, id, csl, id), { name: "en-US", csl: locale });
}

/** Every citation of a document in a style: as the original and in the edition, as a note and as an entry. */
function citationsOf(document: CitedDocument, engine: StyleEngine): readonly string[] {
  return (["original", "edition"] as const).flatMap((as) => [
    engine.note(projectDocument(document, engine.style, { as, form: "note" }), "text"),
    engine.entry(projectDocument(document, engine.style, { as, form: "entry" }), "text"),
  ]);
}

describe("whatever is absent of a document, a citation of it", async () => {
  const engines = await Promise.all(ownStyles.map(async ({ id }) => engineOf(id)));

  it.each(engines.map((engine) => [engine.style.name, engine] as const))(
    "in %s says something, and has no sign to spare",
    (_name, engine) => {
      fc.assert(
        fc.property(anyCitedDocument, (document) => {
          const citations = citationsOf(document, engine);
          for (const citation of citations) expect(citation).toMatch(/\p{L}/u);
          expect(citations.flatMap(straySigns)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
