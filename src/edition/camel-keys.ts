/** `record-id` → `recordId`, as a type. */
type CamelKey<Key> = Key extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelKey<Tail>>}`
  : Key;

/** The same value with keys as TypeScript writes them. */
export type CamelKeys<Value> = Value extends readonly (infer Entry)[]
  ? readonly CamelKeys<Entry>[]
  : Value extends object
    ? { readonly [Key in keyof Value as CamelKey<Key>]: CamelKeys<Value[Key]> }
    : Value;

/** Files write `record-id`, the code `recordId`: renames the keys of plain objects, through and through. */
export function camelKeys<Value>(value: Value): CamelKeys<Value>;
export function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => camelKeys(inner));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelKeys(inner),
    ]),
  );
}
