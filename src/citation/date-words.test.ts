import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packagedLocale } from "../source/citation/packaged-styles.ts";
import { type CitationWords, citationWords, englishWords } from "./citation-words.ts";
import { dated, datesOfEachKind } from "./testing/any-cited-document.ts";

async function wordsOf(language: string, name: string): Promise<CitationWords> {
  const csl = await packagedLocale(name);
  if (!csl) throw new Error(`no locale ${name}`);
  return citationWords({ name, csl }, language);
}

describe("dates in the words of a language", async () => {
  const languages = {
    de: await wordsOf("de", "de-DE"),
    fr: await wordsOf("fr", "fr-FR"),
    ru: await wordsOf("ru", "ru-RU"),
    pt: await wordsOf("pt-BR", "pt-BR"),
    zh: await wordsOf("zh", "zh-CN"),
    th: await wordsOf("th", "th-TH"),
  };

  it.each(Object.entries(languages))("in %s", (_language, { dates }) => {
    const rows = datesOfEachKind
      .map(dated)
      .map((date) => [date.edtf, dates.whole(date), dates.day(date) ?? "–"].join(" | "));
    expect(rows.join("\n")).toMatchSnapshot();
  });

  it("are as the edition shows them in English, and where nobody knows the language's", async () => {
    const latin = await wordsOf("la", "la");
    const nobody = await wordsOf("tlh", "en-US");
    for (const date of datesOfEachKind.map(dated)) {
      expect(englishWords.dates.whole(date)).toBe(date.shown);
      expect(nobody.dates.whole(date)).toBe(date.shown);
      expect(latin.dates.whole(date)).toBe(date.shown);
    }
  });

  it("have the year that the edition has, in every language", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(languages)),
        fc.integer({ min: 1, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        ({ dates }, year, month, day) => {
          const digits = [year, month, day].map((part, at) => `${part}`.padStart(at ? 2 : 4, "0"));
          const words = dates.whole(dated(digits.join("-")));
          expect(words.match(/\d+/gu)?.map(Number)).toEqual(expect.arrayContaining([year, day]));
        },
      ),
    );
  });
});

it("names what else citations say as the collection does, and joins names by its word for “and”", async () => {
  const names = [{ literal: "Rot" }, { literal: "Grün" }, { literal: "Blau" }];
  const { document, note, page, version, translatedBy } = await wordsOf("de", "de-DE");
  expect([document, note, page, version]).toEqual(["doc.", "Anm.", "S.", "Version"]);
  expect(translatedBy(names)).toBe("übers. von Rot, Grün und Blau");
  expect((await wordsOf("nb", "nb-NO")).document).toBe("dok.");
  expect(englishWords.translatedBy(names)).toBe("trans. Rot, Grün, and Blau");
});
