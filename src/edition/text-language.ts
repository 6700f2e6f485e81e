import type { Document, Edition } from "./edition.ts";

/**
 * The language in which a document's text stands in the edition, BCP 47, so that it is read aloud, cut
 * and set as such: what its front matter says; of a text with a translator the edition's own; else the
 * original's, if that has one alone.
 */
export function textLanguage(
  { matter }: Pick<Document, "matter">,
  { settings }: Pick<Edition, "settings">,
): string {
  if (matter.textLanguage !== undefined) return matter.textLanguage;
  const [only, second] = matter.languages;
  const translated = matter.translators.length > 0;
  return translated || only === undefined || second !== undefined ? settings.language : only;
}
