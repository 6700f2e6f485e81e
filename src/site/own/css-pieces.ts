/** A piece of a style that can go wrong, and where it begins: an offset in the text. */
export type CssPiece =
  | { readonly kind: "unclosed"; readonly sign: string; readonly at: number }
  | { readonly kind: "unopened"; readonly sign: string; readonly at: number }
  | { readonly kind: "url"; readonly address: string; readonly at: number }
  | { readonly kind: "import"; readonly at: number };

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/** One piece of CSS that matters here: comment, text in quotation marks, an address without them, a rule's name, a bracket, an escaped sign. */
const PIECE =
  /\/\*(?:[^*]|\*(?!\/))*(\*\/)?|"(?:[^"\\\n]|\\[^])*("?)|'(?:[^'\\\n]|\\[^])*('?)|url\(\s*(?!["'\s])([^)]*)\)|(@import)\b|([{}()[\]])|\\[^]/giy;

/** What browsers would pass over in silence, with everything behind it: comments, texts and brackets that are not closed; and what a style asks for. */
export function cssPieces(css: string): readonly CssPiece[] {
  const pieces: CssPiece[] = [];
  const open: { readonly sign: string; readonly at: number; readonly isUrl: boolean }[] = [];
  let at = 0;
  while (at < css.length) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(css);
    if (!found) {
      at += 1;
      continue;
    }
    const [text, comment, double, single, address, rule, bracket] = found;
    const [first = ""] = text;
    if (text.startsWith("/*")) {
      if (comment === undefined) pieces.push({ kind: "unclosed", sign: "/*", at });
    } else if (first === '"' || first === "'") {
      if ((double ?? single) === "") pieces.push({ kind: "unclosed", sign: first, at });
      if (open.at(-1)?.isUrl === true) pieces.push({ kind: "url", address: text.slice(1, -1), at });
    } else if (address !== undefined) pieces.push({ kind: "url", address: address.trim(), at });
    else if (rule !== undefined) pieces.push({ kind: "import", at });
    else if (bracket !== undefined && bracket in CLOSING) {
      open.push({ sign: bracket, at, isUrl: /url$/i.test(css.slice(Math.max(0, at - 3), at)) });
    } else if (bracket !== undefined) {
      const last = open.at(-1);
      if (last && CLOSING[last.sign] === bracket) open.pop();
      else pieces.push({ kind: "unopened", sign: bracket, at });
    }
    at += text.length;
  }
  const unclosed = open.map(({ sign, at: from }): CssPiece => ({
    kind: "unclosed",
    sign,
    at: from,
  }));
  return [...pieces, ...unclosed].sort((a, b) => a.at - b.at);
}
