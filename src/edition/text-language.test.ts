import { expect, it } from "vitest";
import { documentMatterSchema } from "./document-matter.ts";
import { settingsSchema } from "./settings.ts";
import { textLanguage } from "./text-language.ts";

const settings = settingsSchema.parse({ title: "Letters", language: "en" });

it.each([
  ["a document that says nothing", {}, "en"],
  ["an original that was not translated", { languages: "ru" }, "ru"],
  ["a translation whose translator is named", { languages: "ru", translators: "Jane Doe" }, "en"],
  ["a translation by nobody knows whom", { languages: "ru", "text-language": "en" }, "en"],
  ["a translation into a third language", { languages: "ru", "text-language": "fr" }, "fr"],
  ["an original in two languages", { languages: ["ru", "zh"] }, "en"],
])("tells the language of %s", (_, fields, language) => {
  const matter = documentMatterSchema.parse({ id: "memo", number: 1, title: "Memo", ...fields });
  expect(textLanguage({ matter }, { settings })).toBe(language);
});
