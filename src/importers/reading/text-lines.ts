import { lettersOf } from "../ledger.ts";
import { type Passage, passageOf } from "./passage.ts";

/** Lines of a text in which there is something to see, each a passage without the space at its ends. */
export function linesOf(text: string, file: string): readonly Passage[] {
  return text.split(/\r\n?|\n/u).flatMap((line, index) => {
    const letters = line.trim();
    const column = line.length - line.trimStart().length + 1;
    return lettersOf(letters) === "" ? [] : [passageOf(letters, { file, line: index + 1, column })];
  });
}
