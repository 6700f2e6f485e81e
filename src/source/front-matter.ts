import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { type MarkdownSource, markdownSource } from "./markdown/markdown-source.ts";
import type { TextFile } from "./text-file.ts";

/** A Markdown file in its two parts. */
export interface FrontMatter {
  /** The lines between the hyphens. They begin in line 2. */
  readonly matter: readonly string[];
  readonly body: MarkdownSource;
  readonly problem: Diagnostic | undefined;
}

/** Parts a file into front matter and body. Where there is no front matter, all of it is body. */
export function splitFrontMatter({ file, lines }: TextFile): FrontMatter {
  const opened = isFence(lines[0] ?? "");
  const close = opened ? lines.findIndex((line, index) => index > 0 && isFence(line)) : -1;
  if (close > 0)
    return {
      matter: lines.slice(1, close),
      body: bodyFrom(file, lines, close + 1),
      problem: undefined,
    };
  const place = { file, line: 1, column: 1 };
  if (!opened) {
    const problem = diagnose("front-matter-missing", place, "the file has no front matter");
    return { matter: [], body: bodyFrom(file, lines, 0), problem };
  }
  const problem = diagnose(
    "front-matter-missing",
    place,
    "the front matter is not closed",
    "write a line of three hyphens behind its last field",
  );
  // Fields end where the first empty line is: the rest is more likely text than fields.
  const empty = lines.findIndex((line) => line.trim() === "");
  const end = empty < 0 ? lines.length : empty;
  return { matter: lines.slice(1, end), body: bodyFrom(file, lines, end), problem };
}

function isFence(line: string): boolean {
  return /^---[ \t]*$/.test(line);
}

function bodyFrom(file: string, lines: readonly string[], from: number): MarkdownSource {
  return markdownSource(
    file,
    lines.slice(from).map((text, index) => ({ text, line: from + index + 1, column: 1 })),
  );
}
