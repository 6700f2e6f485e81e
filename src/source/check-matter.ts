import type { z } from "zod";
import type { Place } from "../diagnostics/place.ts";
import { isRuleId } from "../diagnostics/rules.ts";
import { suggest } from "../diagnostics/suggest.ts";
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
  /** What it is, in words: the front matter. */
  readonly subject: string;
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
    if (round === 0) reportIssues(schema, matter, issues, report);
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

function reportIssues(
  schema: z.ZodType,
  matter: Matter,
  issues: readonly Issue[],
  report: Report,
): void {
  const { fields, start } = matter;
  // A field under a wrong name is not missing too.
  const misnamed = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const known = knownKeys(schema, issue.path);
    for (const key of issue.keys) {
      const place = fields.keyPlaces.get(pathIn(matter, [...issue.path, key])) ?? start;
      if (fields.brokenLines.has(place.line)) continue;
      const near = suggest(key, known);
      if (near !== undefined) misnamed.add(pathIn(matter, [...issue.path, near]));
      const mend = near === undefined ? undefined : `did you mean "${near}"?`;
      report("key-unknown", place, `no field "${key}"`, mend);
    }
  }
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") continue;
    const path = pathIn(matter, issue.path);
    const written = valueAt(matter.value ?? {}, issue.path);
    if (written !== undefined) reportWrong(matter, issue, written, report);
    else if (!fields.broken && !fields.empty.has(path) && !misnamed.has(path)) {
      const outer = fields.places.get(pathIn(matter, issue.path.slice(0, -1)));
      const place = issue.path.length > 1 ? (outer ?? start) : start;
      report("key-missing", place, `the field ${nameField(issue.path)} is missing`);
    }
  }
}

function reportWrong(matter: Matter, issue: Issue, written: unknown, report: Report): void {
  const { fields } = matter;
  const place = fields.places.get(pathIn(matter, issue.path)) ?? matter.start;
  if (fields.brokenLines.has(place.line)) return;
  const rule = issue.code === "custom" ? issue.params?.["rule"] : undefined;
  if (typeof rule === "string" && isRuleId(rule)) return report(rule, place, issue.message);
  const name = issue.path.join(".");
  if (/^id$|^readings\.\d+$/.test(name) && typeof written === "string")
    return report(
      "id-invalid",
      place,
      `"${written}" cannot be an id: it ${issue.message}`,
      mendId(written),
    );
  const wants =
    issue.code === "invalid_type" && issue.expected === "object"
      ? "must hold fields of its own"
      : issue.message;
  const subject = name === "" ? matter.subject : nameField(issue.path);
  report("value-type", place, `${subject} ${wants}`, mendValue(issue, written, wants));
}

/** `"date"`, `"date" of "source"`, `entry 2 of "authors"`. */
function nameField(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `entry ${key + 1}` : `"${String(key)}"`))
    .toReversed()
    .join(" of ");
}

/** How a value of the wrong kind is mended; nothing where the rule's own words are best. */
function mendValue(issue: Issue, written: unknown, wants: string): string | undefined {
  if (issue.code === "invalid_value" && typeof written === "string") {
    const near = suggest(written, issue.values.map(String));
    return near === undefined ? "give one of these" : `did you mean "${near}"?`;
  }
  if (issue.code === "invalid_union") {
    const values = issue.errors.flat().flatMap(valuesOf);
    const wrong = [written].flat().find((one) => typeof one === "string" && !values.includes(one));
    const near = typeof wrong === "string" ? suggest(wrong, values) : undefined;
    if (near !== undefined) return `did you mean "${near}"?`;
  }
  if (wants === "must not be empty") return "give a value, or delete the line";
  if (wants === "must be text" && typeof written === "boolean")
    return `put it in quotation marks: "${String(written)}"`;
  if (wants === "must be text") return "put a text that begins with a bracket in quotation marks";
  if (wants === "must hold fields of its own")
    return issue.path.length === 0
      ? "write each field as name: value"
      : "indent its fields below it: name: value";
  if (wants.startsWith("must be an address") && /^[\w-]+(?:\.[\w-]+)+/.test(String(written)))
    return `did you mean "https://${String(written)}"?`;
  if (typeof written === "string" && ["true", "false"].includes(written))
    return "write it without quotation marks";
  return undefined;
}

function valuesOf(issue: Issue): readonly string[] {
  return issue.code === "invalid_value" ? issue.values.map(String) : [];
}

function mendId(written: string): string | undefined {
  const slug = written
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  return slug === "" || slug === written ? undefined : `write "${slug}"`;
}

function pathIn(matter: Matter, path: readonly PropertyKey[]): string {
  return [matter.path, ...path.map(String)].filter((part) => part !== "").join(".");
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
