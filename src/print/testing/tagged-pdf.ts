import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of a PDF's structure, as a program that reads aloud finds it. */
export interface TaggedElement {
  readonly type: string;
  readonly language: string | undefined;
  readonly id: string | undefined;
  readonly alternative: string | undefined;
  /** Ids of the heads of a cell's column. */
  readonly headers: readonly string[];
  readonly scope: string | undefined;
  /** Where its own links lead: a named target, or an address. */
  readonly links: readonly string[];
  /** All that is read in it, in its order. */
  readonly text: string;
  readonly kids: readonly TaggedElement[];
}

/** A PDF read by its structure, and all that is wrong with that. */
export interface TaggedPdf {
  readonly document: TaggedElement;
  /** What is painted as no part of the text, by page. */
  readonly artifacts: readonly string[];
  readonly faults: readonly string[];
  readonly title: { readonly shown: boolean; readonly words: string | undefined };
  readonly language: string | undefined;
}

/** Reads the structure of a PDF with libraries that had no part in writing it. */
export async function readTaggedPdf(bytes: Uint8Array): Promise<TaggedPdf> {
  const faults: string[] = [];
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const pieces = await piecesOf(bytes);
  const { catalog, context } = file;
  const pages = new Map(file.getPages().map((page, at) => [page.ref.toString(), at]));
  const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const parents = parentsOf(root);
  const ids = idsOf(root);
  const read = new Set<string>();
  const seenIds = new Set<string>();

  const readElement = (reference: PDFRef, above: PDFRef | undefined): TaggedElement => {
    const element = context.lookup(reference, PDFDict);
    const type = nameOf(element.lookup(PDFName.of("S"))) ?? "";
    const parent = element.get(PDFName.of("P"));
    if (above && parent !== above)
      faults.push(`${type} ${reference.toString()} has another parent`);
    const own = element.get(PDFName.of("Pg"));
    const kids: TaggedElement[] = [];
    const links: string[] = [];
    let text = "";
    let lastPage: number | undefined;
    const take = (marked: number, page: PDFObject | undefined): void => {
      const at = page instanceof PDFRef ? pages.get(page.toString()) : undefined;
      const key = `${at ?? "?"}.${marked}`;
      if (read.has(key)) faults.push(`piece ${key} is read twice`);
      read.add(key);
      const words = pieces.marked.get(key);
      if (words === undefined) faults.push(`${type} has a piece ${key} that is not on the page`);
      // A page ends a line, and so a word.
      if (lastPage !== undefined && lastPage !== at) text += " ";
      lastPage = at;
      text += words ?? "";
      const node = at === undefined ? undefined : file.getPages()[at]?.node;
      const number = node?.lookup(PDFName.of("StructParents"), PDFNumber).asNumber();
      const row = number === undefined ? undefined : parents.get(number);
      const found = row instanceof PDFArray ? row.get(marked) : undefined;
      if (found !== reference) faults.push(`the tree of parents has another parent for ${key}`);
    };
    for (const kid of listOf(element.get(PDFName.of("K")), context.lookup.bind(context))) {
      const meant = context.lookup(kid);
      if (meant instanceof PDFNumber) take(meant.asNumber(), own);
      else if (meant instanceof PDFDict) {
        const kind = nameOf(meant.lookup(PDFName.of("Type")));
        const page = meant.get(PDFName.of("Pg")) ?? own;
        if (kind === "MCR") take(meant.lookup(PDFName.of("MCID"), PDFNumber).asNumber(), page);
        else if (kind === "OBJR") {
          const annotation = meant.lookup(PDFName.of("Obj"), PDFDict);
          const key = annotation.lookup(PDFName.of("StructParent"), PDFNumber).asNumber();
          if (parents.get(key) !== reference) faults.push(`link ${key} has another parent`);
          if (!annotation.has(PDFName.of("Contents"))) faults.push(`link ${key} says nothing`);
          links.push(leadsTo(annotation));
        } else if (kid instanceof PDFRef) {
          const inner = readElement(kid, reference);
          kids.push(inner);
          text += inner.text;
        }
      }
    }
    const id = textOf(element.lookup(PDFName.of("ID")));
    if (id !== undefined) {
      if (seenIds.has(id)) faults.push(`the id ${id} is given twice`);
      seenIds.add(id);
      if (ids.get(id) !== reference) faults.push(`the tree of ids has another element for ${id}`);
    }
    const attributes = listOf(element.get(PDFName.of("A")), context.lookup.bind(context))
      .map((each) => context.lookup(each))
      .filter((each) => each instanceof PDFDict);
    const headers = attributes.flatMap((each) =>
      listOf(each.get(PDFName.of("Headers")), context.lookup.bind(context)),
    );
    return {
      type,
      language: textOf(element.lookup(PDFName.of("Lang"))),
      id,
      alternative: textOf(element.lookup(PDFName.of("Alt"))),
      headers: headers.map((header) => textOf(header) ?? ""),
      scope: attributes.map((each) => nameOf(each.lookup(PDFName.of("Scope")))).find(Boolean),
      links,
      text,
      kids,
    };
  };
  const [first, ...others] = listOf(root.get(PDFName.of("K")), context.lookup.bind(context));
  if (!(first instanceof PDFRef) || others.length > 0) throw new Error("not one document");
  const document = readElement(first, undefined);
  for (const key of pieces.marked.keys()) {
    if (!read.has(key)) faults.push(`piece ${key} is not read: ${pieces.marked.get(key) ?? ""}`);
  }
  faults.push(...pieces.unmarked.map((words) => `neither text nor artifact: ${words}`));
  const preferences = catalog.lookupMaybe(PDFName.of("ViewerPreferences"), PDFDict);
  return {
    document,
    artifacts: pieces.artifacts,
    faults,
    title: {
      shown: preferences?.get(PDFName.of("DisplayDocTitle"))?.toString() === "true",
      words: file.getTitle(),
    },
    language: textOf(catalog.lookup(PDFName.of("Lang"))),
  };
}

/** All elements of a type, in the order in which they are read. */
export function elementsOf(element: TaggedElement, type: RegExp): readonly TaggedElement[] {
  return [
    ...(type.test(element.type) ? [element] : []),
    ...element.kids.flatMap((kid) => elementsOf(kid, type)),
  ];
}

interface Pieces {
  /** Words by page and number of the marked content. */
  readonly marked: ReadonlyMap<string, string>;
  readonly artifacts: readonly string[];
  readonly unmarked: readonly string[];
}

/** What is painted on pages, by how it is marked. */
async function piecesOf(bytes: Uint8Array): Promise<Pieces> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  const marked = new Map<string, string>();
  const artifacts: string[] = [];
  const unmarked: string[] = [];
  try {
    const file = await task.promise;
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const open: (string | undefined)[] = [];
      let aside = "";
      for (const item of items) {
        if ("str" in item) {
          const words = item.str + (item.hasEOL ? " " : "");
          const inner = open.at(-1);
          if (inner !== undefined) marked.set(inner, (marked.get(inner) ?? "") + words);
          else if (open.length > 0) aside += words;
          else if (item.str.trim() !== "") unmarked.push(`page ${number}: ${item.str}`);
        } else if (item.type === "endMarkedContent") open.pop();
        else {
          const id = /_mc(\d+)$/.exec(item.id ?? "")?.[1];
          const key = id === undefined ? undefined : `${number - 1}.${id}`;
          if (key !== undefined) marked.set(key, marked.get(key) ?? "");
          open.push(key);
        }
      }
      if (open.length > 0) unmarked.push(`page ${number} does not end what it marks`);
      artifacts.push(aside);
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
  return { marked, artifacts, unmarked };
}

/** What belongs to each key of the tree of parents. */
function parentsOf(root: PDFDict): ReadonlyMap<number, PDFObject | undefined> {
  const found = new Map<number, PDFObject | undefined>();
  eachLeaf(root.lookup(PDFName.of("ParentTree"), PDFDict), "Nums", (key, value) => {
    if (key instanceof PDFNumber)
      found.set(
        key.asNumber(),
        value instanceof PDFRef && root.context.lookup(value) instanceof PDFArray
          ? root.context.lookup(value)
          : value,
      );
  });
  return found;
}

function idsOf(root: PDFDict): ReadonlyMap<string, PDFObject | undefined> {
  const found = new Map<string, PDFObject | undefined>();
  const tree = root.lookupMaybe(PDFName.of("IDTree"), PDFDict);
  if (tree) eachLeaf(tree, "Names", (key, value) => found.set(textOf(key) ?? "", value));
  return found;
}

function eachLeaf(
  node: PDFDict,
  kind: string,
  use: (key: PDFObject | undefined, value: PDFObject | undefined) => void,
): void {
  const pairs = node.lookupMaybe(PDFName.of(kind), PDFArray);
  for (let at = 0; at + 1 < (pairs?.size() ?? 0); at += 2) use(pairs?.get(at), pairs?.get(at + 1));
  const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
  for (let at = 0; at < (kids?.size() ?? 0); at += 1) {
    const kid = kids?.lookup(at);
    if (kid instanceof PDFDict) eachLeaf(kid, kind, use);
  }
}

function leadsTo(annotation: PDFDict): string {
  const target = textOf(annotation.lookup(PDFName.of("Dest")));
  const action = annotation.lookupMaybe(PDFName.of("A"), PDFDict);
  return target ?? textOf(action?.lookup(PDFName.of("URI"))) ?? "";
}

function listOf(
  value: PDFObject | undefined,
  lookup: (value: PDFObject | undefined) => PDFObject | undefined,
): readonly PDFObject[] {
  const meant = lookup(value);
  if (meant instanceof PDFArray) return meant.asArray();
  return value === undefined ? [] : [value];
}

function nameOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** Ids and names of targets hold UTF-8, what is read aloud is encoded as PDFs do it. */
function textOf(value: PDFObject | undefined): string | undefined {
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return undefined;
  const bytes = Buffer.from(value.asBytes());
  return bytes[0] === 0xfe ? value.decodeText() : bytes.toString("utf8");
}
