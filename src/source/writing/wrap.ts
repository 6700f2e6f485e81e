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
  let length = 0;
  for (const word of line.split(SOFT_SPACE)) {
    const last = open.at(-1);
    const isFull = length + 1 + word.length > width;
    if (last !== undefined && isFull && mayEndLine(last) && mayBeginLine(word)) {
      lines.push(open.join(" "));
      open = [];
      length = -1;
    }
    if (last === undefined) length = -1;
    open.push(word);
    length += 1 + word.length;
  }
  return [...lines, open.join(" ")];
}

/** A backslash at a line's end would force the line, and a comment alone on a line would stand apart. */
function mayEndLine(word: string): boolean {
  return word !== "" && !word.endsWith("\\") && !word.endsWith("-->");
}

/** Words in one line, where there can be no other. */
export function inOneLine(words: string): string {
  return words.replaceAll(SOFT_SPACE, " ");
}
