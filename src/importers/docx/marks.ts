/*
 * What is written into a part before the library reads it, so that what comes out can be laid beside
 * what went in: bookmarks with names that Word itself does not allow.
 */

const PREFIX = "scholium:";

/** A mark that was written into a part. */
export type Mark =
  | { readonly kind: "paragraph"; readonly index: number }
  /** What comes next is an equation, of which only the letters are kept. */
  | { readonly kind: "equation" }
  /** What comes next is a sign of a font of signs, which may have no letter. */
  | { readonly kind: "sign"; readonly name: string };

/** The bookmark's name of a mark. */
export function markName(mark: Mark): string {
  switch (mark.kind) {
    case "paragraph":
      return `${PREFIX}paragraph:${mark.index}`;
    case "equation":
      return `${PREFIX}equation`;
    case "sign":
      return `${PREFIX}sign:${mark.name}`;
  }
}

/** The mark that a bookmark's name is, or nothing for a bookmark of the file's own. */
export function markOf(name: string): Mark | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const [kind, ...rest] = name.slice(PREFIX.length).split(":");
  const value = rest.join(":");
  if (kind === "paragraph") return { kind, index: Number(value) };
  if (kind === "equation") return { kind };
  if (kind === "sign") return { kind, name: value };
  return undefined;
}
