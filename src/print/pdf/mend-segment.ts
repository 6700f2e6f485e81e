import { deflateSync } from "node:zlib";
import type { SurveyedPage } from "../page/survey.ts";
import type { PrintedSegment } from "../segments/printed-segment.ts";
import { type Glyphs, readGlyphs } from "./glyphs.ts";
import { INNER_LINK } from "./inner-links.ts";
import { mendContent } from "./mend-content.ts";
import { mendStructure } from "./mend-structure.ts";
import {
  ALL_PAGES,
  DOCUMENT,
  FIRST_OWN,
  type MendedSegment,
  type PlaceOnPage,
  type SegmentObject,
} from "./mended-segment.ts";
import {
  type PdfDictionary,
  PdfReference,
  PdfText,
  hexadecimal,
  pdfText,
  written,
  writtenName,
} from "./objects.ts";
import { type PdfFile, readObjects, streamText } from "./read-objects.ts";
import { shareObjects } from "./shared-objects.ts";
import {
  CODE_OF_LINK,
  type StructureElement,
  type StructureKid,
  isElement,
  readStructure,
} from "./structure-tree.ts";

/** CSS pixels are a 96th of an inch, points a 72nd. */
const POINTS = 0.75;

/** A printed segment, of whose pages the headings alone are asked. */
export type SegmentToMend = Omit<PrintedSegment, "pages"> & {
  readonly pages: readonly Pick<SurveyedPage, "headings">[];
};

/** Gives a segment what the browser cannot, as far as it can be known of it alone; `language` is the reader's. */
export function mendSegment(printed: SegmentToMend, language: string): MendedSegment {
  const file = readObjects(printed.pdf);
  // The first shows nothing but letters.
  const [, ...pages] = pagesOf(file);
  const numbers = new Map(pages.map(({ number }, page) => [number, page]));
  const structure = readStructure(file, numbers, printed.tagged);
  const figures = figuresOf(structure, pages.length);
  const contents = mendContents(
    file,
    pages.map(({ page }) => page),
    figures,
  );
  const document = mendStructure(
    structure,
    contents.map(({ bare }) => bare),
  );

  const objects: SegmentObject[] = [];
  const reserve = (): number => {
    objects.push({ text: "null" });
    return FIRST_OWN + objects.length - 1;
  };
  const set = (number: number, object: SegmentObject): void => {
    objects[number - FIRST_OWN] = object;
  };
  const tree = reserve();
  const pageNumbers = pages.map(reserve);
  const ids: { id: string; object: number }[] = [];
  const parents: string[] = pages.map(() => "");
  const marked: number[][] = pages.map(() => []);
  const links = new Map<number, { readonly number: number; readonly parent: number }>();
  const linked = new Set<string>();

  const writeElement = (element: StructureElement, above: number, around: string): number => {
    const number = reserve();
    const own = element.language ?? around;
    const page = pageOf(element.kids);
    let text = `<</S${writtenName(element.type)}/P ${above} 0 R`;
    if (page !== undefined) text += `/Pg ${pageNumbers[page] ?? 0} 0 R`;
    if (own !== around) text += `/Lang${hexadecimal(own)}`;
    if (element.alternative !== undefined) text += `/Alt${hexadecimal(element.alternative)}`;
    if (element.attributes !== undefined) text += `/A ${written(element.attributes)}`;
    if (element.id !== undefined) {
      const id = Buffer.from(element.id, "utf8").toString("latin1");
      ids.push({ id, object: number });
      text += `/ID${hexadecimal(id)}`;
    }
    const kids = element.kids.map((kid): string => {
      if (isElement(kid)) return `${writeElement(kid, number, own)} 0 R`;
      const on = pageNumbers[kid.page] ?? 0;
      if ("marked" in kid) {
        const row = marked[kid.page];
        if (row) row[kid.marked] = number;
        return kid.page === page
          ? String(kid.marked)
          : `<</Type/MCR/Pg ${on} 0 R/MCID ${kid.marked}>>`;
      }
      const link = reserve();
      links.set(kid.annotation, { number: link, parent: number });
      const { value } = file.object(kid.annotation);
      const key = parents.push(`${number} 0 R`) - 1;
      const dictionary = file.dictionary(value);
      set(link, { text: annotationText(file, dictionary, key, element.tagged?.words, linked) });
      return `<</Type/OBJR/Pg ${on} 0 R/Obj ${link} 0 R>>`;
    });
    set(number, { text: `${text}/K[${kids.join(" ")}]>>` });
    return number;
  };
  const elements = document.kids
    .filter((kid) => isElement(kid))
    .map((element) => writeElement(element, DOCUMENT, language));

  const shared = shareObjects(file);
  const heights = pages.map(({ page }) => heightOf(file, page));
  pages.forEach(({ page }, at) => {
    const number = pageNumbers[at] ?? 0;
    const annotations = file.list(page.get("Annots")).flatMap((annotation) => {
      if (!(annotation instanceof PdfReference)) return [];
      const before = links.get(annotation.number);
      if (before) return [before.number];
      // A link for the eye alone, beside another that is read.
      const link = reserve();
      set(link, {
        text: annotationText(file, file.dictionary(annotation), undefined, undefined, linked),
      });
      return [link];
    });
    const content = reserve();
    const packed = deflateSync(Buffer.from(contents[at]?.content ?? "", "latin1"));
    set(content, { text: `<</Filter/FlateDecode/Length ${packed.length}>>`, stream: packed });
    const annots = annotations.map((link) => `${link} 0 R`).join(" ");
    set(number, {
      text:
        `<</Type/Page/Parent ${tree} 0 R/MediaBox ${written(file.list(page.get("MediaBox")))}` +
        `/Resources ${shared.write(file.dictionary(page.get("Resources")))}/Contents ${content} 0 R` +
        `${annots === "" ? "" : `/Annots[${annots}]`}/StructParents ${at} 0 K/Tabs/S>>`,
    });
    const row = marked[at] ?? [];
    parents[at] =
      `[${Array.from(row, (element) => (element === undefined ? "null" : `${element} 0 R`)).join(" ")}]`;
  });
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(" ");
  set(tree, {
    text: `<</Type/Pages/Parent ${ALL_PAGES} 0 R/Count ${pages.length}/Kids[${kids}]>>`,
  });

  const place = (page: number, left: number, top: number): PlaceOnPage => ({
    page,
    x: rounded(left * POINTS),
    y: rounded((heights[page] ?? 0) - top * POINTS),
  });
  return {
    objects,
    shared: shared.all,
    tree,
    pages: pageNumbers,
    elements,
    parents,
    ids,
    targets: printed.targets.map(({ id, page, left, top }) => ({ id, ...place(page, left, top) })),
    linked: [...linked],
    headings: printed.pages.flatMap(({ headings }, page) =>
      headings.map(({ bookmark, level, left, top }) => ({
        bookmark,
        level,
        ...place(page, left, top),
      })),
    ),
  };
}

interface NumberedPage {
  readonly number: number;
  readonly page: PdfDictionary;
}

function pagesOf(file: PdfFile): readonly NumberedPage[] {
  const found: NumberedPage[] = [];
  const visit = (reference: PdfReference): void => {
    const node = file.dictionary(reference);
    if (!node.has("Kids")) found.push({ number: reference.number, page: node });
    for (const kid of file.list(node.get("Kids"))) if (kid instanceof PdfReference) visit(kid);
  };
  const root = file.dictionary(file.trailer.get("Root")).get("Pages");
  if (root instanceof PdfReference) visit(root);
  return found;
}

function heightOf(file: PdfFile, page: PdfDictionary): number {
  const [, bottom, , top] = file.list(page.get("MediaBox")).map(Number);
  return (top ?? 0) - (bottom ?? 0);
}

function mendContents(
  file: PdfFile,
  pages: readonly PdfDictionary[],
  figures: readonly ReadonlySet<number>[],
): readonly ReturnType<typeof mendContent>[] {
  const known = new Map<number, Glyphs | undefined>();
  return pages.map((page, at) => {
    const fonts = new Map<string, Glyphs | undefined>();
    for (const [name, font] of file.dictionary(
      file.dictionary(page.get("Resources")).get("Font"),
    )) {
      if (!(font instanceof PdfReference)) continue;
      if (!known.has(font.number)) known.set(font.number, readGlyphs(file, font));
      fonts.set(name, known.get(font.number));
    }
    const content = page.get("Contents");
    const text = content instanceof PdfReference ? streamText(file, content) : "";
    return mendContent(text, {
      height: heightOf(file, page),
      fonts,
      figures: figures[at] ?? new Set(),
    });
  });
}

/** What of each page belongs to figures. */
function figuresOf(document: StructureElement, pages: number): readonly ReadonlySet<number>[] {
  const figures = Array.from({ length: pages }, () => new Set<number>());
  const look = (element: StructureElement, inside: boolean): void => {
    for (const kid of element.kids) {
      if (isElement(kid)) look(kid, inside || kid.type === "Figure");
      else if (inside && "marked" in kid) figures[kid.page]?.add(kid.marked);
    }
  };
  look(document, false);
  return figures;
}

/** The page of an element's first piece that is its own. */
function pageOf(kids: readonly StructureKid[]): number | undefined {
  for (const kid of kids) if (!isElement(kid)) return kid.page;
  return undefined;
}

/** A link: those within the reader lead to named targets. */
function annotationText(
  file: PdfFile,
  annotation: PdfDictionary,
  key: number | undefined,
  words: string | undefined,
  linked: Set<string>,
): string {
  const action = file.dictionary(annotation.get("A"));
  const address = action.get("URI");
  const url = address instanceof PdfText ? address.bytes : "";
  let text = `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect ${written(file.list(annotation.get("Rect")))}`;
  if (url.startsWith(INNER_LINK)) {
    const id = decodeURIComponent(url.slice(INNER_LINK.length).replace(CODE_OF_LINK, ""));
    linked.add(id);
    text += `/Dest${hexadecimal(targetName(id))}`;
  } else text += `/A<</Type/Action/S/URI/URI${hexadecimal(url)}>>`;
  const said = words ?? (url.startsWith(INNER_LINK) ? "" : url);
  if (said !== "") text += `/Contents${written(pdfText(said))}`;
  return key === undefined ? `${text}>>` : `${text}/StructParent ${key} 0 K>>`;
}

/** The bytes by which a target is known. */
export function targetName(id: string): string {
  return Buffer.from(id, "utf8").toString("latin1");
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
