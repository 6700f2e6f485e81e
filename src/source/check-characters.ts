import type { Report } from "./markdown/reading.ts";
import type { TextFile } from "./text-file.ts";

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const WRONG = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F\uFFFD\uFFFE\uFFFF]/g;

/** Characters that are no letters: controls, and the sign that stands for a letter lost in conversion. Of several in a line the first is reported. */
export function checkCharacters({ file, lines }: TextFile, report: Report): void {
  for (const [index, line] of lines.entries()) {
    WRONG.lastIndex = 0;
    const match = WRONG.exec(line);
    if (!match) continue;
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const place = { file, line: index + 1, column: match.index + 1 };
    report(
      "character-invalid",
      place,
      code === "FFFD"
        ? "the sign U+FFFD stands for a letter that was lost in conversion"
        : `the control character U+${code} is no letter`,
    );
  }
}
