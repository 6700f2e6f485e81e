import MarkdownIt from "markdown-it";

/** A space at which a line may be broken, in words that are not yet lines. No text holds one: see `normal-form.ts`. */
export const SOFT_SPACE = "\r";

/** What a sign is to Markdown's emphasis. The edge of a block is a space. */
export type SignClass = "space" | "sign" | "letter";

// Which signs are punctuation changes with Unicode: what counts is what the parser knows.
const { isMdAsciiPunct, isPunctChar, isWhiteSpace } = new MarkdownIt().utils;

/** The class of a text's first sign, as markdown-it judges it. */
export function classOfFirst(text: string): SignClass {
  const code = text.codePointAt(0);
  if (code === undefined || isWhiteSpace(code)) return "space";
  return isMdAsciiPunct(code) || isPunctChar(String.fromCodePoint(code)) ? "sign" : "letter";
}

/** The class of a text's last sign. */
export function classOfLast(text: string): SignClass {
  const last = text.slice(-1);
  // Half a letter beyond the basic plane says nothing by itself.
  return classOfFirst(/[\uDC00-\uDFFF]/.test(last) ? text.slice(-2) : last);
}
