import type { OpenPdf } from "./open-pdf.ts";
import { type LinkArea, readLinkAreas } from "./read-link-areas.ts";
import type { ReadLink, ReadPdfPage, ReadRun, TaggedRun } from "./read-pdf.ts";
import { type Painted, readPainted } from "./read-painted.ts";

/** Structure elements that stand within a line, or say nothing of what they hold. */
const WITHIN_LINES: ReadonlySet<string> = new Set(
  "NonStruct Span Link Em Strong Quote Code Lbl Reference Annot Private Sub".split(" "),
);

/** Reads a page, counted from 0: its text in the order of the tags, what is painted outside of them, and its links. */
export function readPage(file: OpenPdf, index: number): ReadPdfPage {
  const { pdfium, document, scratch } = file;
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(`page ${index + 1} does not open`);
  const box = scratch.numbers(4, (place) => pdfium.FPDF_GetPageBoundingBox(page, place));
  const [left = 0, top = 0, right = 0, bottom = 0] = box ?? [];
  try {
    const corner = { left, top };
    const painted = readPainted(file, page, corner);
    const areas = readLinkAreas(file, page, corner);
    return {
      ...readTagged(file, page, painted, areas),
      width: right - left,
      height: top - bottom,
    };
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

/** The element that text stands in: its kind, and which of the page's notes it is part of. */
interface Within {
  readonly block: string;
  readonly note?: number;
}

/** Walks through the elements of a page. */
function readTagged(
  { pdfium, scratch }: OpenPdf,
  page: number,
  painted: Painted,
  areas: readonly LinkArea[],
): Omit<ReadPdfPage, "width" | "height"> {
  const tagged: TaggedRun[] = [];
  const links: ReadLink[] = [];
  const notes = { count: 0 };
  const unread = new Set(painted.tagged.keys());
  const unclaimed = new Set(areas);
  const visit = (element: number, within: Within): void => {
    const role = scratch.text((place, room) =>
      pdfium.FPDF_StructElement_GetType(element, place, room),
    );
    let inside = WITHIN_LINES.has(role) ? within : { ...within, block: role };
    if (role === "Note") inside = { ...inside, note: (notes.count += 1) - 1 };
    const before = tagged.length;
    const count = pdfium.FPDF_StructElement_CountChildren(element);
    for (let at = 0; at < count; at += 1) {
      const mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at);
      if (mark >= 0) {
        for (const run of painted.tagged.get(mark) ?? []) tagged.push({ ...run, ...inside });
        unread.delete(mark);
      } else {
        const child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at);
        if (child !== 0) visit(child, inside);
      }
    }
    if (role === "Link") links.push(...linksOf(tagged.slice(before), areas, unclaimed));
  };
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  if (tree !== 0) {
    const count = pdfium.FPDF_StructTree_CountChildren(tree);
    for (let at = 0; at < count; at += 1) {
      const element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, at);
      if (element !== 0) visit(element, { block: "" });
    }
    pdfium.FPDF_StructTree_Close(tree);
  }
  for (const { name } of unclaimed) links.push({ name });
  const { artifacts } = painted;
  const untagged = [
    ...painted.untagged,
    ...[...unread].flatMap((mark) => painted.tagged.get(mark) ?? []),
  ];
  return {
    text: textOf([...tagged, ...artifacts, ...untagged]),
    tagged,
    artifacts,
    untagged,
    links,
  };
}

function textOf(runs: readonly ReadRun[]): string {
  return runs.map(({ text }) => text).join(" ");
}

/** Where the words of a link lead: what a reader finds who clicks at them. One that goes on on the next line has two areas. */
function linksOf(
  runs: readonly TaggedRun[],
  areas: readonly LinkArea[],
  unclaimed: Set<LinkArea>,
): readonly ReadLink[] {
  const names = new Set<string>();
  for (const run of runs) {
    for (const area of areas) {
      if (!isUpon(run, area)) continue;
      names.add(area.name);
      unclaimed.delete(area);
    }
  }
  const words = textOf(runs);
  return [...names].map((name) => ({ name, words }));
}

/** Whether the middle of a few words, a little above what they stand on, is in an area. */
function isUpon({ left, right, base, size }: ReadRun, area: LinkArea): boolean {
  const across = (left + right) / 2;
  const down = base - size / 4;
  return across >= area.left && across <= area.right && down >= area.top && down <= area.bottom;
}
