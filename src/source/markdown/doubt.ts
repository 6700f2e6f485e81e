/** What an importer has left to an editor to decide: `<!-- doubt: … -->`. */
const DOUBT = /^<!--\s*doubt:([^]*)-->$/i;

/** The doubt that a comment is about, on one line; nothing where the comment is another. */
export function doubtIn(comment: string): string | undefined {
  return DOUBT.exec(comment)?.[1]?.replaceAll(/\s+/g, " ").trim();
}
