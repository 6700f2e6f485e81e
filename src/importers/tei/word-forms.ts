import type { Inline } from "../../edition/text.ts";
import { childElements, elementsNamed, type XmlElement } from "../xml/xml-tree.ts";
import { type Convert, pour, pourInto } from "./convert.ts";
import { act, emphasis, plainRenditions, renditions, renditionsOf } from "./inline-forms.ts";
import { GAP, hasOwnText, isBlank, isSilentGap, wordsOf } from "./letters.ts";
import { mention } from "./mentions.ts";
import { noteCall } from "./notes.ts";
import { reference } from "./references.ts";
import type { TextFlow } from "./text-flow.ts";
import { doubt } from "./work.ts";

/** Words that are set in one or several ways, one within the other. */
const set: Convert = (element, flow, work) => {
  const ways = renditionsOf(element).flatMap((way) => {
    const known = renditions[way];
    if (!known && !plainRenditions.has(way)) {
      work.volume.remarks.add(`words set as "${way}" are kept without it ({times})`, element.place);
    }
    return known ? [known(element)] : [];
  });
  const inside = (at: number): void => {
    const way = ways[at];
    if (way) flow.within(way, () => inside(at + 1));
    else pourInto(element, flow, work);
  };
  inside(0);
};

/** Elements in which each part is a line of its own. */
const LINES = new Set(["opener", "closer", "postscript", "attachment", "div"]);

/** A part of a line; in an opener, a line. */
const segment: Convert = (element, flow, work, spot) => {
  const isLine = !spot.amongWords && LINES.has(spot.within);
  if (isLine) flow.endParagraph();
  set(element, flow, work, spot);
  if (isLine) flow.endParagraph();
};

/** Words about which nothing need be said. */
const plain: Convert = (element, flow, work) => pourInto(element, flow, work);

const acted =
  (name: Parameters<typeof act>[0]): Convert =>
  (element, flow, work) => {
    flow.within(act(name)(element), () => pourInto(element, flow, work));
  };

const lineBreak: Convert = (element, flow, work) => {
  flow.lineBreak(element.place);
  pourInto(element, flow, work);
};

const pageBreak: Convert = (element, flow, work) => {
  const page = pageOf(element);
  if (page === undefined) {
    work.volume.remarks.add("the beginning of a page has no number ({times})", element.place);
  } else flow.pageBreak({ type: "page-break", page, place: element.place });
  pourInto(element, flow, work);
};

/** The number or name of the page that begins. */
export function pageOf(element: XmlElement): string | undefined {
  const { attributes } = element;
  const named = attributes.get("n") ?? attributes.get("facs") ?? attributes.get("xml:id");
  const page = named?.replaceAll(/[\s"'{}]+/gu, " ").trim() ?? "";
  return page === "" ? undefined : page;
}

/** What the tags say is missing; where they say it without words, an ellipsis stands for it. */
const gap: Convert = (element, flow, work) => {
  flow.within(act("gap")(element), () => {
    if (isSilentGap(element)) flow.text(GAP, element.place);
    else pourInto(element, flow, work);
  });
};

/** Two readings of one place. */
const choice: Convert = (element, flow, work) => {
  const [sic, corr, ...others] = childElements(element);
  const right = corr && isPlainText(corr) ? wordsOf(corr) : "";
  if (
    sic?.name !== "sic" ||
    corr?.name !== "corr" ||
    others.length > 0 ||
    hasOwnText(element) ||
    isBlank(sic) ||
    right === "" ||
    /["{}\\]/u.test(right)
  ) {
    return pour(element.children, flow, work, true);
  }
  const slip = act("sic")(sic);
  flow.within(
    {
      ...slip,
      wrap: (children): Inline => ({
        type: "act",
        act: "sic",
        attributes: { corr: right },
        children,
        place: sic.place,
      }),
    },
    () => pourInto(sic, flow, work),
  );
};

function isPlainText(element: XmlElement): boolean {
  return element.children.every(({ type }) => type === "text");
}

const foreign: Convert = (element, flow, work) => {
  const language = element.attributes.get("xml:lang") ?? "";
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language)) return set(element, flow, work, none);
  flow.within(
    {
      key: `foreign ${language}`,
      link: false,
      wrap: (children): Inline => ({ type: "foreign", language, children, place: element.place }),
    },
    () => set(element, flow, work, none),
  );
};

const none = { amongWords: true, within: "", before: "" };

/** A picture: its words are kept, and a doubt says where it stood. */
const picture: Convert = (element, flow, work, { amongWords }) => {
  if (!amongWords) flow.endParagraph();
  const pictures =
    element.name === "graphic" || element.name === "media"
      ? [element]
      : [...elementsNamed(element, "graphic"), ...elementsNamed(element, "media")];
  pourInto(element, flow, work);
  const urls = pictures.map((each) => each.attributes.get("url") ?? "").filter((url) => url !== "");
  if (element.name !== "figure" || pictures.length === 0) {
    const named = urls.length === 0 ? "" : `, "${urls.join('", "')}"`;
    pictureDoubt(
      flow,
      `a picture stands here in the source${named}; it is not in this edition`,
      element,
    );
  }
  if (!amongWords) flow.endParagraph();
};

function pictureDoubt(flow: TextFlow, message: string, { place }: XmlElement): void {
  flow.mark(doubt(message, place));
}

/** A reading of a title, in italics as titles are. */
const title: Convert = (element, flow, work) => {
  if (renditionsOf(element).length > 0) return set(element, flow, work, none);
  flow.within(emphasis(element), () => pourInto(element, flow, work));
};

/** A mark of where something is: it says nothing. */
const silent: Convert = (element, flow, work) => pourInto(element, flow, work);

/** Elements that are words, and what becomes of them. */
export const wordForms: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ["hi", set],
  [
    "emph",
    (element, flow, work, spot) =>
      renditionsOf(element).length > 0
        ? set(element, flow, work, spot)
        : void flow.within(emphasis(element), () => pourInto(element, flow, work)),
  ],
  ["foreign", foreign],
  ["seg", segment],
  ["title", title],
  ["persName", mention("people")],
  ["name", mention("people")],
  ["rs", mention("people")],
  ["gloss", mention("terms")],
  ["term", mention("terms")],
  ["ref", reference],
  ["ptr", reference],
  ["note", noteCall],
  ["lb", lineBreak],
  ["pb", pageBreak],
  ["del", acted("del")],
  ["add", acted("add")],
  ["unclear", acted("unclear")],
  ["supplied", acted("supplied")],
  ["sic", acted("sic")],
  ["corr", acted("corr")],
  ["expan", acted("expan")],
  ["gap", gap],
  ["choice", choice],
  ["figure", picture],
  ["graphic", picture],
  ["media", picture],
  ...[
    "placeName",
    "orgName",
    "geogName",
    "country",
    "region",
    "settlement",
    "district",
    "roleName",
    "forename",
    "surname",
    "addName",
    "nameLink",
    "genName",
    "affiliation",
    "email",
    "idno",
    "num",
    "measure",
    "date",
    "time",
    "abbr",
    "orig",
    "reg",
    "subst",
    "q",
    "said",
    "soCalled",
    "mentioned",
    "distinct",
    "s",
    "w",
    "c",
    "pc",
    "code",
    "ident",
    "formula",
    "author",
    "editor",
    "publisher",
    "pubPlace",
    "biblScope",
    "bibl",
    "figDesc",
    "fw",
    "docDate",
    "docAuthor",
    "addrLine",
    "street",
    "postCode",
    "retain",
    "ex",
    "am",
  ].map((name): [string, Convert] => [name, plain]),
  ...["anchor", "milestone", "cb", "gb", "space", "handShift", "index"].map(
    (name): [string, Convert] => [name, silent],
  ),
]);
