import { Scalar, stringify } from "yaml";
import type { JsonSchema } from "../known-keys.ts";
import { mayBeginLine } from "./line-starts.ts";
import { SOFT_SPACE } from "./signs.ts";
import { LINE_WIDTH, wrap } from "./wrap.ts";

/**
 * A value as YAML, its first line to stand behind `before` and its others below it: plain where that
 * reads as the same text, folded where it is long, line by line where it has several.
 */
export function writeScalar(
  value: unknown,
  schema: JsonSchema | undefined,
  before: string,
  indentation: string,
): readonly string[] {
  if (typeof value !== "string") return [before + oneLine(value)];
  if (value.includes("\n")) {
    const scalar = new Scalar(value);
    scalar.type = Scalar.BLOCK_LITERAL;
    const [header = "", ...lines] = asField(scalar).split("\n");
    return [before + header, ...lines.map((line) => (line === "" ? "" : indentation + line))];
  }
  // A field of words or of a date takes a number as it is written.
  if (takesNumbers(schema) && /^(?:0|[1-9]\d{0,14})$/.test(value)) return [before + value];
  const written = before + oneLine(value);
  if (written.length <= LINE_WIDTH || !mayBeFolded(value)) return [written];
  const soft = value.replaceAll(/(?<=\S) (?=\S)/g, SOFT_SPACE);
  const lines = wrap(soft, LINE_WIDTH - indentation.length - 2);
  return [`${before}>-`, ...lines.map((line) => `${indentation}  ${line}`)];
}

/** A value in its line: in quotation marks where it would be something else without them. */
function oneLine(value: unknown): string {
  const plain = asField(value);
  if (!plain.includes("\n")) return plain;
  const quoted = new Scalar(value);
  quoted.type = Scalar.QUOTE_DOUBLE;
  return asField(quoted);
}

/**
 * How YAML is written: we end its lines. Words in quotation marks stay in one line, since of a line
 * that is a space alone the package makes a backslash.
 */
const layout = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY };

/** A value as it stands behind a field's name: at the top of a file its lines would not be indented. */
function asField(value: unknown): string {
  return stringify({ k: value }, layout).slice("k: ".length).replace(/\n$/, "");
}

function takesNumbers({ type, anyOf = [] }: JsonSchema = {}): boolean {
  return [type].flat().includes("number") || anyOf.some((one) => takesNumbers(one));
}

/** Whether words stay the same in several lines, as text and as Markdown. */
function mayBeFolded(value: string): boolean {
  const [first = ""] = value.split(" ", 1);
  return (
    value.trim() === value && mayBeginLine(first) && !/[\p{Cc}\p{Zl}\p{Zp}]|\]\(</u.test(value)
  );
}
