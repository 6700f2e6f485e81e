/** An object that somebody else's code gave. */
export type Given = Readonly<Record<string, unknown>>;

/** Whether a value that somebody else's code gave is an object with fields. */
export function isObject(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field that holds text; nothing where it is not there or something else. */
export function textIn(given: Given, field: string): string | undefined {
  const value = given[field];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The entries of a field that holds a list; none where it is not there. Throws where it is something else. */
export function listIn(given: Given, field: string): readonly unknown[] {
  const value = given[field] ?? [];
  if (!Array.isArray(value)) throw new Error(`"${field}" must be a list`);
  return value;
}
