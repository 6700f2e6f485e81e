import { diagnose, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { startOf } from "../diagnostics/place.ts";

/** A file of text: its lines without their ends, whichever system wrote them. */
export interface TextFile {
  /** Path from the edition's folder. */
  readonly file: string;
  readonly lines: readonly string[];
}

const LINE_END = /\r\n|\n|\r/;

/** Reads bytes as UTF-8; a byte-order mark is not part of the text. */
export function readText(file: string, bytes: Uint8Array): TextFile | Diagnostic {
  const decoded = decode(bytes);
  if (decoded !== undefined) return { file, lines: decoded.split(LINE_END) };
  const good = new TextDecoder("utf-8").decode(bytes.subarray(0, firstBadByte(bytes)));
  const lines = good.split(LINE_END);
  const place = { file, line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  const bad = bytes[firstBadByte(bytes)] ?? 0;
  return diagnose(
    "file-encoding",
    place,
    `the byte ${bad.toString(16).toUpperCase().padStart(2, "0")} is not UTF-8`,
    looksLikeUtf16(bytes) ? "the file is UTF-16: save it as UTF-8" : undefined,
  );
}

/** Whether a file holds nothing but space. */
export function isBlank(text: TextFile): boolean {
  return text.lines.every((line) => line.trim() === "");
}

/** The diagnostic that a whole file is blank. */
export function blankFile(file: string): Diagnostic {
  return diagnose("file-empty", startOf(file), "the file is empty");
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The longest beginning that is UTF-8 ends here: found by halving, since what is good before a place is good before any earlier one. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (isGoodBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  // A letter that was begun well and then broken off counts as bad from its first byte.
  let start = good;
  while (start > 0 && good - start < 3 && decode(bytes.subarray(0, start)) === undefined)
    start -= 1;
  return start;
}

function isGoodBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
