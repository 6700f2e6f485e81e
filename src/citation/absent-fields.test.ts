import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownStyles } from "../edition/citation-styles.ts";
import { packagedLocale, packagedStyle } from "../source/citation/packaged-styles.ts";
import type { CitedDocument } from "./cited-document.ts";
import { makeStyle } from "./csl-style.ts";
import { projectDocument } from "./project-document.ts";
import { type StyleEngine, makeStyleEngine } from "./style-engine.ts";
import { anyCitedDocument, citedDocument } from "./testing/any-cited-document.ts";
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

  const sign = fc.constantFrom(
    ...Array.from("<>&\"'{}\\$%#_~^@;=|`–“”"),
    "Записка",
    "電報",
    "מברק",
    "برقية",
    "</i>",
    "<script>",
    "&amp;",
    "n",
  );
  const title = fc
    .array(sign, { minLength: 1, maxLength: 8 })
    .map((signs) => `T ${signs.join(" ")} t`);

  it.each(engines.map((engine) => [engine.style.name, engine] as const))(
    "in %s has its title's words, whatever they are, and they are no HTML",
    (_name, engine) => {
      fc.assert(
        fc.property(citedDocument(title), (document) => {
          const item = projectDocument(document, engine.style, { as: "edition", form: "entry" });
          const bare = (words: string): string => words.replaceAll(/[\s"'‘’“”«».,]/gu, "");
          expect(bare(engine.entry(item, "text"))).toContain(bare(document.title));
          const html = engine.entry(item, "html");
          expect(html.replaceAll(/<\/?(?:i|b|em|span)(?: style="[^"<>]*")?>/gu, "")).not.toMatch(
            /[<>]/u,
          );
          expect(html).not.toMatch(/&(?!#\d+;|\w+;)/u);
        }),
        { numRuns: 60 },
      );
    },
  );
});
