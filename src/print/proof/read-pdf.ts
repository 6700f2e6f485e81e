import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as a reader's program sees it. */
export interface ReadPdf {
  readonly pages: readonly ReadPdfPage[];
  readonly bookmarks: readonly ReadBookmark[];
  readonly labels: readonly string[];
}

/** A page of a PDF. */
export interface ReadPdfPage {
  readonly text: string;
  /** Links within the file: their names, and the page that they lead to, counted from 0. */
  readonly links: readonly { readonly name: string; readonly page: number | undefined }[];
}

/** A bookmark and the page that it leads to, counted from 0. */
export interface ReadBookmark {
  readonly title: string;
  readonly page: number | undefined;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: string | unknown[] | null;
  readonly items: readonly OutlineNode[];
}

/** Opens a PDF and reads what can be proved of it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    // It takes the bytes away from those who gave them.
    data: new Uint8Array(pdf),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
  });
  try {
    const document = await task.promise;
    // Asked for once, since each question is a search through the file.
    const destinations = new Map(Object.entries(await document.getDestinations()));
    const indexes = new Map<string, Promise<number>>();
    const pageOf = async (target: unknown): Promise<number | undefined> => {
      const place = typeof target === "string" ? destinations.get(target) : target;
      const reference: unknown = Array.isArray(place) ? place[0] : undefined;
      if (!isReference(reference)) return undefined;
      const name = `${reference.num} ${reference.gen}`;
      const index = indexes.get(name) ?? document.getPageIndex(reference);
      indexes.set(name, index);
      return index;
    };
    const pages: ReadPdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const text = content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
      const links: { name: string; page: number | undefined }[] = [];
      for (const annotation of await page.getAnnotations()) {
        const { dest }: { dest?: unknown } = annotation;
        if (typeof dest === "string") links.push({ name: dest, page: await pageOf(dest) });
      }
      pages.push({ text, links });
      page.cleanup();
    }
    const bookmarks: ReadBookmark[] = [];
    const gather = async (nodes: readonly OutlineNode[]): Promise<void> => {
      for (const { title, dest, items } of nodes) {
        bookmarks.push({ title, page: await pageOf(dest) });
        await gather(items);
      }
    };
    await gather((await document.getOutline()) ?? []);
    const labels = (await document.getPageLabels()) ?? [];
    return { pages, bookmarks, labels };
  } finally {
    await task.destroy();
  }
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === "object" && value !== null && "num" in value && "gen" in value;
}
