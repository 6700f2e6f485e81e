import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Place } from "../diagnostics/place.ts";
import { type MarkdownSource, markdownSource } from "./markdown/markdown-source.ts";
import type { TextFile } from "./text-file.ts";

/** A Markdown file in its two parts. */
export interface FrontMatter {
  /** The lines between the hyphens. */
  readonly matter: readonly string[];
  /** The line of the first hyphens. */
  readonly start: Place;
  readonly body: MarkdownSource;
  readonly problem: Diagnostic | undefined;
}

/** Parts a file into front matter and body. Where there is no front matter, all of it is body. */
export function splitFrontMatter({ file, lines }: TextFile): FrontMatter {
  const first = lines.findIndex((line) => line.trim() !== "");
  const start = { file, line: 1, column: 1 };
  if (!isFence(lines[first] ?? "")) {
    const problem = diagnose("front-matter-missing", start, "the file has no front matter");
    return { matter: [], start, body: bodyFrom(file, lines, 0), problem };
  }
  const opening = { ...start, line: first + 1 };
  const close = lines.findIndex((line, index) => index > first && isFence(line));
  if (close < 0) {
    const problem = diagnose(
      "front-matter-missing",
      opening,
      "the front matter is not closed",
      "write a line of three hyphens behind its last field",
    );
    // Fields end where the first empty line is: the rest is more likely text than fields.
    const empty = lines.findIndex((line, index) => index > first && line.trim() === "");
    const end = empty < 0 ? lines.length : empty;
    const matter = lines.slice(first + 1, end);
    return { matter, start: opening, body: bodyFrom(file, lines, end), problem };
  }
  const problem =
    first === 0
      ? undefined
      : diagnose(
          "front-matter-missing",
          opening,
          "the front matter does not begin in the first line",
          "delete the empty lines above it",
        );
  const matter = lines.slice(first + 1, close);
  return { matter, start: opening, body: bodyFrom(file, lines, close + 1), problem };
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
