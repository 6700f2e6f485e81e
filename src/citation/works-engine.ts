import { type CiteprocCite, type CiteprocEngine, plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";
import type { CslItem } from "../edition/csl-item.ts";
import type { ChosenStyle } from "../edition/citation-styles.ts";
import { type CslNode, child } from "../edition/csl-node.ts";
import { makeStyle } from "./csl-style.ts";

/** Writes citations of an edition's works in its style, as HTML, each without what the style puts around a whole citation. */
export interface WorksEngine {
  readonly inNotes: boolean;
  /** What the style puts around a citation, and between the works in one. */
  readonly before: string;
  readonly behind: string;
  readonly between: string;
  /** Nothing where the style cannot cite the work so. */
  readonly cite: (cite: CiteprocCite) => string;
  /** What is left of a work behind another where the style says what they share once, "1999b"; nothing where it says all of it again. */
  readonly collapsed: (before: CiteprocCite, cite: CiteprocCite) => string | undefined;
  /** What the style puts between works that share what is said once, and behind such a group. */
  readonly collapsing: { readonly within: string; readonly behindGroup: string };
  /** The entries of a bibliography by the keys of their works; nothing where the style has none. */
  readonly entries: () => ReadonlyMap<string, string>;
}

/** Styles that have been registered, by what they are: an edition that is edited has them read again and again, and each engine is large. */
const registered = new Map<string, string>();

function nameOf(style: string, csl: CslNode): string {
  const content = JSON.stringify(csl);
  const known = registered.get(content) ?? `${style} for works ${registered.size + 1}`;
  registered.set(content, known);
  return known;
}

/**
 * Makes an engine that knows all of these items, in the order of the bibliography: of two with one author and year the
 * first has the letter a. One engine of a style serves at a time: what it is to write is written before another is made.
 */
export function worksEngine(citing: ChosenStyle, items: readonly CslItem[]): WorksEngine {
  const content = JSON.stringify([citing.style.csl, citing.locale.name, items]);
  if (last?.content === content) return last.engine;
  const engine = makeEngine(citing, items);
  last = { content, engine };
  return engine;
}

/** The engine of the edition that is being edited: most of its citations are as they were a moment ago. */
let last: { readonly content: string; readonly engine: WorksEngine } | undefined;

function makeEngine({ style, locale }: ChosenStyle, items: readonly CslItem[]): WorksEngine {
  const { csl, inNotes, hasEntries, family } = makeStyle(
    style.name,
    style.title,
    style.csl,
    style.id,
  );
  const citation = child(csl, "citation");
  const layout = child(citation, "layout");
  const { prefix = "", suffix = "", delimiter = "; " } = layout?.attrs ?? {};
  const {
    collapse = "",
    "cite-group-delimiter": within = ", ",
    "after-collapse-delimiter": behindGroup = delimiter,
  } = citation?.attrs ?? {};
  const register = plugins.config.get("@csl");
  const cleared = bare(csl);
  const name = nameOf(style.name, cleared);
  if (!register.templates.has(name)) register.templates.add(name, structuredClone(cleared));
  register.locales.add(locale.name, structuredClone(locale.csl));
  const engine = register.engine(items, name, locale.name, "html");
  attempt(() => {
    engine.updateItems(items.map(({ id }) => id));
  }, undefined);
  const written = new Map<string, string>();
  const clusterOf = (cites: readonly CiteprocCite[]): string => {
    const key = JSON.stringify(cites);
    const before = written.get(key);
    if (before !== undefined) return before;
    const shown = writtenBy(engine, family === "mla" ? cites.map(asInMla) : cites);
    written.set(key, shown);
    return shown;
  };
  let bibliography: ReadonlyMap<string, string> | undefined;
  return {
    inNotes,
    before: escaped(prefix),
    behind: escaped(suffix),
    between: escaped(delimiter),
    collapsing: { within: escaped(within), behindGroup: escaped(behindGroup) },
    cite: (cite) => clusterOf([cite]),
    collapsed(before, cite) {
      if (!COLLAPSES.has(collapse)) return undefined;
      const [first, second, both] = [[before], [cite], [before, cite]].map(clusterOf);
      if (!first || !second || !both?.startsWith(first) || both.endsWith(second)) return undefined;
      // citeproc has a sign of its own here where a style names one for what is behind a group.
      return both.slice(first.length).replace(/^[\s,;]+/u, "");
    },
    entries() {
      bibliography ??= hasEntries && items.length > 0 ? entriesOf(engine) : new Map();
      return bibliography;
    },
  };
}

function writtenBy(engine: CiteprocEngine, cites: readonly CiteprocCite[]): string {
  const words = attempt(() => engine.makeCitationCluster(cites).trim(), "");
  // What citeproc says where a form has nothing to print.
  return /NO_PRINTED_FORM|CSL STYLE ERROR/u.test(words) ? "" : words;
}

function entriesOf(engine: CiteprocEngine): ReadonlyMap<string, string> {
  const made = attempt(() => engine.makeBibliography(), false);
  if (made === false) return new Map();
  const [{ entry_ids: ids }, entries] = made;
  return new Map(entries.map((entry, index) => [String(ids[index]?.[0] ?? ""), withoutBox(entry)]));
}

/** Ways to say once what works share that hold for two as for more; ranges of letters and numbers do not. */
const COLLAPSES: ReadonlySet<string> = new Set(["year", "year-suffix"]);

/** citeproc throws where a style and an item do not go together. */
function attempt<Result>(work: () => Result, otherwise: Result): Result {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** What MLA's handbook counts by (9th edition, 6.16–20); earlier revisions of the style have these words without a space behind them. */
const MLA_LABELS: Readonly<Record<string, string>> = {
  chapter: "ch.",
  paragraph: "par.",
  section: "sec.",
  volume: "vol.",
  line: "line",
  note: "n",
  part: "pt.",
  figure: "fig.",
};

function asInMla({ label, locator, ...cite }: CiteprocCite): CiteprocCite {
  if (locator === undefined || label === undefined) return cite;
  if (label === "page") return { ...cite, label, locator };
  return { ...cite, suffix: `, ${MLA_LABELS[label] ?? label} ${locator}` };
}

/**
 * A style without what stands around a citation, and without strokes for an author who is repeated: a reader's list
 * leaves entries out. Works stand in a citation as the editor has them.
 */
function bare(csl: CslNode): CslNode {
  return {
    ...csl,
    children: csl.children.map((part) => {
      if (typeof part === "string") return part;
      if (part.name === "bibliography")
        return { ...part, attrs: without(part.attrs, ["subsequent-author-substitute"]) };
      if (part.name !== "citation") return part;
      const children = part.children.flatMap((inner) => {
        if (typeof inner === "string" || inner.name === "sort") return [];
        const isLayout = inner.name === "layout";
        return isLayout ? { ...inner, attrs: without(inner.attrs, ["prefix", "suffix"]) } : inner;
      });
      const { collapse = "" } = part.attrs;
      const attrs = COLLAPSES.has(collapse) ? part.attrs : without(part.attrs, ["collapse"]);
      return { ...part, attrs, children };
    }),
  };
}

function without(attrs: CslNode["attrs"], names: readonly string[]): CslNode["attrs"] {
  return Object.fromEntries(Object.entries(attrs).filter(([name]) => !names.includes(name)));
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** An entry's words without the boxes that citeproc puts around them. */
function withoutBox(entry: string): string {
  return entry
    .replaceAll(/<div class="csl-(?:left-margin|block|indent)">/gu, " ")
    .replaceAll(/<\/?div[^>]*>/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
