import type { z } from "zod";
import { type JsonSchema, describeSchema } from "../known-keys.ts";
import type { FieldDoubt } from "./markdown-file.ts";
import { writeScalar } from "./scalars.ts";

/** Fields that are to be written. */
export interface WrittenFields {
  readonly schema: z.ZodType;
  readonly value: object;
  readonly doubts: readonly FieldDoubt[];
  readonly indentation?: string;
}

/** A map on its way to lines: where it stands, and what is said about its fields. */
interface Place {
  readonly path: string;
  readonly indentation: string;
  readonly doubts: readonly FieldDoubt[];
}

/** Fields as lines of YAML in the order of their schema, doubts above them. What is empty, or stands by default, is left out. */
export function writeFields({
  schema,
  value,
  doubts,
  indentation = "",
}: WrittenFields): readonly string[] {
  return writeMap(value, describeSchema(schema), { path: "", indentation, doubts });
}

function writeMap(value: object, schema: JsonSchema | undefined, place: Place): readonly string[] {
  const given = new Map<string, unknown>(Object.entries(value));
  const known = Object.keys(schema?.properties ?? {});
  const keys = [...known, ...[...given.keys()].filter((key) => !known.includes(key))];
  return keys.flatMap((key) =>
    writeField(key, given.get(key), schema?.properties?.[key], {
      ...place,
      path: place.path === "" ? key : `${place.path}.${key}`,
    }),
  );
}

function writeField(
  key: string,
  value: unknown,
  schema: JsonSchema | undefined,
  place: Place,
): readonly string[] {
  const { path, indentation } = place;
  const above = doubtsAt(path, place);
  if (isLeftOut(value, schema)) {
    const inside = place.doubts.filter(({ field }) => field.startsWith(`${path}.`));
    return [...above, ...inside.map((doubt) => comment(doubt, indentation))];
  }
  const before = `${indentation}${key}:`;
  if (Array.isArray(value)) return [...above, ...writeList(value, schema, before, place)];
  if (isMap(value)) {
    const inner = writeMap(value, schema, { ...place, indentation: `${indentation}  ` });
    return [...above, before, ...inner];
  }
  return [...above, ...writeScalar(value, schema, `${before} `, indentation)];
}

/** A list; a single value alone where the field takes one. */
function writeList(
  values: readonly unknown[],
  schema: JsonSchema | undefined,
  before: string,
  place: Place,
): readonly string[] {
  const [only] = values;
  const item = schema?.items ?? schema?.anyOf?.find((one) => one.items)?.items;
  const takesOne = schema?.anyOf?.some((one) => one.items === undefined) ?? false;
  const indentation = `${place.indentation}  `;
  if (values.length === 1 && takesOne && !isMap(only)) {
    const above = doubtsAt(`${place.path}.0`, place);
    return [...above, ...writeScalar(only, item, `${before} `, place.indentation)];
  }
  const lines = values.flatMap((value, index) => {
    const path = `${place.path}.${index}`;
    const above = doubtsAt(path, { ...place, indentation });
    if (!isMap(value))
      return [...above, ...writeScalar(value, item, `${indentation}- `, indentation)];
    const inner = writeMap(value, item, { ...place, path, indentation: `${indentation}  ` });
    const first = inner.findIndex((line) => !line.trimStart().startsWith("#"));
    return [
      ...above,
      ...inner.map((line, at) => {
        if (at < first) return indentation + line.trimStart();
        return at === first ? `${indentation}- ${line.trimStart()}` : line;
      }),
    ];
  });
  return [before, ...lines];
}

/** Whether a field says nothing that its absence does not say. */
function isLeftOut(value: unknown, schema: JsonSchema | undefined): boolean {
  if (value === undefined || value === null || value === schema?.default) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  if (isMap(value))
    return Object.entries(value).every(([key, inner]) =>
      isLeftOut(inner, schema?.properties?.[key]),
    );
  return false;
}

function doubtsAt(path: string, { doubts, indentation }: Place): readonly string[] {
  return doubts.filter(({ field }) => field === path).map((doubt) => comment(doubt, indentation));
}

function comment({ message }: FieldDoubt, indentation: string): string {
  return `${indentation}# doubt: ${message.replaceAll(/\s+/g, " ").trim()}`;
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
