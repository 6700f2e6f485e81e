import { PdfName, PdfText, type PdfValue } from "./objects.ts";
import { NO_TYPE, type StructureElement, type StructureKid, isElement } from "./structure-tree.ts";

/** Types that stand in a line of text; a row of them without a paragraph of its own becomes one. */
const INLINE: ReadonlySet<string> = new Set([
  "Span",
  "Link",
  "Reference",
  "Lbl",
  "Em",
  "Strong",
  "Code",
  "Quote",
]);

/** Types that hold paragraphs, and no text of their own. */
const GROUPS: ReadonlySet<string> = new Set([
  "Document",
  "Sect",
  "Div",
  "BlockQuote",
  "Note",
  "Aside",
]);

/** Types in which a note is read behind the part that calls it. */
const CONTAINERS: ReadonlySet<string> = new Set([
  "Document",
  "Sect",
  "Div",
  "BlockQuote",
  "Note",
  "LI",
  "LBody",
  "TD",
  "TH",
]);

/**
 * Mends a document's structure: pages are no part of it, what breaks over pages is one, notes stand behind the
 * text that calls them, lists and tables have the parts that the format asks for. `bare` says which
 * pieces of pages are no text.
 */
export function mendStructure(
  document: StructureElement,
  bare: readonly ReadonlySet<number>[],
): StructureElement {
  const whole = joinParts(document, bare);
  const ids = placeNotes(whole);
  for (const [element, id] of ids) element.id = id;
  shape(whole);
  nameHeaders(whole);
  orderHeadings(whole);
  return whole;
}

/** Takes away what stands for nothing, and joins what bears one name. */
function joinParts(
  document: StructureElement,
  bare: readonly ReadonlySet<number>[],
): StructureElement {
  const begun = new Map<string, StructureElement>();
  const put = (kids: readonly StructureKid[], into: StructureElement): void => {
    for (const kid of kids) {
      if (!isElement(kid)) {
        if (!("marked" in kid) || !bare[kid.page]?.has(kid.marked)) into.kids.push(kid);
        continue;
      }
      const type = typeOf(kid);
      if (type === undefined) {
        put(kid.kids, into);
        continue;
      }
      const ref = kid.tagged?.ref;
      const before = ref === undefined ? undefined : begun.get(`${type} ${ref}`);
      const element = before ?? { ...kid, type, kids: [] };
      if (!before) {
        into.kids.push(element);
        if (ref !== undefined) begun.set(`${type} ${ref}`, element);
      }
      put(kid.kids, element);
    }
  };
  const whole: StructureElement = { type: "Document", kids: [] };
  // What Chromium calls so, once for the whole file.
  put(
    document.kids.flatMap((kid) => (isElement(kid) && kid.type === "Document" ? kid.kids : [kid])),
    whole,
  );
  return whole;
}

/** What an element is in truth; nothing where it only stands around others. */
function typeOf({ type, tagged, language }: StructureElement): string | undefined {
  // A link whose type is said to be another stands within that.
  if (type === "Link") return type;
  if (tagged?.type !== undefined) return tagged.type;
  if (type === NO_TYPE) return language === undefined ? undefined : "Span";
  return type === "Div" && language === undefined ? undefined : type;
}

/** Puts notes of pages' feet behind the text that calls them, each once; says how notes are named. */
function placeNotes(document: StructureElement): ReadonlyMap<StructureElement, string> {
  const names = new Map<StructureElement, string>();
  const feet = new Map<string, StructureElement>();
  const calls: string[] = [];
  const look = (element: StructureElement): void => {
    for (const kid of element.kids) {
      if (!isElement(kid)) continue;
      const { note, foot, calls: called } = kid.tagged ?? {};
      if (called !== undefined) calls.push(called);
      if (note !== undefined && kid.type === "Note") {
        names.set(kid, note);
        if (foot === true) feet.set(note, kid);
      }
      look(kid);
    }
  };
  look(document);
  const called = new Set(calls);
  const moved = new Set([...feet].filter(([id]) => called.has(id)).map(([, note]) => note));
  const placed = new Set<string>();
  /** Goes through an element; gives the notes that are to be read behind it. */
  const place = (element: StructureElement): StructureElement[] => {
    const kids: StructureKid[] = [];
    const carried: StructureElement[] = [];
    const container = CONTAINERS.has(element.type);
    for (const kid of element.kids) {
      if (!isElement(kid)) {
        kids.push(kid);
        continue;
      }
      if (moved.has(kid)) continue;
      // Text that stands in no paragraph is read to its end.
      if (container && !isInline(kid)) kids.push(...carried.splice(0));
      kids.push(kid);
      const found = place(kid);
      const id = kid.tagged?.calls;
      const note = id === undefined || placed.has(id) ? undefined : feet.get(id);
      if (note && id !== undefined) {
        placed.add(id);
        found.push(note, ...place(note));
      }
      if (container && !isInline(kid)) kids.push(...found);
      else carried.push(...found);
    }
    element.kids = kids;
    if (container) kids.push(...carried.splice(0));
    return carried;
  };
  place(document);
  return names;
}

/** Gives paragraphs, lists and links the parts that the format asks for. */
function shape(element: StructureElement): void {
  for (const kid of element.kids) if (isElement(kid)) shape(kid);
  if (element.type === "Note") liftMark(element);
  if (element.type === "Figure") takePicture(element);
  if (element.type === "LI") element.kids = entryParts(element.kids);
  else if (GROUPS.has(element.type)) element.kids = inParagraphs(element.kids);
  element.kids = element.kids.flatMap(wrapped);
}

/** A link that stands for more than itself stands within what it stands for. */
function wrapped(kid: StructureKid): readonly StructureKid[] {
  if (!isElement(kid)) return [kid];
  if (kid.kids.length === 0 && !/^T[DHR]$/.test(kid.type)) return [];
  if (kid.type !== "Link") return [kid];
  if (kid.tagged?.calls !== undefined) return [{ type: "Reference", kids: [kid] }];
  return kid.tagged?.type === undefined ? [kid] : [{ type: kid.tagged.type, kids: [kid] }];
}

/** The mark of a note stands before its first paragraph. */
function liftMark(note: StructureElement): void {
  const [first] = note.kids;
  if (!first || !isElement(first) || first.type !== "P") return;
  const [mark] = first.kids;
  if (!mark || !isElement(mark) || mark.type !== "Lbl") return;
  first.kids.shift();
  note.kids.unshift(mark);
  if (first.kids.length === 0) note.kids.splice(1, 1);
}

/** A picture and its caption are one figure, which says what is to be seen. */
function takePicture(figure: StructureElement): void {
  const pictures = figure.kids.filter((kid) => isElement(kid) && kid.type === "Figure");
  const [picture] = pictures;
  if (!picture || !isElement(picture)) return;
  if (pictures.length > 1) {
    figure.type = "Div";
    return;
  }
  if (picture.alternative !== undefined) figure.alternative = picture.alternative;
  figure.kids = figure.kids.flatMap((kid) => (kid === picture ? picture.kids : [kid]));
}

function isInline(kid: StructureKid): boolean {
  return !isElement(kid) || INLINE.has(kid.type);
}

function inParagraphs(kids: readonly StructureKid[]): StructureKid[] {
  const made: StructureKid[] = [];
  let paragraph: StructureElement | undefined;
  for (const kid of kids) {
    if (!isInline(kid) || (isElement(kid) && kid.type === "Lbl")) {
      made.push(kid);
      paragraph = undefined;
    } else if (paragraph) paragraph.kids.push(kid);
    else made.push((paragraph = { type: "P", kids: [kid] }));
  }
  return made;
}

/** An entry of a list is a label, if there is one, and a body. */
function entryParts(kids: readonly StructureKid[]): StructureKid[] {
  const labels = kids.filter((kid) => isElement(kid) && kid.type === "Lbl");
  const rest = kids.filter((kid) => !labels.includes(kid));
  if (rest.every((kid) => isElement(kid) && kid.type === "LBody")) return [...labels, ...rest];
  return [...labels, { type: "LBody", kids: rest }];
}

/** Names the heads of columns, and says of each cell below which is its. */
function nameHeaders(element: StructureElement): void {
  for (const kid of element.kids) if (isElement(kid)) nameHeaders(kid);
  if (element.type !== "Table") return;
  const rows = element.kids.filter((kid) => isElement(kid)).filter(({ type }) => type === "TR");
  const ref = element.tagged?.ref;
  let heads: readonly (string | undefined)[] = [];
  for (const row of rows) {
    const cells = row.kids.filter((kid) => isElement(kid));
    if (cells.length > 0 && cells.every(({ type }) => type === "TH")) {
      heads = cells.map((cell, column) => {
        const id = ref === undefined ? undefined : `${ref}.${column + 1}`;
        if (id !== undefined) cell.id = id;
        cell.attributes = tableAttributes(["Scope", new PdfName("Column")]);
        return id;
      });
      continue;
    }
    cells.forEach((cell, column) => {
      const head = heads[column];
      delete cell.attributes;
      if (head !== undefined) cell.attributes = tableAttributes(["Headers", [new PdfText(head)]]);
    });
  }
}

function tableAttributes(entry: readonly [string, PdfValue]): PdfValue {
  return new Map<string, PdfValue>([["O", new PdfName("Table")], entry]);
}

/** No heading may be more than one level below the one before it. */
function orderHeadings(document: StructureElement): void {
  let level = 0;
  const look = (element: StructureElement): void => {
    const own = /^H([1-6])$/.exec(element.type)?.[1];
    if (own !== undefined) {
      level = Math.min(Number(own), level + 1);
      element.type = `H${level}`;
    }
    for (const kid of element.kids) if (isElement(kid)) look(kid);
  };
  look(document);
}
