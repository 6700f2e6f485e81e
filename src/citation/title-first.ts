import { type CslNode, child } from "../edition/csl-node.ts";

/**
 * A style in which the title of a piece that has no author stands first, as handbooks want it: the collection's styles
 * put the editors of the whole there, as if the piece were theirs.
 */
export function withTitleFirst(csl: CslNode): CslNode {
  const macros = new Map(
    csl.children.flatMap((part) =>
      typeof part !== "string" && part.name === "macro" ? [[part.attrs["name"] ?? "", part]] : [],
    ),
  );
  return changed(csl, macros);
}

function changed(node: CslNode, macros: ReadonlyMap<string, CslNode>): CslNode {
  const ofAuthors = node.name === "names" && namesAuthors(node);
  const children = node.children.map((inner) => {
    if (typeof inner === "string") return inner;
    if (!ofAuthors || inner.name !== "substitute") return changed(inner, macros);
    return withoutOthers(inner, macros);
  });
  return { ...node, attrs: asksForAuthors(node) ? ANYWAY : node.attrs, children };
}

/** What stands for authors, without those who edited or translated where it is a piece; they may be named on conditions. */
function withoutOthers(node: CslNode, macros: ReadonlyMap<string, CslNode>): CslNode {
  const children = node.children.map((inner) => {
    if (typeof inner === "string") return inner;
    return namesOthers(inner, macros) ? notOfPieces(inner) : withoutOthers(inner, macros);
  });
  return { ...node, children };
}

/** Whether it names editors only where there are authors, since without these they would stand first. */
function asksForAuthors(node: CslNode): boolean {
  const { variable, ...others } = node.attrs;
  const isAsked = node.name === "if" && variable === "author" && Object.keys(others).length === 0;
  return isAsked && rendersOthers(node);
}

const ANYWAY: CslNode["attrs"] = { variable: "author title", match: "any" };

/** Whether it is authors for whom others may stand. */
function namesAuthors(names: CslNode): boolean {
  const instead = child(names, "substitute")?.children ?? [];
  return [names, ...instead].some((node) => typeof node !== "string" && isOf(node, ["author"]));
}

/** Whether it names whoever edited or translated, itself or by a macro. */
function namesOthers(node: CslNode, macros: ReadonlyMap<string, CslNode>): boolean {
  if (node.name === "names") return isOf(node, ["editor", "translator", "editor-translator"]);
  const macro = node.name === "text" ? macros.get(node.attrs["macro"] ?? "") : undefined;
  return macro !== undefined && rendersOthers(macro);
}

function rendersOthers({ name, attrs, children }: CslNode): boolean {
  if (name === "names") return isOf({ name, attrs, children }, ["editor", "translator"]);
  return children.some((inner) => typeof inner !== "string" && rendersOthers(inner));
}

function isOf({ attrs }: CslNode, variables: readonly string[]): boolean {
  return (attrs["variable"] ?? "").split(" ").some((variable) => variables.includes(variable));
}

/** What is not said of pieces of a whole. */
function notOfPieces(node: CslNode): CslNode {
  const otherwise: CslNode = {
    name: "if",
    attrs: { type: "chapter", match: "none" },
    children: [node],
  };
  return { name: "choose", attrs: {}, children: [otherwise] };
}
