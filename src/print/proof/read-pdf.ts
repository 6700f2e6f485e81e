import { availableParallelism } from "node:os";
import type { PdfMatterRead } from "./read-matter.ts";
import { type ReadingThreads, unreadable, withReadingThreads } from "./reading-threads.ts";

/** A PDF as a reader's program sees it. */
export interface ReadPdf {
  readonly pages: readonly ReadPdfPage[];
  /** In the order in which they are shown, those below another behind it. */
  readonly bookmarks: readonly ReadBookmark[];
  readonly labels: readonly string[];
  /** Where links by name lead. */
  readonly places: ReadonlyMap<string, ReadPlace>;
  readonly title: string;
  readonly language: string;
}

/** A page of a PDF, in points. */
export interface ReadPdfPage {
  /** All its text. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Its text in the order of the tags, which is that in which it is read aloud. */
  readonly tagged: readonly TaggedRun[];
  /** What is marked as no part of the text: running head, number of the page. */
  readonly artifacts: readonly ReadRun[];
  /** What is neither. */
  readonly untagged: readonly ReadRun[];
  /** Links within the file, in the order of the tags. */
  readonly links: readonly ReadLink[];
}

/** A few words on one line; how far they stand from the left and upper edges of the page. */
export interface ReadRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand on. */
  readonly base: number;
  readonly size: number;
}

/** Words, and what the tags say of them. */
export interface TaggedRun extends ReadRun {
  /** The kind of the block that they stand in: `P`, `H1`, `TD`. */
  readonly block: string;
  /** Which of the notes on the page they belong to, counted from 0, where they belong to one. */
  readonly note?: number;
  /** Of words that were put in the order of reading: whether they stand where the page has them. */
  readonly inPlace?: boolean;
}

/** A link within the file: the name of what it leads to, and its words where the tags know it. */
export interface ReadLink {
  readonly name: string;
  readonly words?: string;
}

/** A place in a PDF: a page, counted from 0, and how far it is from the page's left and upper edges, where that is said. */
export interface ReadPlace {
  readonly page: number;
  readonly left?: number;
  readonly top?: number;
}

/** A bookmark and where it leads; below how many others it stands, and itself. */
export interface ReadBookmark extends Partial<ReadPlace> {
  readonly title: string;
  readonly level: number;
}

/** How a PDF is to be read. */
export interface ReadingOrder {
  /** How many threads read at once; as many as there are cores where left out. */
  readonly workers?: number;
  /** Threads that may be ready; its own where left out. */
  readonly threads?: ReadingThreads;
  /** Pages that were read before and are the same: they are not read again. */
  readonly known?: ReadonlyMap<number, ReadPdfPage>;
  /** How many pages there should be, where that is known. */
  readonly pages?: number;
  /** Told of each page that is read, or known: how many there are by now. */
  readonly onPage?: (pages: number) => void;
}

/** Until another thread is ready, and as quick, one has read so many pages. */
const WORTH_A_THREAD = 40;
/** About how many bytes a page takes. */
const BYTES_OF_A_PAGE = 5000;

/** How many threads are worth their while for so many pages. */
export function threadsFor(pages: number, workers: number): number {
  return Math.max(1, Math.min(workers, Math.ceil(pages / WORTH_A_THREAD)));
}

/** Opens a PDF in threads of its own and reads what can be proved of it. */
export async function readPdf(pdf: Uint8Array, order: ReadingOrder = {}): Promise<ReadPdf> {
  const { threads } = order;
  return threads
    ? readWith(threads, pdf, order)
    : withReadingThreads((own) => readWith(own, pdf, order));
}

async function readWith(
  threads: ReadingThreads,
  pdf: Uint8Array,
  order: ReadingOrder,
): Promise<ReadPdf> {
  const { workers = availableParallelism(), known = new Map<number, ReadPdfPage>() } = order;
  const { pages: expected = pdf.length / BYTES_OF_A_PAGE, onPage } = order;
  const shared = new SharedArrayBuffer(pdf.length);
  new Uint8Array(shared).set(pdf);
  const begun = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const task = { pdf: shared, known: new Set(known.keys()), begun };
  const pages = new Map(known);
  let matter: PdfMatterRead | undefined;
  await threads.read(
    threadsFor(expected - known.size, workers),
    (thread) => ({ ...task, matter: thread === 0 }),
    (step) => {
      if (step.kind === "matter") {
        matter = step.matter;
      } else if (step.kind === "page") {
        pages.set(step.page, step.read);
        onPage?.(pages.size);
      }
    },
  );
  if (!matter) throw unreadable("it has no pages");
  const { count, ...rest } = matter;
  const inOrder = Array.from({ length: count }, (_, page) => pages.get(page));
  if (inOrder.includes(undefined)) throw unreadable("a page is missing");
  return { ...rest, pages: inOrder.filter((page) => page !== undefined) };
}
