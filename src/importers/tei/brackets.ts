import type { ActName } from "../../edition/acts.ts";
import type { Inline } from "../../edition/text.ts";
import { plainText } from "../../edition/walk.ts";

/*
 * The series' editors say in italics within brackets what they left out: "[less than 1 line not
 * declassified]", "[Here follows discussion of Laos.]". What the words say beyond doubt becomes an
 * editorial act; every other bracket stays as it is printed.
 */

/** One kind of bracket that says what it is. */
interface BracketKind {
  readonly says: RegExp;
  readonly act: ActName;
}

const kinds: readonly BracketKind[] = [
  { says: /\bnot declassified\b/iu, act: "gap" },
  {
    says: /\b(?:illegible|indecipherable|undecipherable|unreadable|unintelligible|inaudible)\b/iu,
    act: "gap",
  },
  {
    says: /^(?:apparent )?(?:omissions?|ellips[ie]s)(?: in (?:the )?(?:original|source)(?: text)?)?\.?$/iu,
    act: "gap",
  },
  {
    says: /^(?:text|portions?|pages?|lines?|words?|remainder|rest|paragraphs?|names?)(?: [\w()–-]+)* (?:missing|cut off|torn off|garbled|lost)\.?$/iu,
    act: "gap",
  },
  { says: /^garbled?(?: (?:text|group|word|passage)s?)?\.?$/iu, act: "gap" },
  { says: /^here (?:follows?|is|are)\b/iu, act: "remark" },
  { says: /\bleft blank\b/iu, act: "remark" },
  {
    says: /^(?:foot-?)?notes? (?:is |are )?in (?:the )?(?:original|source|document)/iu,
    act: "remark",
  },
  { says: /^sic\.?$/iu, act: "remark" },
];

/** Brackets that the series prints over and in its documents, and that leave nothing to decide. */
const PRINTED =
  /^(?:received\b|extracts?\b|translation|paraphrase|telegram|(?:sub-?)?[ie]n-?closures?\b|annex|attachment|appendix|tab\b|confidential|secret|top secret|unclassified|private|circular|undated|no date|l\. ?s\.|seal|signed|signature|initialed|same\b|pages?\b|for (?:text|enclosure)|not (?:printed|found)|for previous|see\b|ante\b|post\b|supra\b|infra\b|ibid)/iu;

/** Whether a bracket's words leave nothing to decide. */
export function isSettled(words: string): boolean {
  return kindOf(words) !== undefined || PRINTED.test(words);
}

const LONGEST = 600;

function kindOf(words: string): ActName | undefined {
  if (words.length > LONGEST) return undefined;
  return kinds.find(({ says }) => says.test(words))?.act;
}

/** Makes acts of the brackets of a paragraph that say what they are. */
export function settleBrackets(inlines: readonly Inline[]): readonly Inline[] {
  if (!inlines.some(hasBracket)) return inlines;
  return joinTexts(acrossInlines(inlines.flatMap(withinText)));
}

function hasBracket(inline: Inline): boolean {
  if (inline.type === "text") return inline.value.includes("[");
  return "children" in inline && inline.children.some(hasBracket);
}

/** Brackets that open and close in one run of letters. */
function withinText(inline: Inline): readonly Inline[] {
  if (inline.type === "emphasis" || inline.type === "strong") {
    const [only] = inline.children;
    // *[illegible]*: the act says by itself how it is set.
    if (only?.type === "text" && inline.children.length === 1) {
      const made = splitText(only.value, inline.place);
      if (made.every(({ type, value }) => type === "act" || value.trim() === "")) {
        return made.map(pieceInline);
      }
    }
    return [{ ...inline, children: settleBrackets(inline.children) }];
  }
  if (inline.type !== "text") return [inline];
  return splitText(inline.value, inline.place).map(pieceInline);
}

interface Piece {
  readonly type: "text" | "act";
  readonly value: string;
  readonly act?: ActName;
  readonly place: Inline["place"];
}

function splitText(value: string, place: Inline["place"]): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of value.matchAll(/\[([^[\]]+)\]/gu)) {
    const words = found[1] ?? "";
    const act = kindOf(words.trim());
    if (!act) continue;
    if (found.index > done)
      pieces.push({ type: "text", value: value.slice(done, found.index), place });
    pieces.push({ type: "act", act, value: words.trim(), place });
    done = found.index + found[0].length;
  }
  if (done < value.length) pieces.push({ type: "text", value: value.slice(done), place });
  return pieces;
}

function pieceInline({ type, value, act, place }: Piece): Inline {
  const text: Inline = { type: "text", value, place };
  return type === "text" || !act
    ? text
    : { type: "act", act, attributes: {}, children: [text], place };
}

/** `[` and `]` around words in italics. */
function acrossInlines(inlines: readonly Inline[]): readonly Inline[] {
  const made: Inline[] = [];
  for (let at = 0; at < inlines.length; at += 1) {
    const [open, inner, close] = [made.at(-1), inlines[at], inlines[at + 1]];
    const act =
      inner?.type === "emphasis" &&
      open?.type === "text" &&
      open.value.endsWith("[") &&
      close?.type === "text" &&
      close.value.startsWith("]") &&
      inner.children.every(isPlain)
        ? kindOf(plainText(inner.children).trim())
        : undefined;
    if (act && inner?.type === "emphasis" && open?.type === "text" && close?.type === "text") {
      made.pop();
      if (open.value.length > 1) made.push({ ...open, value: open.value.slice(0, -1) });
      made.push({ type: "act", act, attributes: {}, children: inner.children, place: inner.place });
      if (close.value.length > 1) made.push({ ...close, value: close.value.slice(1) });
      at += 1;
    } else if (inner) made.push(inner);
  }
  return made;
}

function isPlain(inline: Inline): boolean {
  return inline.type === "text" || ("children" in inline && inline.children.every(isPlain));
}

function joinTexts(inlines: readonly Inline[]): readonly Inline[] {
  const made: Inline[] = [];
  for (const inline of inlines) {
    const last = made.at(-1);
    if (last?.type === "text" && inline.type === "text") {
      made[made.length - 1] = { ...last, value: last.value + inline.value };
    } else made.push(inline);
  }
  return made;
}
