import type { OpenPdf } from "./open-pdf.ts";
import type { ReadBookmark, ReadPdf, ReadPlace } from "./read-pdf.ts";

/** What stands in a PDF beside its pages. */
export type PdfMatterRead = Omit<ReadPdf, "pages"> & { readonly count: number };

/** Reads what a PDF says beside its pages: bookmarks, named places, names of the pages, title and language. */
export function readMatter(file: OpenPdf): PdfMatterRead {
  const { pdfium, document, scratch } = file;
  const count = pdfium.FPDF_GetPageCount(document);
  return {
    count,
    places: readPlaces(file),
    bookmarks: readBookmarks(file, 0, 1),
    labels: Array.from({ length: count }, (_, page) =>
      scratch.text((place, room) => pdfium.FPDF_GetPageLabel(document, page, place, room)),
    ),
    title: scratch.text((place, room) => pdfium.FPDF_GetMetaText(document, "Title", place, room)),
    language: scratch.text((place, room) => pdfium.FPDFCatalog_GetLanguage(document, place, room)),
  };
}

/** Reads where names lead. */
function readPlaces(file: OpenPdf): ReadonlyMap<string, ReadPlace> {
  const { pdfium, document, scratch } = file;
  const places = new Map<string, ReadPlace>();
  const count = pdfium.FPDF_CountNamedDests(document);
  for (let at = 0; at < count; at += 1) {
    let target = 0;
    const name = scratch.sizedText((place, _, size) => {
      target = pdfium.FPDF_GetNamedDest(document, at, place, size);
    });
    const place = placeOf(file, target);
    if (place) places.set(name, place);
  }
  return places;
}

/** Reads the bookmarks below another, and those below them; the first of all are below none, which is 0. */
function readBookmarks(file: OpenPdf, above: number, level: number): readonly ReadBookmark[] {
  const { pdfium, document, scratch } = file;
  const bookmarks: ReadBookmark[] = [];
  let bookmark = pdfium.FPDFBookmark_GetFirstChild(document, above);
  while (bookmark !== 0) {
    const own = bookmark;
    const title = scratch.text((place, room) => pdfium.FPDFBookmark_GetTitle(own, place, room));
    const target = pdfium.FPDFBookmark_GetDest(document, own);
    bookmarks.push({ title, level, ...placeOf(file, target) });
    bookmarks.push(...readBookmarks(file, own, level + 1));
    bookmark = pdfium.FPDFBookmark_GetNextSibling(document, own);
  }
  return bookmarks;
}

/** Where PDFium writes whether there are two numbers and a third, and those. */
const [HAS_LEFT, HAS_TOP, HAS_ZOOM, LEFT, TOP, ZOOM] = [0, 4, 8, 12, 16, 20];
const NUMBERS = 6;

function placeOf(file: OpenPdf, target: number): ReadPlace | undefined {
  const { pdfium, document, scratch } = file;
  if (target === 0) return undefined;
  const page = pdfium.FPDFDest_GetDestPageIndex(document, target);
  if (page < 0) return undefined;
  const numbers = scratch.numbers(NUMBERS, (place) =>
    pdfium.FPDFDest_GetLocationInPage(
      target,
      place + HAS_LEFT,
      place + HAS_TOP,
      place + HAS_ZOOM,
      place + LEFT,
      place + TOP,
      place + ZOOM,
    ),
  );
  // What is not there is written as a zero of whatever kind.
  const [hasLeft, hasTop, , left = 0, up = 0] = numbers ?? [0, 0];
  if (hasLeft === 0 || hasTop === 0) return { page };
  const height = heightOf(file, page);
  return { page, left, top: height - up };
}

function heightOf({ pdfium, document, scratch }: OpenPdf, page: number): number {
  const size = scratch.numbers(2, (place) =>
    pdfium.FPDF_GetPageSizeByIndexF(document, page, place),
  );
  return size?.[1] ?? 0;
}
