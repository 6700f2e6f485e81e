import type { z } from "zod";
import type { Place } from "../diagnostics/place.ts";
import { isRuleId } from "../diagnostics/rules.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { Report } from "./markdown/reading.ts";
import { knownKeys } from "./known-keys.ts";
import type { YamlFields } from "./yaml-fields.ts";

/** Values that stand in for required fields that are missing or wrong, so that everything else can still be checked. */
export type Fallbacks = Readonly<Record<string, unknown>>;

/** What is checked: values, and where they stand. */
export interface Matter {
  readonly fields: YamlFields;
  readonly value: unknown;
  /** Path of the value within the file, empty for the whole. */
  readonly path: string;
  /** Where to say that something is missing. */
  readonly start: Place;
}

/**
 * Checks fields by a schema. What is wrong is reported and left out;
 * nothing where not even the rest makes sense.
 */
export function checkMatter<Schema extends z.ZodType>(
  schema: Schema,
  matter: Matter,
  fallbacks: Fallbacks,
  report: Report,
): z.output<Schema> | undefined {
  let value: unknown = matter.value ?? {};
  for (let round = 0; round < 4; round += 1) {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const issues = result.error.issues.flatMap(unfoldUnion);
    if (round === 0) for (const issue of issues) reportIssue(schema, matter, issue, report);
    value = structuredClone(value);
    for (const issue of issues) value = mended(value, issue, fallbacks);
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** A union says only that none of its kinds fits. Where one fits but for something inside, that is what is wrong. */
function unfoldUnion(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const inside = issue.errors.find(
    (branch) => branch.length > 0 && branch.every((inner) => inner.path.length > 0),
  );
  return inside
    ? inside.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    : [issue];
}

function reportIssue(schema: z.ZodType, matter: Matter, issue: Issue, report: Report): void {
  const { fields } = matter;
  const path = [matter.path, ...issue.path.map(String)].filter((part) => part !== "").join(".");
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    for (const key of issue.keys) {
      const keyPath = path === "" ? key : `${path}.${key}`;
      if (fields.empty.has(keyPath)) continue;
      report(
        "key-unknown",
        fields.keyPlaces.get(keyPath) ?? matter.start,
        `no field “${key}”`,
        didYouMean(key, known, "delete the field, or correct its name"),
      );
    }
    return;
  }
  const name = issue.path.map(String).join(".");
  const written = valueAt(matter.value ?? {}, issue.path);
  if (written === undefined) {
    if (fields.broken || fields.empty.has(path)) return;
    const place = fields.keyPlaces.get(path.slice(0, path.lastIndexOf(".")));
    report("key-missing", place ?? matter.start, `the field “${name}” is missing`);
    return;
  }
  const place = fields.places.get(path) ?? matter.start;
  if (issue.code === "custom" && typeof issue.params?.["rule"] === "string") {
    const { rule } = issue.params;
    if (isRuleId(rule)) return report(rule, place, issue.message);
  }
  if (/^id$|^readings\.\d+$/.test(name) && typeof written === "string")
    return report(
      "id-invalid",
      place,
      `“${written}” cannot be an id: it ${issue.message}`,
      mendId(written),
    );
  const subject = name === "" ? "this" : `“${name}”`;
  const mend =
    issue.code === "invalid_value"
      ? didYouMean(JSON.stringify(written), issue.values.map(String), "give one of these")
      : undefined;
  report("value-type", place, `${subject} ${issue.message}`, mend);
}

function mendId(written: string): string | undefined {
  const slug = written
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  return slug === "" || slug === written ? undefined : `write "${slug}"`;
}

/** The value without what an issue is about: a wrong field is taken out, a missing one filled in or its parent taken out. */
function mended(value: unknown, issue: Issue, fallbacks: Fallbacks): unknown {
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) removeAt(value, [...issue.path, key]);
    return value;
  }
  const [first] = issue.path;
  if (issue.path.length === 0 || !isObject(value)) return { ...fallbacks };
  const isMissing = valueAt(value, issue.path) === undefined;
  if (issue.path.length === 1 && Object.hasOwn(fallbacks, String(first)))
    value[String(first)] = fallbacks[String(first)];
  else removeAt(value, isMissing ? issue.path.slice(0, -1) : issue.path);
  return value;
}

function removeAt(value: unknown, path: readonly PropertyKey[]): void {
  const parent = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  if (key === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (isObject(parent)) delete parent[String(key)];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value;
  for (const key of path) {
    if (Array.isArray(inner)) inner = inner[Number(key)];
    else if (isObject(inner) && Object.hasOwn(inner, key)) inner = inner[String(key)];
    else return undefined;
  }
  return inner;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
