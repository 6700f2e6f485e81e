import type { Inline } from "../../edition/text.ts";

/*
 * A text as it must come back from the file that it is written to: places, numbers of paragraphs and the
 * cuts between runs of letters are the reader's; spaces at the ends of lines mean nothing in Markdown.
 */

/** A tidied node: plain values without places. */
export type Tidy = string | number | boolean | readonly Tidy[] | { readonly [key: string]: Tidy };

/** Keys that say where something stands. */
const PLACES: ReadonlySet<string> = new Set(["place", "places"]);

/** Blocks, notes or fields, to be compared; what is left out is not there. */
export function tidy(value: unknown): Tidy {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value)) {
    const values: readonly unknown[] = value;
    return isInlines(values) ? tidyInlines(values) : values.map(tidy);
  }
  if (typeof value !== "object" || value === null) return "";
  const isBlock = "type" in value && (value.type === "paragraph" || value.type === "table");
  const kept: Record<string, Tidy> = {};
  for (const [key, inner] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (inner !== undefined && !PLACES.has(key) && !(isBlock && key === "number"))
      kept[key] = tidy(inner);
  return kept;
}

const INLINES: ReadonlySet<string> = new Set<Inline["type"]>([
  "text",
  "emphasis",
  "strong",
  "styled",
  "foreign",
  "anchor",
  "code",
  "link",
  "reference",
  "note-call",
  "citation",
  "act",
  "page-break",
  "image",
  "line-break",
]);

function isInlines(values: readonly unknown[]): values is readonly Inline[] {
  return values.some(
    (value) =>
      typeof value === "object" &&
      value !== null &&
      "type" in value &&
      typeof value.type === "string" &&
      INLINES.has(value.type),
  );
}

/** Runs of letters joined, spaces as one. */
function tidyInlines(inlines: readonly Inline[]): readonly Tidy[] {
  const joined: Tidy[] = [];
  let letters = "";
  const end = (): void => {
    if (letters !== "") joined.push({ type: "text", value: letters });
    letters = "";
  };
  for (const inline of inlines) {
    if (inline.type === "text") {
      letters = (letters + inline.value).replaceAll(/[ \t\n]+/g, " ");
      continue;
    }
    end();
    joined.push(tidy(inline));
  }
  end();
  return joined.map((node, index) => trimmed(node, joined[index - 1], joined[index + 1]));
}

/** Spaces at a line's ends go. */
function trimmed(node: Tidy, before: Tidy | undefined, behind: Tidy | undefined): Tidy {
  if (!isText(node)) return node;
  let { value } = node;
  if (before === undefined || isBreak(before)) value = value.trimStart();
  if (behind === undefined || isBreak(behind)) value = value.trimEnd();
  return { type: "text", value };
}

function isText(node: Tidy): node is { readonly type: "text"; readonly value: string } {
  return typeof node === "object" && "type" in node && node["type"] === "text";
}

function isBreak(node: Tidy): boolean {
  return typeof node === "object" && "type" in node && node["type"] === "line-break";
}

/** Where two tidied values part first: the path, and what each has there. Nothing where they are equal. */
export function firstDifference(a: Tidy, b: Tidy, path = ""): Difference | undefined {
  if (typeof a !== "object" || typeof b !== "object")
    return a === b ? undefined : { path, wanted: shown(a), got: shown(b) };
  const inA = new Map<string, Tidy>(Object.entries(a));
  const inB = new Map<string, Tidy>(Object.entries(b));
  for (const key of new Set([...inA.keys(), ...inB.keys()])) {
    const [left, right] = [inA.get(key), inB.get(key)];
    const inner = path === "" ? key : `${path}.${key}`;
    if (left === undefined || right === undefined)
      return { path: inner, wanted: shown(left), got: shown(right) };
    const found = firstDifference(left, right, inner);
    if (found) return found;
  }
  return undefined;
}

/** Where two values part. */
export interface Difference {
  readonly path: string;
  readonly wanted: string;
  readonly got: string;
}

function shown(value: Tidy | undefined): string {
  if (value === undefined) return "nothing";
  const words = JSON.stringify(value);
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
