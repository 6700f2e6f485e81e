import type { PDFDocumentProxy } from "pdfjs-dist";
import type { PdfMatterRead, ReadBookmark, ReadPlace } from "./read-pdf.ts";

interface OutlineNode {
  readonly title: string;
  readonly dest: string | unknown[] | null;
  readonly items: readonly OutlineNode[];
}

/** Reads what a PDF says beside its pages: bookmarks, named places, names of the pages, title and language. */
export async function readMatter(document: PDFDocumentProxy): Promise<PdfMatterRead> {
  const indexes = new Map<string, Promise<number>>();
  const tops = new Map<number, Promise<number>>();
  const indexOf = (reference: Reference): Promise<number> => {
    const name = `${reference.num} ${reference.gen}`;
    const index = indexes.get(name) ?? document.getPageIndex(reference);
    indexes.set(name, index);
    return index;
  };
  const topOf = (index: number): Promise<number> => {
    const top = tops.get(index) ?? document.getPage(index + 1).then(({ view }) => view[3] ?? 0);
    tops.set(index, top);
    return top;
  };
  const placeOf = async (target: unknown): Promise<ReadPlace | undefined> => {
    if (!Array.isArray(target)) return undefined;
    const [reference, , left, up]: readonly unknown[] = target;
    if (!isReference(reference)) return undefined;
    const page = await indexOf(reference).catch(() => undefined);
    if (page === undefined) return undefined;
    if (typeof left !== "number" || typeof up !== "number") return { page };
    return { page, left, top: (await topOf(page)) - up };
  };

  const places = new Map<string, ReadPlace>();
  for (const [name, target] of Object.entries(await document.getDestinations())) {
    const place = await placeOf(target);
    if (place) places.set(name, place);
  }
  const bookmarks: ReadBookmark[] = [];
  const gather = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      const place = typeof dest === "string" ? places.get(dest) : await placeOf(dest);
      bookmarks.push({ title, level, ...place });
      await gather(items, level + 1);
    }
  };
  await gather((await document.getOutline()) ?? [], 1);
  const { info } = await document.getMetadata();
  const { Title, Language }: { Title?: unknown; Language?: unknown } = info;
  return {
    count: document.numPages,
    places,
    bookmarks,
    labels: (await document.getPageLabels()) ?? [],
    title: typeof Title === "string" ? Title : "",
    language: typeof Language === "string" ? Language : "",
  };
}

interface Reference {
  readonly num: number;
  readonly gen: number;
}

function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && "num" in value && "gen" in value;
}
