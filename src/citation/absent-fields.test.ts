import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CslLocale, ownStyles } from "../edition/citation-styles.ts";
import { packagedLocale, packagedStyle } from "../source/citation/packaged-styles.ts";
import { citationWords, englishWords } from "./citation-words.ts";
import type { CitedDocument } from "./cited-document.ts";
import { makeStyle } from "./csl-style.ts";
import { projectDocument } from "./project-document.ts";
import { type StyleEngine, makeStyleEngine } from "./style-engine.ts";
import { anyCitedDocument, citedDocument } from "./testing/any-cited-document.ts";
import { straySigns } from "./testing/stray-signs.ts";

async function localeOf(name: string): Promise<CslLocale> {
  const csl = await packagedLocale(name);
  if (!csl) throw new Error(`no locale ${name}`);
  return { name, csl };
}

async function engineOf(id: string, locale = "en-US"): Promise<StyleEngine> {
  const csl = await packagedStyle(id);
  if (!csl) throw new Error(`no style ${id}`);
  return makeStyleEngine(makeStyle(id, id, csl, id), await localeOf(locale));
}

/** Every citation of a document in a style: as the original and in the edition, as a note and as an entry. */
function citationsOf(
  document: CitedDocument,
  engine: StyleEngine,
  words = englishWords,
): readonly string[] {
  return (["original", "edition"] as const).flatMap((as) => [
    engine.note(projectDocument(document, engine.style, { as, form: "note", words }), "text"),
    engine.entry(projectDocument(document, engine.style, { as, form: "entry", words }), "text"),
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

  const german = await localeOf("de-DE");
  const inGerman = await Promise.all(ownStyles.map(async ({ id }) => engineOf(id, german.name)));

  it.each(inGerman.map((engine) => [engine.style.name, engine] as const))(
    "in %s and in German too",
    (_name, engine) => {
      fc.assert(
        fc.property(anyCitedDocument, ({ edition, ...document }) => {
          const cited = { ...document, edition: { ...edition, language: "de" } };
          const citations = citationsOf(cited, engine, citationWords(german, "de"));
          for (const citation of citations) expect(citation).toMatch(/\p{L}/u);
          expect(citations.flatMap(straySigns)).toEqual([]);
        }),
        { numRuns: 40 },
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
