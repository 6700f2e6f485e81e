import {
  type ChosenStyle,
  type CslLocale,
  type NamedCsl,
  type StylesAndWords,
  ownStyles,
} from "../../edition/citation-styles.ts";
import { packagedLocale, packagedLocales, packagedStyle } from "./packaged-styles.ts";

/**
 * Loads the styles that every edition offers and the words of a language, BCP 47, for citations; those of American
 * English where there are none. An edition's own style of the same name stands in the place of one of these.
 */
export async function loadStyles(
  language: string,
  editors: readonly NamedCsl[] = [],
): Promise<StylesAndWords> {
  const [locale, ...styles] = await Promise.all([loadLocale(language), ...ownStyles.map(loadOwn)]);
  const named = new Map([...styles, ...editors].map((style) => [style.name, style]));
  return { styles: [...named.values()], locale };
}

/** Loads the style that an edition chooses, and the words of its language: what works are cited by. */
export async function loadChosenStyle(
  chosen: string,
  language: string,
  editors: readonly NamedCsl[] = [],
): Promise<ChosenStyle> {
  const theirs = editors.find(({ name }) => name === chosen);
  if (theirs) return { style: theirs, locale: await loadLocale(language) };
  const own = ownStyles.find(({ name }) => name === chosen) ?? ownStyles[0];
  if (!own) throw new Error("no style comes with the package");
  const [style, locale] = await Promise.all([loadOwn(own), loadLocale(language)]);
  return { style, locale };
}

async function loadOwn({ name, title, id }: (typeof ownStyles)[number]): Promise<NamedCsl> {
  const csl = await packagedStyle(id);
  if (!csl) throw new Error(`the package of styles has no ${id}`);
  return { name, title, id, csl };
}

const FALLBACK = "en-US";

async function loadLocale(language: string): Promise<CslLocale> {
  const name = closest(language, await packagedLocales()) ?? FALLBACK;
  const csl = await packagedLocale(name);
  if (!csl) throw new Error(`the package of styles has no words for ${name}`);
  return { name, csl };
}

/** `de` is de-DE, `en` en-US; of a country without words of its own those of its language. */
function closest(language: string, known: readonly string[]): string | undefined {
  if (known.includes(language)) return language;
  const [tongue = ""] = language.toLowerCase().split("-");
  const likely = new Intl.Locale(tongue === "" ? FALLBACK : tongue).maximize();
  const own = `${tongue}-${likely.region ?? ""}`;
  return known.includes(own) ? own : known.find((name) => name.startsWith(`${tongue}-`));
}
