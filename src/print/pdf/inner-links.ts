import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { PDFDocument, PDFPage } from "@cantoo/pdf-lib";
import type { LinkTarget } from "../page/turn-links.ts";

/** How a link within the reader is told from one to the web while the browser writes the PDF. */
export const INNER_LINK = "http://inner.invalid/";

/** CSS pixels are a 96th of an inch, points a 72nd. */
const POINTS = 0.75;

/** Gives the links within a reader their named targets back, and the file its list of these. */
export function leadInnerLinks(document: PDFDocument, targets: readonly LinkTarget[]): void {
  const { context, catalog } = document;
  const pages = document.getPages();
  const places = context.obj({});
  for (const { id, page, left, top } of targets) {
    const target = pages[page];
    if (!target) continue;
    const [x, y] = [left * POINTS, target.getHeight() - top * POINTS].map(rounded);
    places.set(PDFName.of(id), context.obj([target.ref, "XYZ", x ?? 0, y ?? 0, 0]));
  }
  catalog.set(PDFName.of("Dests"), context.register(places));
  for (const page of pages) {
    for (const annotation of annotationsOf(page)) {
      const action = annotation.lookupMaybe(PDFName.of("A"), PDFDict);
      const address = action?.lookup(PDFName.of("URI"));
      if (!(address instanceof PDFString || address instanceof PDFHexString)) continue;
      const url = address.decodeText();
      if (!url.startsWith(INNER_LINK)) continue;
      annotation.delete(PDFName.of("A"));
      const id = decodeURIComponent(url.slice(INNER_LINK.length));
      annotation.set(PDFName.of("Dest"), PDFName.of(id));
    }
  }
}

function annotationsOf(page: PDFPage): readonly PDFDict[] {
  const annotations = page.node.lookupMaybe(PDFName.of("Annots"), PDFArray);
  return Array.from({ length: annotations?.size() ?? 0 }, (_, at) =>
    annotations?.lookupMaybe(at, PDFDict),
  ).filter((annotation) => annotation !== undefined);
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
