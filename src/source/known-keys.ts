import { z } from "zod";

/** What of a schema is asked for: its fields in their order, what they take, and what stands where they are left out. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema;
  readonly default?: unknown;
}

const descriptions = new WeakMap<z.ZodType, JsonSchema>();

/** The keys that a schema knows at a path: what to suggest for an unknown one. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let here: JsonSchema | undefined = describeSchema(schema);
  for (const key of path)
    here =
      typeof key === "number"
        ? here?.items
        : (here?.properties?.[String(key)] ?? here?.additionalProperties);
  return Object.keys(here?.properties ?? {});
}

/** A schema's fields as files write them. */
export function describeSchema(schema: z.ZodType): JsonSchema {
  const known = descriptions.get(schema);
  if (known) return known;
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const described: JsonSchema = JSON.parse(JSON.stringify(json));
  descriptions.set(schema, described);
  return described;
}
