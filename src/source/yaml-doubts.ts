import { Lexer } from "yaml";
import type { Place } from "../diagnostics/place.ts";
import type { Report } from "./markdown/reading.ts";

/** What an importer has left to an editor to decide about a field: a comment `# doubt: …`. */
const DOUBT = /^#\s*doubt:(.*)$/i;

/** Whether the words of a YAML comment, behind its hash, are a doubt. */
export function isYamlDoubt(comment: string): boolean {
  return DOUBT.test(`#${comment}`);
}

/** Says the doubts in some lines of YAML, each at its place. What only looks like a comment, in a text of several lines, is none. */
export function reportYamlDoubts(
  lines: readonly string[],
  placeOf: (line: number, column: number) => Place,
  report: Report,
): void {
  if (!lines.some((line) => /#\s*doubt:/i.test(line))) return;
  let line = 0;
  let column = 1;
  let before = "";
  for (const token of new Lexer().lex(lines.join("\n"))) {
    const [, message] = before === SCALAR ? [] : (DOUBT.exec(token) ?? []);
    if (message !== undefined)
      report("import-doubt", placeOf(line, column), message.trim() || "something is doubtful");
    before = token;
    if (MARKS.has(token)) continue;
    const feeds = token.split("\n");
    line += feeds.length - 1;
    column = (feeds.length > 1 ? 1 : column) + (feeds.at(-1) ?? "").length;
  }
}

/** The lexer's own signs, which stand nowhere in the YAML: before a bare or long text, and others. */
const SCALAR = "\u001F";
const MARKS: ReadonlySet<string> = new Set([SCALAR, "\u0002", "\u0018"]);
