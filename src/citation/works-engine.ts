import { type CiteprocCite, plugins } from "@citation-js/core";
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
  /** The entries of a bibliography by the keys of their works; nothing where the style has none. */
  readonly entries: () => ReadonlyMap<string, string>;
}

let made = 0;

/** Makes an engine that knows all of these items, in the order of the bibliography: of two with one author and year the first has the letter a. */
export function makeWorksEngine(
  { style, locale }: ChosenStyle,
  items: readonly CslItem[],
): WorksEngine {
  const { csl, inNotes, hasEntries, family } = makeStyle(
    style.name,
    style.title,
    style.csl,
    style.id,
  );
  const layout = child(child(csl, "citation"), "layout");
  const { prefix = "", suffix = "", delimiter = "; " } = layout?.attrs ?? {};
  const register = plugins.config.get("@csl");
  // Of two editions in one process each has its own.
  const name = `${style.name} for works ${(made += 1)}`;
  register.templates.add(name, bare(csl));
  register.locales.add(locale.name, locale.csl);
  const engine = register.engine(items, name, locale.name, "html");
  attempt(() => {
    engine.updateItems(items.map(({ id }) => id));
  }, undefined);
  return {
    inNotes,
    before: escaped(prefix),
    behind: escaped(suffix),
    between: escaped(delimiter),
    cite(cite) {
      const words = attempt(
        () => engine.makeCitationCluster([family === "mla" ? asInMla(cite) : cite]).trim(),
        "",
      );
      // What citeproc says where a form has nothing to print.
      return /NO_PRINTED_FORM|CSL STYLE ERROR/u.test(words) ? "" : words;
    },
    entries() {
      const bibliography =
        hasEntries && items.length > 0 ? attempt(() => engine.makeBibliography(), false) : false;
      if (bibliography === false) return new Map();
      const [{ entry_ids: ids }, entries] = bibliography;
      return new Map(
        entries.map((entry, index) => [String(ids[index]?.[0] ?? ""), withoutBox(entry)]),
      );
    },
  };
}

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

/** A style without what stands around a citation, and without strokes for an author who is repeated: a reader's list leaves entries out. */
function bare(csl: CslNode): CslNode {
  return {
    ...csl,
    children: csl.children.map((part) => {
      if (typeof part === "string") return part;
      if (part.name === "bibliography")
        return { ...part, attrs: without(part.attrs, ["subsequent-author-substitute"]) };
      if (part.name !== "citation") return part;
      const children = part.children.map((inner) =>
        typeof inner !== "string" && inner.name === "layout"
          ? { ...inner, attrs: without(inner.attrs, ["prefix", "suffix"]) }
          : inner,
      );
      return { ...part, attrs: without(part.attrs, ["collapse"]), children };
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
