import { mayBeginLine } from "./line-starts.ts";
import { SOFT_SPACE } from "./signs.ts";

/**
 * How long a line is, its indentation counted. Lines are wrapped: in a line for a paragraph every
 * slip that an editor mends shows the whole paragraph as changed, and no editor's program shows it
 * well. A line never ends where the next would begin with something that Markdown or a hasty editor
 * takes for a list, a heading or a quotation, so that words need no backslash for where they happen to fall.
 */
export const LINE_WIDTH = 100;

/** Breaks words into lines at their soft spaces. Lines that are forced stand already apart. */
export function wrap(words: string, width: number): readonly string[] {
  return words.split("\n").flatMap((line) => wrapLine(line, Math.max(width, 40)));
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let open: string[] = [];
  let length = -1;
  for (const word of line.split(SOFT_SPACE)) {
    const isFull = open.length > 0 && length + 1 + word.length > width;
    if (isFull && mayEndLine(open) && mayBeginLine(word)) {
      lines.push(open.join(" "));
      open = [];
      length = -1;
    }
    open.push(word);
    length += 1 + word.length;
  }
  return [...lines, open.join(" ")];
}

/**
 * Whether a line may end behind its words. A backslash at its end would force the next line, a
 * comment alone on a line would stand apart, and signs alone would be a rule.
 */
function mayEndLine(words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  if (last === "" || last.endsWith("\\") || last.endsWith("-->")) return false;
  return !words.every((word) => /^[-=|:*_ \t]*$/.test(word));
}

/** Words in one line, where there can be no other. */
export function inOneLine(words: string): string {
  return words.replaceAll(SOFT_SPACE, " ");
}
