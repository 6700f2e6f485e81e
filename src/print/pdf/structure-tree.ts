import type { TaggedElement } from "../page/tag-elements.ts";
import { PdfName, PdfReference, PdfText, type PdfValue } from "./objects.ts";
import type { PdfFile } from "./read-objects.ts";

/** An element of the structure tree. */
export interface StructureElement {
  /** Its structure type, such as `P` or `Table`. */
  type: string;
  language?: string;
  /** What is said in place of a picture. */
  alternative?: string;
  /** What its type alone does not say, such as how many columns a cell spans. */
  attributes?: PdfValue;
  /** Its name, by which cells name their headers, and notes are told apart. */
  id?: string;
  kids: StructureKid[];
  /** What the page said of it before it was printed. */
  readonly tagged?: TaggedElement;
}

/** A piece of what is written on a page. */
export interface MarkedPiece {
  readonly page: number;
  readonly marked: number;
}

/** An annotation on a page: a link. */
export interface AnnotatedPiece {
  readonly page: number;
  readonly annotation: number;
}

/** What an element consists of. */
export type StructureKid = StructureElement | MarkedPiece | AnnotatedPiece;

/** Whether it is an element, and no piece of a page. */
export function isElement(kid: StructureKid): kid is StructureElement {
  return "kids" in kid;
}

/** How Chromium says that an element is nothing in particular. */
export const NO_TYPE = "NonStruct";

/** Stands behind an element's language where the page gave it a code. */
const CODE = /-x-([0-9a-z]+)$/;

/** Stands behind the address of a link within the reader. */
export const CODE_OF_LINK = /\?([0-9a-z]+)$/;

/** Reads what Chromium says of a document's structure. What stands on none of `pages` is left out. */
export function readStructure(
  file: PdfFile,
  pages: ReadonlyMap<number, number>,
  tagged: readonly TaggedElement[],
): StructureElement {
  const known = new Map(tagged.map((element) => [element.code, element]));
  const root = file.dictionary(file.dictionary(file.trailer.get("Root")).get("StructTreeRoot"));
  const pageOf = (value: PdfValue | undefined): number | undefined =>
    value instanceof PdfReference ? pages.get(value.number) : undefined;

  const readKids = (value: PdfValue | undefined, above: PdfValue | undefined): StructureKid[] => {
    const kids = file.meant(value);
    const found: StructureKid[] = [];
    for (const kid of Array.isArray(kids) ? kids : [value ?? null]) {
      const read = readKid(kid, above);
      if (read) found.push(read);
    }
    return found;
  };
  const readKid = (value: PdfValue, above: PdfValue | undefined): StructureKid | undefined => {
    const kid = file.meant(value);
    if (typeof kid === "number") {
      const page = pageOf(above);
      return page === undefined ? undefined : { page, marked: kid };
    }
    if (!(kid instanceof Map)) return undefined;
    const type = kid.get("Type");
    if (type instanceof PdfName && type.name !== "StructElem") {
      const page = pageOf(kid.get("Pg") ?? above);
      const marked = kid.get("MCID");
      const annotation = kid.get("Obj");
      if (page === undefined) return undefined;
      if (typeof marked === "number") return { page, marked };
      return annotation instanceof PdfReference
        ? { page, annotation: annotation.number }
        : undefined;
    }
    return readElement(kid);
  };
  const readElement = (dictionary: ReadonlyMap<string, PdfValue>): StructureElement => {
    const name = dictionary.get("S");
    const language = textOf(dictionary.get("Lang"));
    const kids = readKids(dictionary.get("K"), dictionary.get("Pg"));
    const code = CODE.exec(language ?? "")?.[1];
    const element = known.get(code ?? codeOfLink(kids) ?? "");
    const own = code === undefined ? language : element?.language;
    const alternative = textOf(dictionary.get("Alt"));
    const attributes = dictionary.get("A");
    return {
      type: name instanceof PdfName ? name.name : NO_TYPE,
      ...(own === undefined ? {} : { language: own }),
      ...(alternative === undefined ? {} : { alternative }),
      ...(attributes === undefined ? {} : { attributes: resolved(file, attributes) }),
      ...(element ? { tagged: element } : {}),
      kids,
    };
  };
  /** A link within the reader is known by where it leads. */
  const codeOfLink = (kids: readonly StructureKid[]): string | undefined => {
    for (const kid of kids) {
      if (isElement(kid) || !("annotation" in kid)) continue;
      const action = file.dictionary(file.dictionary(file.object(kid.annotation).value).get("A"));
      const code = CODE_OF_LINK.exec(textOf(action.get("URI")) ?? "")?.[1];
      if (code !== undefined) return code;
    }
    return undefined;
  };
  return { type: "Document", kids: readKids(root.get("K"), undefined) };
}

function textOf(value: PdfValue | undefined): string | undefined {
  return value instanceof PdfText ? value.bytes : undefined;
}

/** A value that refers to no other object. */
function resolved(file: PdfFile, value: PdfValue): PdfValue {
  const meant = file.meant(value);
  if (Array.isArray(meant)) return meant.map((each) => resolved(file, each));
  if (meant instanceof Map)
    return new Map([...meant].map(([key, each]) => [key, resolved(file, each)]));
  return meant;
}
