import { type Document, LineCounter, type YAMLError, parseDocument } from "yaml";

/** YAML as the library reads it, and its lines as it was given them. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly counter: LineCounter;
  readonly text: string;
}

/**
 * Parses lines of YAML. `title: Notes: on the back` would take all fields below it with it: it is
 * reported and then read as if it were quoted. Nothing where the YAML is nested too deep.
 */
export function parseYaml(
  lines: readonly string[],
  reportMended: (error: YAMLError, parsed: ParsedYaml) => void,
): ParsedYaml | undefined {
  let parsed = parseOnce(lines);
  let mended = lines;
  for (let round = 0; parsed && round < MOST_ROUNDS; round += 1) {
    const { document, counter } = parsed;
    const before = mended;
    for (const error of document.errors) {
      if (error.code !== "BLOCK_AS_IMPLICIT_KEY") continue;
      const index = counter.linePos(error.pos[0]).line - 1;
      const quoted = quoteValue(mended[index] ?? "");
      if (quoted === undefined) continue;
      reportMended(error, parsed);
      mended = mended.with(index, quoted);
    }
    if (mended === before) break;
    parsed = parseOnce(mended);
  }
  return parsed;
}

/** Each round finds the next such lines, if one hides another. */
const MOST_ROUNDS = 20;

function parseOnce(lines: readonly string[]): ParsedYaml | undefined {
  const counter = new LineCounter();
  const text = lines.join("\n");
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
    return { document, counter, text };
  } catch {
    // The library reads nested brackets by recursion.
    return undefined;
  }
}

/** A field's line with its bare value in quotation marks; nothing where the line is another. */
function quoteValue(line: string): string | undefined {
  const [, before, value] = /^(\s*(?:- )*[\w-]+:\s+)([^\s'"|>[{&*!].*)$/.exec(line) ?? [];
  if (before === undefined || value === undefined || !/:(?:\s|$)/.test(value)) return undefined;
  return `${before}'${value.trimEnd().replaceAll("'", "''")}'`;
}
