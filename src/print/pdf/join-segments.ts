import { type ReaderMatter, informationText, labelsText, xmp } from "./matter.ts";
import {
  ALL_PAGES,
  DOCUMENT,
  FIRST_OWN,
  type MendedSegment,
  type PlaceOnPage,
} from "./mended-segment.ts";
import { targetName } from "./mend-segment.ts";
import { writeNameTree, writeNumberTree } from "./name-tree.ts";
import { objectFile } from "./object-file.ts";
import { hexadecimal } from "./objects.ts";
import { type Bookmark, writeOutlines } from "./outlines.ts";

/** Types of Chromium's that came with PDF 2.0, and what they were before. */
const ROLES = "<</Em/Span/Strong/Span/Aside/Sect/FENote/Note/Title/H1>>";

/** Segments on their way into one file. */
export interface Joining {
  /** Adds the segment that follows those which were added. */
  readonly add: (segment: MendedSegment) => void;
  /** The whole file. */
  readonly end: (matter: ReaderMatter) => Uint8Array;
}

/** Joins segments to one file. */
export function joinSegments(segments: readonly MendedSegment[], matter: ReaderMatter): Uint8Array {
  const joining = beginJoining();
  for (const segment of segments) joining.add(segment);
  return joining.end(matter);
}

/**
 * Begins to join segments to one file: their pages one behind the other, their structure below one document, what
 * they have in common once. Links lead to targets in all of them. The same segments give the same bytes.
 */
export function beginJoining(): Joining {
  const file = objectFile();
  const catalog = file.reserve();
  const information = file.reserve();
  const allPages = file.reserve();
  const structure = file.reserve();
  const document = file.reserve();
  const shared = new Map<string, number>();
  const trees: number[] = [];
  const elements: number[] = [];
  const parents: string[] = [];
  const ids = new Map<string, string>();
  const targets = new Map<string, string>();
  const linked = new Set<string>();
  const bookmarks: Bookmark[] = [];
  let pages = 0;

  const add = (segment: MendedSegment): void => {
    const common = shareWith(shared, segment, file);
    const numbers: number[] = [];
    numbers[DOCUMENT] = document;
    numbers[ALL_PAGES] = allPages;
    segment.objects.forEach((_, at) => {
      numbers[FIRST_OWN + at] = file.reserve();
    });
    const relocate = relocation(numbers, common, parents.length);
    segment.objects.forEach(({ text, stream }, at) => {
      file.put(numbers[FIRST_OWN + at] ?? 0, relocate(text), stream);
    });
    const placed = ({ page, x, y }: PlaceOnPage): string =>
      `[${numbers[segment.pages[page] ?? 0] ?? 0} 0 R/XYZ ${x} ${y} 0]`;

    pages += segment.pages.length;
    trees.push(numbers[segment.tree] ?? 0);
    for (const element of segment.elements) elements.push(numbers[element] ?? 0);
    for (const parent of segment.parents) parents.push(relocate(parent));
    for (const { id, object } of segment.ids) ids.set(id, `${numbers[object] ?? 0} 0 R`);
    // The first counts, as in a browser.
    for (const target of segment.targets)
      if (!targets.has(target.id)) targets.set(target.id, placed(target));
    for (const name of segment.linked) linked.add(name);
    for (const { bookmark, level, ...place } of segment.headings)
      bookmarks.push({ words: bookmark, level, place: placed(place) });
  };

  const end = (matter: ReaderMatter): Uint8Array => {
    file.put(allPages, `<</Type/Pages/Count ${pages}/Kids[${references(trees)}]>>`);
    file.put(
      document,
      `<</S/Document/P ${structure} 0 R/Lang${hexadecimal(matter.language)}/K[${references(elements)}]>>`,
    );
    const parentTree = writeNumberTree(file, parents);
    const names = writeNameTree(file, ids);
    file.put(
      structure,
      `<</Type/StructTreeRoot/K ${document} 0 R/ParentTree ${parentTree}` +
        `/ParentTreeNextKey ${parents.length}/IDTree ${names}/RoleMap${ROLES}>>`,
    );
    const destinations = writeNameTree(
      file,
      new Map(
        [...linked].flatMap((id) => {
          const target = targets.get(id);
          return target === undefined ? [] : [[targetName(id), target] as const];
        }),
      ),
    );
    const outlines = writeOutlines(file, bookmarks);
    const metadata = file.reserve();
    const packet = Buffer.from(xmp(matter), "utf8");
    file.put(metadata, `<</Type/Metadata/Subtype/XML/Length ${packet.length}>>`, packet);
    file.put(information, informationText(matter));
    file.put(
      catalog,
      `<</Type/Catalog/Pages ${allPages} 0 R/StructTreeRoot ${structure} 0 R/Outlines ${outlines} 0 R` +
        `/Names<</Dests ${destinations}>>/PageLabels ${labelsText(matter.labels)}` +
        `/Metadata ${metadata} 0 R/Lang${hexadecimal(matter.language)}/MarkInfo<</Marked true>>` +
        "/ViewerPreferences<</DisplayDocTitle true>>>>",
    );
    return file.end(catalog, information);
  };
  return { add, end };
}

/** Puts what a segment shares with others into the file, if no other has done so; gives the numbers of all. */
function shareWith(
  known: Map<string, number>,
  { shared }: MendedSegment,
  file: ReturnType<typeof objectFile>,
): readonly number[] {
  const common = shared.map(({ hash }) => known.get(hash) ?? file.reserve());
  const relocate = relocation([], common, 0);
  shared.forEach(({ hash, text, stream }, index) => {
    if (known.has(hash)) return;
    const number = common[index] ?? 0;
    known.set(hash, number);
    file.put(number, relocate(text), stream);
  });
  return common;
}

/** Leads the references of a text to the numbers that objects have in the whole file. */
function relocation(
  numbers: readonly number[],
  common: readonly number[],
  keys: number,
): (text: string) => string {
  return (text) =>
    text.replaceAll(/(\d+) 0 ([RHK])/g, (_, number: string, kind: string) => {
      const own = Number(number);
      if (kind === "K") return String(keys + own);
      return `${(kind === "H" ? common[own] : numbers[own]) ?? 0} 0 R`;
    });
}

function references(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(" ");
}
