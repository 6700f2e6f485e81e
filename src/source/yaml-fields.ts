import { type Node, type Scalar, type YAMLError, isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Place } from "../diagnostics/place.ts";
import type { FieldPlaces } from "../edition/edition.ts";
import type { Report } from "./markdown/reading.ts";
import { type ParsedYaml, parseYaml } from "./parse-yaml.ts";
import { isYamlDoubt, reportYamlDoubts } from "./yaml-doubts.ts";
import { yamlProblem } from "./yaml-problems.ts";

/** YAML as far as it could be read. */
export interface YamlFields {
  readonly file: string;
  /** Plain values; empty fields are left out. */
  readonly value: unknown;
  /** Where each value stands, by its path in dots. */
  readonly places: FieldPlaces;
  /** Where each key stands, by its path. */
  readonly keyPlaces: FieldPlaces;
  /** How text is written, by its path. */
  readonly styles: ReadonlyMap<string, ScalarStyle>;
  /** Fields that were given and left empty: nobody needs to hear that they are missing. */
  readonly empty: ReadonlySet<string>;
  /** Whether the YAML was broken, so that what is missing may only not have been read. */
  readonly broken: boolean;
  /** Lines about which the YAML's own problems say all there is to say. */
  readonly brokenLines: ReadonlySet<number>;
  /** Where the YAML begins. */
  readonly start: Place;
}

/** How YAML writes text: bare, in quotation marks, behind `|` or behind `>`. */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** Reads lines of YAML that stand in a file from a line on. All that is wrong is reported, each with its place. */
export function readYaml(
  file: string,
  lines: readonly string[],
  firstLine: number,
  report: Report,
): YamlFields {
  const start = { file, line: firstLine, column: 1 };
  // A line that was mended is longer than the editor's.
  const placeOf = (position: { line: number; col: number }): Place => {
    const index = Math.max(Math.min(position.line, lines.length) - 1, 0);
    const length = (lines[index] ?? "").length;
    return {
      file,
      line: index + firstLine,
      column: Math.max(Math.min(position.col, length + 1), 1),
    };
  };
  const brokenLines = new Set<number>();
  const reportProblem = (error: YAMLError, parsed: ParsedYaml): void => {
    const place = placeOf(parsed.counter.linePos(error.pos[0]));
    // One mistake makes YAML stumble several times in its line.
    if (brokenLines.has(place.line)) return;
    brokenLines.add(place.line);
    const { message, mend } = yamlProblem(
      error.code,
      parsed.text.slice(error.pos[0]),
      error.message,
    );
    report("yaml-syntax", place, message, mend);
  };

  reportYamlDoubts(lines, (line, col) => placeOf({ line: line + 1, col }), report);
  const parsed = parseYaml(lines, reportProblem);
  if (!parsed) {
    const found = new FieldReader(() => start, report, brokenLines).found;
    report("yaml-syntax", start, "the YAML is nested too deep", "take some of the nesting away");
    return { file, value: undefined, ...found, broken: true, brokenLines, start };
  }

  const { document, counter, text } = parsed;
  for (const error of [...document.errors, ...document.warnings]) reportProblem(error, parsed);
  const placeAt = (offset: number) => placeOf(counter.linePos(Math.min(offset, text.length)));
  const reader = new FieldReader(placeAt, report, brokenLines);
  const value = reader.read(document.contents, "");
  const broken = document.errors.some((error) => error.code !== "DUPLICATE_KEY");
  return { file, value, ...reader.found, broken, brokenLines, start };
}

/** Goes through YAML's nodes and takes down values and places. */
class FieldReader {
  readonly found = {
    places: new Map<string, Place>(),
    keyPlaces: new Map<string, Place>(),
    styles: new Map<string, ScalarStyle>(),
    empty: new Set<string>(),
  };
  readonly #placeAt: (offset: number) => Place;
  readonly #report: Report;
  readonly #brokenLines: ReadonlySet<number>;

  constructor(
    placeAt: (offset: number) => Place,
    report: Report,
    brokenLines: ReadonlySet<number>,
  ) {
    this.#placeAt = placeAt;
    this.#report = report;
    this.#brokenLines = brokenLines;
  }

  read(node: Node | null, path: string): unknown {
    if (!node) return undefined;
    const place = this.#placeAt(node.range?.[0] ?? 0);
    this.found.places.set(path, place);
    if (isAlias(node)) {
      this.#report(
        "yaml-syntax",
        place,
        `an alias: *${node.source}`,
        "write the value again, or put quotation marks around a text that begins with an asterisk",
      );
      return undefined;
    }
    if (isMap(node)) return this.#readMap(node.items, path);
    if (isSeq(node)) return this.#readSequence(node.items, path);
    if (!isScalar(node)) return undefined;
    this.found.styles.set(path, styles[node.type ?? ""] ?? "plain");
    this.#checkComment(node, place);
    if (node.value === null) return this.#readEmpty(path, place);
    // "1.10" and "007" are numbers to YAML and would lose a digit.
    if (typeof node.value === "number" && String(node.value) !== node.source) return node.source;
    if (["string", "number", "boolean"].includes(typeof node.value)) return node.value;
    return String(node.source);
  }

  /** `title: Protocol # 61`: what stands behind the hash is no part of the value. */
  #checkComment(node: Scalar, place: Place): void {
    const from = node.range?.[1] ?? 0;
    const end = this.#placeAt(from);
    const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
    if (typeof node.comment !== "string" || isBlock || node.value === null) return;
    const [first = ""] = node.comment.split("\n");
    if (isYamlDoubt(first)) return;
    this.#report(
      "trap-comment",
      { ...place, ...end },
      `"#${first}" is a comment, not part of the value`,
    );
  }

  /** Entries that cannot be read are left out, and the others counted without them. */
  #readSequence(items: readonly unknown[], path: string): unknown {
    const entries: unknown[] = [];
    for (const item of items) {
      const entry = this.read(asNode(item), join(path, String(entries.length)));
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  #readMap(items: readonly { key: unknown; value: unknown }[], path: string): unknown {
    const entries: [string, unknown][] = [];
    for (const item of items) {
      const key = asNode(item.key);
      if (!key) continue;
      const place = this.#placeAt(key.range?.[0] ?? 0);
      if (!isScalar(key)) {
        this.#report("yaml-syntax", place, "a field’s name that is not a word");
        continue;
      }
      const name = String(key.source ?? key.value);
      const inner = join(path, name);
      this.found.keyPlaces.set(inner, place);
      const value =
        item.value === null ? this.#readEmpty(inner, place) : this.read(asNode(item.value), inner);
      if (this.found.empty.has(inner)) this.found.places.set(inner, place);
      if (value !== undefined) entries.push([name, value]);
    }
    return Object.fromEntries(entries);
  }

  #readEmpty(path: string, place: Place): undefined {
    this.found.empty.add(path);
    const key = this.found.keyPlaces.get(path) ?? place;
    // A field whose value is broken only looks empty.
    const isBroken = this.#brokenLines.has(key.line) || this.#brokenLines.has(key.line + 1);
    if (path !== "" && !isBroken)
      this.#report("value-type", key, `"${path}" is empty`, "give a value, or delete the line");
    return undefined;
  }
}

function asNode(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};
