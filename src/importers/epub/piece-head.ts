import { romanValue } from "../../edition/roman-numeral.ts";
import { type XmlElement, type XmlNode } from "../xml/xml-tree.ts";
import { isHeading, typesOf } from "./markup.ts";

/** The head of a part of a book: its heading taken apart. */
export interface PieceHead {
  /** What is nothing but a number: `II`. Empty where the heading has none of its own. */
  readonly ordinal: readonly XmlNode[];
  readonly number: number | undefined;
  readonly title: readonly XmlNode[];
  /** What stands in the head beside them: a line that says where it was first printed. */
  readonly beside: readonly XmlNode[];
}

const NO_HEAD: PieceHead = { ordinal: [], number: undefined, title: [], beside: [] };

/** A head and what follows it. */
export interface Beheaded {
  readonly head: PieceHead;
  readonly rest: readonly XmlNode[];
}

/** The words of nodes without marks of notes. */
export type HeadWords = (nodes: readonly XmlNode[]) => string;

/** Takes the head off the nodes of a part. */
export function behead(nodes: readonly XmlNode[], wordsOf: HeadWords): Beheaded {
  const at = nodes.findIndex((node) => node.type === "element" || node.value.trim() !== "");
  const first = nodes[at];
  if (first?.type !== "element") return { head: NO_HEAD, rest: nodes };
  const rest = nodes.slice(at + 1);
  if (first.name === "header") {
    const { head, rest: inner } = behead(first.children, wordsOf);
    return { head: { ...head, beside: [...head.beside, ...inner] }, rest };
  }
  if (first.name === "hgroup") return { head: headOfGroup(first, wordsOf), rest };
  if (!isHeading(first)) return { head: NO_HEAD, rest: nodes };
  const alone = headOfHeading(first, wordsOf);
  // A number alone above a title, each a heading of its own.
  const next = rest.findIndex((node) => node.type === "element" || node.value.trim() !== "");
  const second = rest[next];
  if (alone.title.length === 0 && second?.type === "element" && isHeading(second)) {
    const { title, number } = headOfHeading(second, wordsOf);
    if (title.length > 0 && number === undefined) {
      return { head: { ...alone, title }, rest: rest.slice(next + 1) };
    }
  }
  return {
    head: alone.title.length > 0 ? alone : { ...alone, title: alone.ordinal, ordinal: [] },
    rest,
  };
}

function headOfGroup(group: XmlElement, wordsOf: HeadWords): PieceHead {
  const ordinal: XmlNode[] = [];
  const title: XmlNode[] = [];
  const beside: XmlNode[] = [];
  let number: number | undefined;
  for (const child of group.children) {
    if (child.type === "text") continue;
    const types = typesOf(child);
    const words = wordsOf([child]);
    const count = isHeading(child) ? ordinalOf(words) : undefined;
    if (
      number === undefined &&
      count !== undefined &&
      (types.has("ordinal") || types.has("roman") || title.length === 0)
    ) {
      number = count;
      ordinal.push(child);
    } else if (types.has("subtitle")) beside.push(child);
    else title.push(child);
  }
  return title.length > 0
    ? { ordinal, number, title, beside }
    : { ordinal: [], number, title: ordinal, beside };
}

function headOfHeading(heading: XmlElement, wordsOf: HeadWords): PieceHead {
  const words = wordsOf([heading]);
  const number = ordinalOf(words);
  if (number !== undefined) return { ...NO_HEAD, ordinal: [heading], number };
  const [first, ...others] = heading.children.filter(
    (child) => child.type === "element" || child.value.trim() !== "",
  );
  const isOrdinal =
    first?.type === "element" && (typesOf(first).has("ordinal") || typesOf(first).has("roman"));
  if (first && isOrdinal && others.length > 0) {
    return { ...NO_HEAD, ordinal: [first], number: ordinalOf(wordsOf([first])), title: others };
  }
  return { ...NO_HEAD, title: [heading] };
}

const ORDINAL =
  /^(?:(?:chapter|letter|paper|number|numb\.?|no\.?|book|section|essay|canto|act|scene|kapitel|chapitre|cap[ií]tulo)\s+)?(\d{1,4}|[IVXLCDM]{1,12}|[ivxlcdm]{1,12})[.:]?$/iu;

/** The number that a heading is: `II`, `Chapter 4.`, `No. X`. */
export function ordinalOf(words: string): number | undefined {
  const found = ORDINAL.exec(words)?.[1];
  if (found === undefined) return undefined;
  return /^\d/u.test(found) ? Number(found) || undefined : romanValue(found);
}
