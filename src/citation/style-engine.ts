import { type CiteprocCite, type CiteprocEngine, plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { CslNode } from "../edition/csl-node.ts";
import type { CslItem } from "../edition/csl-item.ts";
import type { CslLocale } from "../edition/citation-styles.ts";
import type { CitationStyle } from "./csl-style.ts";
import { hasStopsInQuotes } from "./citation-words.ts";
import { withTitleFirst } from "./title-first.ts";

/** The forms in which a citation can be had. */
export type CitationForm = "text" | "html";

/** Where in a document: what a style calls a paragraph, a note or a page, or words that follow the citation in whatever style. */
export type Pinpoint =
  | { readonly label: "paragraph" | "note" | "page"; readonly locator: string }
  | { readonly words: string };

/** Writes citations of single items in one style and language. */
export interface StyleEngine {
  readonly style: CitationStyle;
  /** A note, or what stands in the text: `(Ivanov 1962, para. 12)`. */
  readonly note: (item: CslItem, form: CitationForm, pinpoints?: readonly Pinpoint[]) => string;
  /** A bibliography's entry; nothing where the style has none. */
  readonly entry: (item: CslItem, form: CitationForm) => string;
}

const engines = new WeakMap<CslNode, WeakMap<CslNode, StyleEngine>>();

/** The engine of a style and a language: made once, since that takes long, and since citation-js never lets go of one. */
export function makeStyleEngine(style: CitationStyle, locale: CslLocale): StyleEngine {
  const inStyle = engines.get(style.csl) ?? new WeakMap<CslNode, StyleEngine>();
  engines.set(style.csl, inStyle);
  const engine = inStyle.get(locale.csl) ?? newEngine(style, locale);
  inStyle.set(locale.csl, engine);
  return engine;
}

function newEngine(style: CitationStyle, locale: CslLocale): StyleEngine {
  const csl = plugins.config.get("@csl");
  const commasInQuotes = hasStopsInQuotes(locale.csl);
  // A style may be another under the same name in an edition that is edited.
  const name = `${style.name} ${(made += 1)}`;
  // citeproc writes into what it is given.
  csl.templates.add(name, structuredClone(withTitleFirst(style.csl)));
  // Those that citation-js brings for some languages are older.
  csl.locales.add(locale.name, structuredClone(locale.csl));
  // What an engine has read of an item serves all that is written of it.
  const ready = new Map<CitationForm, { readonly item: string; readonly engine: CiteprocEngine }>();
  const engineFor = (item: CslItem, form: CitationForm): CiteprocEngine => {
    const read = JSON.stringify(item);
    const before = ready.get(form);
    if (before?.item === read) return before.engine;
    const engine = csl.engine([item], name, locale.name, form);
    engine.updateItems([item.id]);
    ready.set(form, { item: read, engine });
    return engine;
  };
  return {
    style,
    note(item, form, pinpoints = []) {
      const cite = citeOf(item.id, pinpoints.map(style.family === "mla" ? asInMla : asItIs));
      const written = engineFor(item, form).makeCitationCluster([cite]).trim();
      const words = commasInQuotes ? withCommaInQuotes(written, cite) : written;
      // What citeproc says where a style has nothing to print.
      return /NO_PRINTED_FORM|CSL STYLE ERROR/u.test(words) ? "" : words;
    },
    entry(item, form) {
      if (!style.hasEntries) return "";
      const made = engineFor(item, form).makeBibliography();
      return made === false ? "" : withoutBox(made[1].join("")).trim();
    },
  };
}

let made = 0;

/** “A Letter,” doc. 2: citeproc leaves what follows a citation where it is. */
function withCommaInQuotes(words: string, { suffix = "" }: CiteprocCite): string {
  if (!suffix.startsWith(", ")) return words;
  return words.replaceAll(`”${suffix}`, `,”${suffix.slice(1)}`);
}

function asItIs(pinpoint: Pinpoint): Pinpoint {
  return pinpoint;
}

/** "par. 12", "pars. 3–5", "n. 2", for which earlier revisions of MLA's style have words without a space (MLA Handbook, 9th edition, 6.16–20). */
function asInMla(pinpoint: Pinpoint): Pinpoint {
  if (!("label" in pinpoint) || pinpoint.label === "page") return pinpoint;
  const several = /\d\s*[,–&-]\s*\d/u.test(pinpoint.locator);
  const sign = pinpoint.label === "note" ? "n." : several ? "pars." : "par.";
  return { words: `${sign} ${pinpoint.locator}` };
}

function citeOf(id: string, pinpoints: readonly Pinpoint[]): CiteprocCite {
  const known = pinpoints.find((pinpoint) => "label" in pinpoint);
  const words = pinpoints.flatMap((pinpoint) =>
    "words" in pinpoint ? [`, ${pinpoint.words}`] : [],
  );
  return {
    id,
    ...(known ? { label: known.label, locator: known.locator } : {}),
    ...(words.length > 0 ? { suffix: words.join("") } : {}),
  };
}

/** An entry's words without the box that citeproc puts around them. */
function withoutBox(entry: string): string {
  return entry.replace(/^\s*<div class="csl-entry">([\s\S]*)<\/div>\s*$/u, "$1");
}
