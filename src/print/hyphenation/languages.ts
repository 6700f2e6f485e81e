import createHyphenator, { type PatternsDefinition } from "hyphen";

/** How the words of a language are divided. */
interface Language {
  /** Its patterns, which are loaded where a text is in it. */
  readonly patterns: () => Promise<{ readonly default: PatternsDefinition }>;
  /** Its common nouns begin with a capital: there a capital does not make a name. */
  readonly nounsWithCapital?: boolean;
}

/**
 * Languages of which words are divided, by their tags: a language, or one with a region or a script. Those that
 * are divided without a hyphen, or hardly ever in print, are left out on purpose.
 */
const languages: Readonly<Record<string, Language>> = {
  af: { patterns: () => import("hyphen/patterns/af.js") },
  be: { patterns: () => import("hyphen/patterns/be.js") },
  bg: { patterns: () => import("hyphen/patterns/bg.js") },
  ca: { patterns: () => import("hyphen/patterns/ca.js") },
  cs: { patterns: () => import("hyphen/patterns/cs.js") },
  cy: { patterns: () => import("hyphen/patterns/cy.js") },
  da: { patterns: () => import("hyphen/patterns/da.js") },
  de: { patterns: () => import("hyphen/patterns/de-1996.js"), nounsWithCapital: true },
  el: { patterns: () => import("hyphen/patterns/el-monoton.js") },
  "el-polyton": { patterns: () => import("hyphen/patterns/el-polyton.js") },
  en: { patterns: () => import("hyphen/patterns/en-us.js") },
  "en-au": { patterns: () => import("hyphen/patterns/en-gb.js") },
  "en-gb": { patterns: () => import("hyphen/patterns/en-gb.js") },
  "en-ie": { patterns: () => import("hyphen/patterns/en-gb.js") },
  "en-nz": { patterns: () => import("hyphen/patterns/en-gb.js") },
  es: { patterns: () => import("hyphen/patterns/es.js") },
  et: { patterns: () => import("hyphen/patterns/et.js") },
  eu: { patterns: () => import("hyphen/patterns/eu.js") },
  fi: { patterns: () => import("hyphen/patterns/fi.js") },
  fr: { patterns: () => import("hyphen/patterns/fr.js") },
  ga: { patterns: () => import("hyphen/patterns/ga.js") },
  gl: { patterns: () => import("hyphen/patterns/gl.js") },
  grc: { patterns: () => import("hyphen/patterns/grc.js") },
  hr: { patterns: () => import("hyphen/patterns/hr.js") },
  hu: { patterns: () => import("hyphen/patterns/hu.js") },
  hy: { patterns: () => import("hyphen/patterns/hy.js") },
  id: { patterns: () => import("hyphen/patterns/id.js") },
  is: { patterns: () => import("hyphen/patterns/is.js") },
  it: { patterns: () => import("hyphen/patterns/it.js") },
  ka: { patterns: () => import("hyphen/patterns/ka.js") },
  la: { patterns: () => import("hyphen/patterns/la.js") },
  lt: { patterns: () => import("hyphen/patterns/lt.js") },
  lv: { patterns: () => import("hyphen/patterns/lv.js") },
  nb: { patterns: () => import("hyphen/patterns/nb.js") },
  nl: { patterns: () => import("hyphen/patterns/nl.js") },
  nn: { patterns: () => import("hyphen/patterns/nn.js") },
  no: { patterns: () => import("hyphen/patterns/nb.js") },
  oc: { patterns: () => import("hyphen/patterns/oc.js") },
  pl: { patterns: () => import("hyphen/patterns/pl.js") },
  pt: { patterns: () => import("hyphen/patterns/pt.js") },
  rm: { patterns: () => import("hyphen/patterns/rm.js") },
  ro: { patterns: () => import("hyphen/patterns/ro.js") },
  ru: { patterns: () => import("hyphen/patterns/ru.js") },
  sk: { patterns: () => import("hyphen/patterns/sk.js") },
  sl: { patterns: () => import("hyphen/patterns/sl.js") },
  sr: { patterns: () => import("hyphen/patterns/sr-cyrl.js") },
  "sr-latn": { patterns: () => import("hyphen/patterns/sh-latn.js") },
  sv: { patterns: () => import("hyphen/patterns/sv.js") },
  tr: { patterns: () => import("hyphen/patterns/tr.js") },
  uk: { patterns: () => import("hyphen/patterns/uk.js") },
};

/** Divides one word by soft hyphens. */
export type DivideWord = (word: string) => string;

export const SOFT_HYPHEN = "\u00AD";

/**
 * Words of fewer letters stay whole, and at least so many letters stand before and behind a hyphen: with one less
 * of each, one line in six ended with a hyphen, and often three in a row.
 */
const FEWEST_LETTERS = 8;
const FEWEST_BEFORE = 3;
const FEWEST_BEHIND = 4;

const loaded = new Map<string, Promise<DivideWord>>();

/** How words are divided in the language of a tag (`en`, `en-GB`, `de-CH`); nothing where that is not known. */
export async function dividerFor(tag: string): Promise<DivideWord | undefined> {
  const key = languageOf(tag);
  const language = key === undefined ? undefined : languages[key];
  if (key === undefined || !language) return undefined;
  const divider = loaded.get(key) ?? load(language);
  loaded.set(key, divider);
  return divider;
}

/** The row of the table for a tag. A text in letters that are not its language's own has none. */
function languageOf(tag: string): string | undefined {
  const [primary = "", ...further] = tag.toLowerCase().split(/[-_]/);
  const exact = further
    .map((subtag) => `${primary}-${subtag}`)
    .find((key) => Object.hasOwn(languages, key));
  if (exact !== undefined) return exact;
  if (further.some((subtag) => /^[a-z]{4}$/.test(subtag))) return undefined;
  return Object.hasOwn(languages, primary) ? primary : undefined;
}

async function load({ patterns, nounsWithCapital = false }: Language): Promise<DivideWord> {
  const hyphenate = createHyphenator((await patterns()).default, {
    html: false,
    hyphenChar: SOFT_HYPHEN,
  });
  // No name is divided, and nothing in capitals or with capitals in it.
  const divisible = nounsWithCapital
    ? /^[\p{L}\p{M}][\p{Ll}\p{Lo}\p{M}]+$/u
    : /^[\p{Ll}\p{Lo}\p{M}]+$/u;
  const divided = new Map<string, string>();
  return (word) => {
    if (word.length < FEWEST_LETTERS) return word;
    const before = divided.get(word);
    if (before !== undefined) return before;
    const hyphenated = divisible.test(word) ? hyphenate(word) : word;
    // Its types know one function for now and for later.
    const now = typeof hyphenated === "string" ? withinLimits(hyphenated) : word;
    divided.set(word, now);
    return now;
  };
}

/** Without the soft hyphens that stand too near to an end of their word. */
function withinLimits(divided: string): string {
  const parts = divided.split(SOFT_HYPHEN);
  const length = divided.length - parts.length + 1;
  let before = 0;
  let word = "";
  for (const part of parts) {
    if (before >= FEWEST_BEFORE && length - before >= FEWEST_BEHIND) word += SOFT_HYPHEN;
    word += part;
    before += part.length;
  }
  return word;
}
