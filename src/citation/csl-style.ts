import { type CslNode, child, textOf } from "../edition/csl-node.ts";

/** Styles that want a document's archive in the same fields. */
export type StyleFamily = "chicago" | "mla" | "apa";

/** A style by which citations are written. */
export interface CitationStyle {
  /** By what editors call it: `chicago-notes`, or the name of its file without `.csl`. */
  readonly name: string;
  /** What it is called where a reader chooses: "Chicago, notes". */
  readonly title: string;
  readonly family: StyleFamily;
  /** Whether it cites in notes; otherwise in the text: (Ivanov 1962). */
  readonly inNotes: boolean;
  /** Whether it has bibliography entries. */
  readonly hasEntries: boolean;
  /** Whether it prints an archive's collection, as revisions of styles since 2025 do. */
  readonly hasCollections: boolean;
  /** Whether it prints archives at all. */
  readonly hasArchives: boolean;
  /** Whether it says of a date that it is about that. */
  readonly hasCirca: boolean;
  readonly csl: CslNode;
}

/** Makes a style of what its file says; `id` is its name in the Citation Style Language's collection, where the file does not say it. */
export function makeStyle(
  name: string,
  title: string,
  csl: CslNode,
  id = textOf(child(child(csl, "info"), "id")),
): CitationStyle {
  return {
    name,
    title,
    family: familyOf(id),
    inNotes: csl.attrs["class"] === "note",
    hasEntries: child(csl, "bibliography") !== undefined,
    hasCollections: prints(csl, "variable", "archive_collection"),
    hasArchives: prints(csl, "variable", "archive"),
    hasCirca: prints(csl, "is-uncertain-date", "issued"),
    csl: withoutSorts(csl),
  };
}

/** Whether a style anywhere prints a variable, or asks about it. */
function prints({ attrs, children }: CslNode, attribute: string, variable: string): boolean {
  return (
    (attrs[attribute] ?? "").split(" ").includes(variable) ||
    children.some((inner) => typeof inner !== "string" && prints(inner, attribute, variable))
  );
}

/** Other styles take an archive as APA does, in the fields that CSL has for it. */
function familyOf(id: string): StyleFamily {
  if (/chicago|turabian/u.test(id)) return "chicago";
  return /modern-language-association|(?:^|\/)mla/u.test(id) ? "mla" : "apa";
}

const made = new WeakMap<CslNode, CslNode>();

/** Made once, so that the engine for it is made once. */
function withoutSorts(csl: CslNode): CslNode {
  const before = made.get(csl) ?? unsorted(csl);
  made.set(csl, before);
  return before;
}

/** Nothing that is cited alone need be sorted, and to sort takes citeproc seconds to make ready: it copies each macro that a key names. */
function unsorted(node: CslNode): CslNode {
  const children = node.children
    .filter((inner) => typeof inner === "string" || inner.name !== "sort")
    .map((inner) => (typeof inner === "string" ? inner : unsorted(inner)));
  return { ...node, children };
}
