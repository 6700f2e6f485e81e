import { readFileSync } from "node:fs";

/** One example of a `.txt` fixture: a title, a source, and what is to come of it. */
export interface Example {
  readonly title: string;
  /** Line of the title in the fixture. */
  readonly line: number;
  readonly source: string;
  readonly expected: string;
}

/**
 * Reads examples in the form of markdown-it's fixtures: title, dot, source, dot, result, dot.
 * Signs that an editor's program would change or hide are written as they are named:
 * `→` a tab, `·` a space at a line's end, `␍` a carriage return.
 */
export function readExamples(path: string | URL): readonly Example[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const examples: Example[] = [];
  let at = 0;
  const until = (): string => {
    const from = at;
    while (at < lines.length && lines[at] !== ".") at += 1;
    if (at >= lines.length) throw new Error(`${String(path)}:${from}: an example is not closed`);
    at += 1;
    return lines.slice(from, at - 1).join("\n");
  };
  while (at < lines.length) {
    const line = at + 1;
    const title = (lines[at] ?? "").trim();
    at += 1;
    if (title === "" || title.startsWith("//")) continue;
    if (lines[at] !== ".") throw new Error(`${String(path)}:${line}: a title without an example`);
    at += 1;
    const source = until().replaceAll("→", "\t").replaceAll("·", " ").replaceAll("␍", "\r");
    examples.push({ title, line, source, expected: until() });
  }
  return examples;
}
