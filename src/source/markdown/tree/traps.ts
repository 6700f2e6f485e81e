import { shorten } from "../shorten.ts";
import { type Words, placeIn } from "./words.ts";

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Emphasis that opens behind a letter or closes before one: `5*3*2`. In commentary only where it does both.
 * Of marks that stand together only the outermost is judged.
 */
export function checkEmphasis(words: Words, openAt: number, closeAt: number, length: 1 | 2): void {
  const { content } = words;
  const mark = content[openAt] ?? "*";
  const before = content[openAt - 1] ?? "";
  const behind = content[closeAt + length] ?? "";
  let run = openAt;
  while (content[run] === mark) run += 1;

  const opensWrong = LETTER.test(before);
  const closesWrong = LETTER.test(behind);
  const isBlank = run - openAt > 3 && before !== mark;
  const wrong =
    words.voice === "transcription"
      ? opensWrong || closesWrong || isBlank
      : opensWrong && closesWrong;
  if (!wrong) return;
  const marks = mark === "*" ? "asterisks" : "underscores";
  words.reading.report(
    "trap-emphasis",
    placeIn(words, opensWrong || isBlank ? openAt : closeAt),
    isBlank
      ? `${marks} that become emphasis`
      : `${marks} that become emphasis inside a word or number`,
    `put a backslash before each that the text itself has: \\${mark}`,
  );
}

/** An asterisk or underscore of a transcription that matched no other: it is shown, but the next one would change that. */
export function checkLoneMark(words: Words, at: number): void {
  const mark = words.content[at] ?? "*";
  if (words.voice !== "transcription" || words.content[at - 1] === mark) return;
  let end = at;
  while (words.content[end] === mark) end += 1;
  if (mark === "_" && end - at > 2) return;
  words.reading.report(
    "trap-emphasis",
    placeIn(words, at),
    mark === "*" ? "a lone asterisk" : "a lone underscore",
    `put a backslash before it: \\${mark}`,
  );
}

/** Tabs of a transcription, which the page would show as spaces. */
export function checkLetters(words: Words, letters: string, at: number): void {
  const tab = letters.indexOf("\t");
  if (tab >= 0 && words.voice === "transcription")
    words.reading.report(
      "trap-tab",
      placeIn(words, at + tab),
      "a tab, which is shown as one space",
    );
}

/** Backquotes in a transcription. */
export function checkCode(words: Words, at: number): void {
  if (words.voice !== "transcription") return;
  words.reading.report(
    "trap-code",
    placeIn(words, at),
    "words between backquotes become code",
    "put a backslash before each backquote: \\`",
  );
}

/** HTML in a line. A closing tag has been reported with its opening one. */
export function checkHtml(words: Words, html: string, at: number): void {
  const closes = /^<\/([\w-]+)/.exec(html)?.[1];
  if (closes !== undefined && openedTags(words).has(closes.toLowerCase())) return;
  words.reading.report("trap-html", placeIn(words, at), `raw HTML: ${shorten(html, 30)}`);
}

/** Tags that are opened in a block's words, gathered once: a page of closing tags would take quadratic time. */
const tagsOfWords = new WeakMap<Words, ReadonlySet<string>>();

function openedTags(words: Words): ReadonlySet<string> {
  const known = tagsOfWords.get(words);
  if (known) return known;
  const opened = words.content.matchAll(/<([a-z][\w-]*)/gi);
  const tags = new Set([...opened].map((match) => (match[1] ?? "").toLowerCase()));
  tagsOfWords.set(words, tags);
  return tags;
}
