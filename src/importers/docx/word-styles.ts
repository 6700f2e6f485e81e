import type { XmlElement } from "../xml/xml-tree.ts";
import { isOn, wordAttribute, wordChild, wordChildren } from "./word-names.ts";

/** What a style of Word says that matters for a text. Resolved through the styles on which it is based. */
export interface WordStyle {
  /** Its name in small letters, and those of the styles on which it is based: `my heading`, `heading 2`, `normal`. */
  readonly names: readonly string[];
  /** 1 for the outermost heading; absent where it is none. */
  readonly heading: number | undefined;
  /** How it sets letters: `w:i` → true. */
  readonly letters: ReadonlyMap<string, boolean>;
  readonly vertical: string | undefined;
  /** The list to which it makes a paragraph belong. */
  readonly list: { readonly id: string; readonly level: number } | undefined;
}

/** Ways to set letters that a style may ask for. */
export const letterStyles = [
  "w:b",
  "w:i",
  "w:u",
  "w:strike",
  "w:dstrike",
  "w:smallCaps",
  "w:vanish",
];

const NO_STYLE: WordStyle = {
  names: [],
  heading: undefined,
  letters: new Map(),
  vertical: undefined,
  list: undefined,
};

/** Finds a style by its id; one that is not defined says nothing. */
export type StyleFinder = (id: string | undefined) => WordStyle;

/** The styles of a file. */
export function readStyles(root: XmlElement | undefined): StyleFinder {
  const written = new Map<string, XmlElement>();
  for (const element of wordChildren(root, "w:style")) {
    const id = wordAttribute(element, "styleId");
    if (id !== undefined && !written.has(id)) written.set(id, element);
  }
  const found = new Map<string, WordStyle>();
  const find = (id: string | undefined, depth: number): WordStyle => {
    if (id === undefined) return NO_STYLE;
    const known = found.get(id);
    if (known) return known;
    const element = written.get(id);
    const basis = element && wordChild(element, "w:basedOn");
    // Styles that are based on each other in a ring stop somewhere.
    const below = basis && depth < 32 ? find(wordAttribute(basis, "val"), depth + 1) : NO_STYLE;
    const style = element ? styleOf(element, below) : { ...NO_STYLE, names: [id.toLowerCase()] };
    found.set(id, style);
    return style;
  };
  return (id) => find(id, 0);
}

function styleOf(element: XmlElement, below: WordStyle): WordStyle {
  const nameElement = wordChild(element, "w:name");
  const name = (nameElement && wordAttribute(nameElement, "val"))?.toLowerCase() ?? "";
  const paragraph = wordChild(element, "w:pPr");
  const outline = wordChild(paragraph, "w:outlineLvl");
  const run = wordChild(element, "w:rPr");
  const vertical = wordChild(run, "w:vertAlign");
  const letters = new Map(below.letters);
  for (const letter of letterStyles) {
    const on = isOn(run, letter);
    if (on !== undefined) letters.set(letter, on);
  }
  return {
    names: [name, ...below.names],
    heading: headingOf(name, outline && wordAttribute(outline, "val")) ?? below.heading,
    letters,
    vertical: (vertical && wordAttribute(vertical, "val")) ?? below.vertical,
    list: listOf(wordChild(paragraph, "w:numPr")) ?? below.list,
  };
}

function headingOf(name: string, outline: string | undefined): number | undefined {
  const named = /^heading ([1-9])$/u.exec(name)?.[1];
  if (named !== undefined) return Number(named);
  // Level 9 of an outline is plain text.
  return outline !== undefined && /^[0-8]$/u.test(outline) ? Number(outline) + 1 : undefined;
}

/** The list and level that a paragraph's or a style's properties name. */
export function listOf(
  properties: XmlElement | undefined,
): { readonly id: string; readonly level: number } | undefined {
  const number = wordChild(properties, "w:numId");
  const id = number && wordAttribute(number, "val");
  if (id === undefined) return undefined;
  const level = wordChild(properties, "w:ilvl");
  const depth = Number((level && wordAttribute(level, "val")) ?? "0");
  return { id, level: Number.isInteger(depth) ? Math.min(Math.max(depth, 0), 8) : 0 };
}
