import type { OpenPdf } from "./open-pdf.ts";
import type { Corner } from "./read-painted.ts";

/** What can be clicked at on a page, in points from its left and upper edges, and the name of what that leads to in the file. */
export interface LinkArea {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The number by which PDFium knows that an annotation is a link. */
const LINK = 2;

/** Reads where a page has links within the file. */
export function readLinkAreas(
  { pdfium, scratch }: OpenPdf,
  page: number,
  corner: Corner,
): readonly LinkArea[] {
  const areas: LinkArea[] = [];
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let at = 0; at < count; at += 1) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, at);
    if (pdfium.FPDFAnnot_GetSubtype(annotation) === LINK) {
      const name = scratch.text((place, room) =>
        pdfium.FPDFAnnot_GetStringValue(annotation, "Dest", place, room),
      );
      const box = scratch.numbers(4, (place) => pdfium.FPDFAnnot_GetRect(annotation, place));
      const [left = 0, top = 0, right = 0, bottom = 0] = box ?? [];
      if (name !== "") {
        areas.push({
          name,
          left: left - corner.left,
          top: corner.top - top,
          right: right - corner.left,
          bottom: corner.top - bottom,
        });
      }
    }
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  return areas;
}
