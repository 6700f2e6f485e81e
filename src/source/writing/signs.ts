/** A space at which a line may be broken, in words that are not yet lines. No text holds one: see `normal-form.ts`. */
export const SOFT_SPACE = "\r";

/** What a sign is to Markdown's emphasis. The edge of a block is a space. */
export type SignClass = "space" | "sign" | "letter";

const SPACE = /^[\t-\r \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
const SIGN = /^[\p{P}\p{S}]/u;

/** The class of a text's first sign, as markdown-it judges it. */
export function classOfFirst(text: string): SignClass {
  if (text === "" || SPACE.test(text)) return "space";
  return SIGN.test(text) ? "sign" : "letter";
}

/** The class of a text's last sign. */
export function classOfLast(text: string): SignClass {
  const last = text.slice(-1);
  // Half a letter beyond the basic plane says nothing by itself.
  return classOfFirst(/[\uDC00-\uDFFF]/.test(last) ? text.slice(-2) : last);
}
