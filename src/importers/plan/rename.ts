/*
 * Ids that were taken get others; what refers to them follows, in texts, in fields that hold ids, and in
 * fields that hold Markdown.
 */

/** New ids by the old ones. */
export type NewIds = ReadonlyMap<string, string>;

/** Fields whose values are ids, or names that are none. */
const ID_FIELDS: ReadonlySet<string> = new Set([
  "people",
  "places",
  "authors",
  "recipients",
  "contributors",
  "translators",
  "readings",
]);

/** Fields that hold Markdown. */
const MARKDOWN_FIELDS: ReadonlySet<string> = new Set(["abstract", "description"]);

/** The same draft, or part of one, with every reference to an old id leading to the new one. */
export function renameReferences<Draft>(draft: Draft, ids: NewIds): Draft;
export function renameReferences(draft: unknown, ids: NewIds): unknown {
  return ids.size === 0 ? draft : renamed(draft, "", ids);
}

function renamed(value: unknown, key: string, ids: NewIds): unknown {
  if (typeof value === "string") return renamedWords(value, key, ids);
  if (Array.isArray(value)) {
    const values: readonly unknown[] = value;
    return values.map((inner) => renamed(inner, key, ids));
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, renamed(inner, name, ids)]),
  );
}

function renamedWords(words: string, key: string, ids: NewIds): string {
  if (ID_FIELDS.has(key)) return ids.get(words) ?? words;
  if (key === "target") return renamedTarget(words, ids);
  if (!MARKDOWN_FIELDS.has(key)) return words;
  return words.replaceAll(
    /\]\(#([^)\s]+)/g,
    (_, target: string) => `](#${renamedTarget(target, ids)}`,
  );
}

/** `protocol-61:p3` of `protocol-61`. */
function renamedTarget(target: string, ids: NewIds): string {
  const [id = "", ...inside] = target.split(":");
  return [ids.get(id) ?? id, ...inside].join(":");
}
