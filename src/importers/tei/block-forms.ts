import { readDate } from "../../edition/date.ts";
import type { DivisionName } from "../../edition/divisions.ts";
import type { Division } from "../../edition/text.ts";
import { childElements, childNamed, elementsNamed, type XmlElement } from "../xml/xml-tree.ts";
import { type Convert, pour, pourInto } from "./convert.ts";
import { dateOf } from "./dates.ts";
import { emphasis, renditionsOf, strong } from "./inline-forms.ts";
import { hasOwnText } from "./letters.ts";
import { listForm } from "./lists.ts";
import { slug, xmlId } from "./names.ts";
import { table } from "./tables.ts";
import type { TextFlow } from "./text-flow.ts";
import type { Work } from "./work.ts";

/** A paragraph; among words it is one of its own all the same. */
const paragraph: Convert = (element, flow, work) => {
  flow.endParagraph();
  if (renditionsOf(element).includes("sectiontitleital")) {
    heading(element, flow, work, work.headingLevel);
    return;
  }
  setWhole(element, flow, work);
  flow.endParagraph();
};

/** A paragraph that is set in one way as a whole. */
function setWhole(element: XmlElement, flow: TextFlow, work: Work): void {
  const ways = renditionsOf(element);
  const fill = (): void => pourInto(element, flow, work);
  if (ways.includes("italic")) flow.within(emphasis(element), fill);
  else if (ways.includes("strong")) flow.within(strong(element), fill);
  else fill();
}

/** A heading in a text. */
export function heading(element: XmlElement, flow: TextFlow, work: Work, level: number): void {
  const children = flow.line((line) => setWhole(element, line, work), "as spaces");
  if (children.length > 0) {
    flow.block({ type: "heading", level: Math.min(6, level), children, place: element.place });
  }
}

const head: Convert = (element, flow, work, { within }) => {
  if (within !== "figure") return heading(element, flow, work, work.headingLevel);
  flow.endParagraph();
  setWhole(element, flow, work);
  flow.endParagraph();
};

/** A part of a document that has a name; in essays and notes its words alone. */
const part =
  (name: DivisionName): Convert =>
  (element, flow, work, { amongWords }) => {
    if (amongWords) return pourInto(element, flow, work);
    if (!work.transcription || isTransparent(element)) {
      flow.endParagraph();
      pourInto(element, flow, work);
      return flow.endParagraph();
    }
    const blocks = flow.inner((inner) => pourInto(element, inner, work));
    if (blocks.length > 0) flow.block({ type: "division", name, blocks, place: element.place });
  };

/** An opener that holds nothing but a dateline is a dateline. */
function isTransparent(element: XmlElement): boolean {
  const children = childElements(element).filter((child) => child.name !== "pb");
  return (
    !hasOwnText(element) && children.length === 1 && children.every(({ name }) => PARTS.has(name))
  );
}

const PARTS = new Set(["dateline", "salute", "signed", "opener", "closer"]);

/** A paper sent with the document. */
const attachment: Convert = (element, flow, work) => {
  if (!work.transcription) {
    flow.endParagraph();
    pourInto(element, flow, work);
    return flow.endParagraph();
  }
  const inner: Work = { ...work, headingLevel: work.headingLevel };
  const blocks = flow.inner((inside) => attachmentParts(element, inside, inner));
  if (blocks.length === 0) return;
  const id = ownId(element, work);
  const edtf = dateOf(firstDateline(element));
  const date = edtf === undefined ? undefined : readDate(edtf);
  const division: Division = {
    type: "division",
    name: "attachment",
    ...(id !== undefined && { id }),
    ...(date && { date }),
    blocks,
    place: element.place,
  };
  flow.block(division);
};

/** The id of a paper, unless another of the text has it: then nothing could refer to the second. */
function ownId(element: XmlElement, work: Work): string | undefined {
  const written = xmlId(element);
  if (written === undefined) return undefined;
  const id = `${work.volume.id}-${slug(written)}`;
  if (!work.given.has(id)) {
    work.given.add(id);
    return id;
  }
  work.volume.remarks.add(
    "an xml:id stands on two papers of one text, {times}: the second is without one here",
    element.place,
  );
  return undefined;
}

function firstDateline(element: XmlElement): XmlElement | undefined {
  return elementsNamed(element, "dateline")[0];
}

/** The first heading names the attachment; those behind it stand below. */
function attachmentParts(element: XmlElement, flow: TextFlow, work: Work): void {
  const first = childNamed(element, "head");
  const below: Work = { ...work, headingLevel: Math.min(6, work.headingLevel + 1) };
  const at = first ? element.children.indexOf(first) + 1 : 0;
  pour(element.children.slice(0, at), flow, work, false, element.name);
  pour(element.children.slice(at), flow, first ? below : work, hasOwnText(element), element.name);
}

/** A part within a text: its heading, and what stands under it. */
const division: Convert = (element, flow, work) => {
  flow.endParagraph();
  if (element.attributes.get("type") === "attachment") {
    return attachment(element, flow, work, { amongWords: false, within: "", before: "" });
  }
  attachmentParts(element, flow, work);
  flow.endParagraph();
};

const quotation: Convert = (element, flow, work, { amongWords }) => {
  const setOff =
    !amongWords ||
    renditionsOf(element).includes("blockquote") ||
    childElements(element).some(({ name }) => BLOCKS.has(name));
  if (!setOff) return pourInto(element, flow, work);
  const blocks = flow.inner((inner) => pourInto(element, inner, { ...work, transcription: false }));
  if (blocks.length > 0) flow.block({ type: "quotation", blocks, place: element.place });
};

const BLOCKS = new Set(["p", "list", "table", "lg", "div", "quote", "head"]);

/** A line of verse, and lines of their own in general. */
const line: Convert = (element, flow, work) => {
  flow.lineBreak(element.place);
  pourInto(element, flow, work);
  flow.lineBreak(element.place);
};

/** What holds blocks, and says nothing by itself. */
const holder: Convert = (element, flow, work, { amongWords }) => {
  if (!amongWords || childElements(element).some(({ name }) => BLOCKS.has(name)))
    flow.endParagraph();
  pourInto(element, flow, work);
  if (!amongWords || childElements(element).some(({ name }) => BLOCKS.has(name)))
    flow.endParagraph();
};

/** A heading among lists or pictures: a line in bold letters. */
const label: Convert = (element, flow, work, { amongWords }) => {
  if (amongWords) return pourInto(element, flow, work);
  flow.endParagraph();
  flow.within(strong(element), () => pourInto(element, flow, work));
  flow.endParagraph();
};

/** Elements that are blocks, and what becomes of them. */
export const blockForms: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ["p", paragraph],
  ["ab", paragraph],
  ["head", head],
  ["opener", part("opener")],
  ["dateline", part("dateline")],
  ["salute", part("salute")],
  ["closer", part("closer")],
  ["signed", part("signature")],
  ["postscript", part("postscript")],
  ["stamp", part("stamp")],
  ["attachment", attachment],
  ["floatingText", attachment],
  ["div", division],
  ["quote", quotation],
  ["list", listForm],
  ["table", table],
  ["lg", holder],
  ["l", line],
  ["label", label],
  ...["div1", "div2", "div3", "div4", "div5", "div6", "div7"].map((name): [string, Convert] => [
    name,
    division,
  ]),
  ...[
    "cit",
    "sp",
    "speaker",
    "stage",
    "byline",
    "argument",
    "epigraph",
    "trailer",
    "item",
    "row",
    "cell",
    "body",
    "text",
    "front",
    "back",
    "group",
    "address",
    "docTitle",
    "titlePart",
    "docImprint",
    "docEdition",
    "imprimatur",
    "titlePage",
    "listBibl",
    "listPerson",
    "person",
    "signatures",
    "caption",
    "desc",
    "meeting",
    "respStmt",
    "resp",
  ].map((name): [string, Convert] => [name, holder]),
]);
