import { type CiteprocCite, type CiteprocEngine, plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { CslItem } from "../edition/csl-item.ts";
import type { CslLocale } from "../edition/citation-styles.ts";
import type { CitationStyle } from "./csl-style.ts";

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

/** Makes an engine. Made once for a style and a language, since that takes long. */
export function makeStyleEngine(style: CitationStyle, locale: CslLocale): StyleEngine {
  const csl = plugins.config.get("@csl");
  // A style may be another under the same name in an edition that is edited.
  const name = `${style.name} ${(made += 1)}`;
  csl.templates.add(name, style.csl);
  if (!csl.locales.has(locale.name)) csl.locales.add(locale.name, locale.csl);
  const engineFor = (item: CslItem, form: CitationForm): CiteprocEngine => {
    const engine = csl.engine([item], name, locale.name, form);
    engine.updateItems([item.id]);
    return engine;
  };
  return {
    style,
    note(item, form, pinpoints = []) {
      const cite = citeOf(item.id, pinpoints.map(style.family === "mla" ? asInMla : asItIs));
      return engineFor(item, form).makeCitationCluster([cite]).trim();
    },
    entry(item, form) {
      if (!style.hasEntries) return "";
      const made = engineFor(item, form).makeBibliography();
      return made === false ? "" : withoutBox(made[1].join("")).trim();
    },
  };
}

let made = 0;

function asItIs(pinpoint: Pinpoint): Pinpoint {
  return pinpoint;
}

/** "par. 12", for which earlier revisions of MLA's style have a word without a space (MLA Handbook, 9th edition, 6.16–20). */
function asInMla(pinpoint: Pinpoint): Pinpoint {
  const paragraph = "label" in pinpoint && pinpoint.label === "paragraph";
  return paragraph ? { words: `par. ${pinpoint.locator}` } : pinpoint;
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
