import { rules } from "../../diagnostics/rules.ts";
import { acts } from "../../edition/acts.ts";
import { divisionAttributes, divisions } from "../../edition/divisions.ts";
import { markOf, standardStreams } from "../../edition/streams.ts";

/* The tables of the manual, made from the tables that the code itself uses. */

const teachingPlace = {
  before: "before the text",
  "in-place": "where it is written",
  after: "after the text",
} as const;

const tables: Readonly<Record<string, string>> = {
  divisions: table(
    ["name", "what it is", "attributes", "stands"],
    divisions.map(({ name, meaning, attributes, side, stands }) => [
      code(`.${name}`),
      meaning,
      attributes.map(code).join(", "),
      side === "transcription" ? "in the text" : teachingPlace[stands],
    ]),
  ),
  attributes: table(
    ["attribute", "what it says"],
    divisionAttributes.map(({ name, meaning }) => [code(name), meaning]),
  ),
  acts: table(
    ["act", "what it means", "attributes", "written"],
    acts.map(({ name, meaning, attributes, example }) => [
      code(`.${name}`),
      meaning,
      attributes.map(code).join(", "),
      code(example),
    ]),
  ),
  streams: table(
    ["label", "stream", "what it holds", "called by", "referred to as"],
    standardStreams.rows.map((stream) => [
      code(
        stream.name === "source"
          ? "[^src]"
          : `[^${stream.prefix === "" ? "" : `${stream.prefix}:`}1]`,
      ),
      stream.plural,
      stream.meaning,
      [1, 2].map((number) => literal(markOf(stream, number))).join(", "),
      code(`#${stream.code}1`),
    ]),
  ),
  rules: table(
    ["rule", "severity", "what it is about"],
    Object.entries(rules).map(([name, { severity, fixed, summary }]) => [
      code(name),
      fixed ? `${severity}, always` : severity,
      literal(summary),
    ]),
  ),
};

/** Writes the tables into the manual's places for them. Places without a table, and tables without a place, are our mistakes. */
export function withTables(source: string): string {
  let written = source;
  for (const [name, lines] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- table: ${name} -->\n)[^]*?(<!-- end -->)`);
    if (!place.test(written)) throw new Error(`the manual has no place for the table “${name}”`);
    written = written.replace(
      place,
      (_, begin: string, end: string) => `${begin}\n${lines}\n\n${end}`,
    );
  }
  return written;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(words: string): string {
  return `\`${words.replaceAll("|", "\\|")}\``;
}

/** Words as they are, whatever they mean in Markdown. */
function literal(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);
}
