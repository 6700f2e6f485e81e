import type { Place } from "../../diagnostics/place.ts";
import { type Passage, joined, passageOf } from "../reading/passage.ts";

/** A line of a text. */
export interface Line {
  /** Without the space at its end. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Columns before the first letter, a tab as four. */
  readonly indent: number;
  /** Whether a page of the input begins with this line. */
  readonly beginsPage: boolean;
}

/** Parts a text into its lines. A form feed is no letter, but begins a page. */
export function linesIn(text: string): readonly Line[] {
  return text.split(/\r\n?|\n|\u2028/u).map((raw, index) => {
    const beginsPage = raw.includes("\f");
    const line = (beginsPage ? raw.replaceAll("\f", " ") : raw).trimEnd();
    const space = /^\s*/u.exec(line)?.[0] ?? "";
    return {
      text: line,
      number: index + 1,
      indent: line === "" ? 0 : space.replaceAll("\t", "    ").length,
      beginsPage,
    };
  });
}

/** Whether a line has no letters. */
export function isEmpty(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === "";
}

/** A line as a passage. */
export function passageOfLine({ text, number }: Line, file: string): Passage {
  const letters = text.trimStart();
  const place: Place = { file, line: number, column: text.length - letters.length + 1 };
  return passageOf(letters, place);
}

/** Lines as one passage, as they run on. */
export function passageOfLines(lines: readonly Line[], file: string): Passage {
  return joined(lines.map((line) => passageOfLine(line, file)));
}
