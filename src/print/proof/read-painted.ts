import type { OpenPdf } from "./open-pdf.ts";
import type { ReadRun } from "./read-pdf.ts";

/** Where a page begins, in the measure of its file. */
export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** What is painted on a page, by the number under which the tags know it. */
export interface Painted {
  readonly tagged: ReadonlyMap<number, readonly ReadRun[]>;
  readonly artifacts: readonly ReadRun[];
  readonly untagged: readonly ReadRun[];
}

/** The numbers by which PDFium knows what is painted. */
const TEXT = 1;
const FORM = 5;

/** Reads the words that are painted on a page, in the order in which they are. */
export function readPainted(file: OpenPdf, page: number, corner: Corner): Painted {
  const { pdfium } = file;
  const tagged = new Map<number, ReadRun[]>();
  const artifacts: ReadRun[] = [];
  const untagged: ReadRun[] = [];
  const runsOf = (mark: number, object: number): ReadRun[] => {
    if (mark < 0) return isArtifact(file, object) ? artifacts : untagged;
    const runs = tagged.get(mark) ?? [];
    tagged.set(mark, runs);
    return runs;
  };
  const text = pdfium.FPDFText_LoadPage(page);
  const read = (object: number, outer: Outer): void => {
    const own = pdfium.FPDFPageObj_GetMarkedContentID(object);
    const mark = own < 0 ? outer.mark : own;
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === TEXT) {
      const run = readRun(file, object, text, { ...corner, matrix: outer.matrix });
      if (run) runsOf(mark, object).push(run);
    } else if (type === FORM) {
      const matrix = multiplied(matrixOf(file, object), outer.matrix);
      const count = pdfium.FPDFFormObj_CountObjects(object);
      for (let at = 0; at < count; at += 1) {
        read(pdfium.FPDFFormObj_GetObject(object, at), { mark, matrix });
      }
    }
  };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let at = 0; at < count; at += 1) {
    read(pdfium.FPDFPage_GetObject(page, at), { mark: -1, matrix: UNCHANGED });
  }
  pdfium.FPDFText_ClosePage(text);
  return { tagged, artifacts, untagged };
}

/** What something painted stands in. */
interface Outer {
  readonly mark: number;
  readonly matrix: Matrix;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

/** What PDFium reads of a hyphen at a line's end. */
const HYPHEN = "\u0002";

function readRun(
  file: OpenPdf,
  object: number,
  page: number,
  { left, top, matrix: outer }: Corner & Pick<Outer, "matrix">,
): ReadRun | undefined {
  const { pdfium, scratch } = file;
  const text = scratch.text((place, room) => pdfium.FPDFTextObj_GetText(object, page, place, room));
  if (!/\S/.test(text)) return undefined;
  const size = scratch.numbers(1, (place) => pdfium.FPDFTextObj_GetFontSize(object, place))?.[0];
  const bounds = scratch.numbers(4, (place) =>
    pdfium.FPDFPageObj_GetBounds(object, place, place + 4, place + 8, place + 12),
  );
  const [from = 0, , to = 0] = bounds ?? [];
  const [, , c, d, e, f] = multiplied(matrixOf(file, object), outer);
  const end = outer[0] * to + outer[4];
  return {
    text: text.replaceAll(HYPHEN, "-"),
    left: tenth(Math.min(e, outer[0] * from + outer[4]) - left),
    right: tenth(end - left),
    base: tenth(top - f),
    size: tenth((size ?? 0) * Math.hypot(c, d)),
  };
}

function matrixOf({ pdfium, scratch }: OpenPdf, object: number): Matrix {
  const numbers = scratch.numbers(6, (place) => pdfium.FPDFPageObj_GetMatrix(object, place));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers ?? [];
  return [a, b, c, d, e, f];
}

/** ISO 32000-1, 8.3.4: first the one, then the other. */
function multiplied(one: Matrix, other: Matrix): Matrix {
  if (other === UNCHANGED) return one;
  const [a, b, c, d, e, f] = other;
  const [g, h, i, j, k, l] = one;
  return [
    g * a + h * c,
    g * b + h * d,
    i * a + j * c,
    i * b + j * d,
    k * a + l * c + e,
    k * b + l * d + f,
  ];
}

/** Whether something is marked as no part of the text. */
function isArtifact({ pdfium, scratch }: OpenPdf, object: number): boolean {
  const count = pdfium.FPDFPageObj_CountMarks(object);
  for (let at = 0; at < count; at += 1) {
    const mark = pdfium.FPDFPageObj_GetMark(object, at);
    const name = scratch.sizedText((place, room, size) =>
      pdfium.FPDFPageObjMark_GetName(mark, place, room, size),
    );
    if (name === "Artifact") return true;
  }
  return false;
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10;
}
