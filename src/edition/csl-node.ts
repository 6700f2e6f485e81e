/** An element of a style or locale in CSL, as citeproc takes it. */
export interface CslNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslNode | string)[];
}

/** The first element of a name within another. */
export function child(node: CslNode | undefined, name: string): CslNode | undefined {
  return node?.children.find(
    (inner): inner is CslNode => typeof inner !== "string" && inner.name === name,
  );
}

/** The words in an element. */
export function textOf(node: CslNode | undefined): string {
  return (node?.children ?? []).filter((inner) => typeof inner === "string").join("");
}
