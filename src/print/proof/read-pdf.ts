import { availableParallelism } from "node:os";
import { ownThread } from "../own-thread.ts";
import { PrintFailure } from "../print-failure.ts";

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
  /** Pages that were read before and are the same: they are not read again. */
  readonly known?: ReadonlyMap<number, ReadPdfPage>;
  /** How many pages there should be, where that is known. */
  readonly pages?: number;
  /** Told of each page that is read, or known: how many there are by now. */
  readonly onPage?: (pages: number) => void;
}

/** What a reading thread is given. */
export interface ReadingTask {
  readonly pdf: SharedArrayBuffer;
  readonly known: ReadonlySet<number>;
  /** How many of the other pages the threads together have begun to read. */
  readonly begun: SharedArrayBuffer;
  /** Whether it also reads what stands beside the pages. */
  readonly matter: boolean;
}

/** What stands in a PDF beside its pages. */
export type PdfMatterRead = Omit<ReadPdf, "pages"> & { readonly count: number };

/** What a reading thread tells. */
export type ReadingStep =
  | { readonly kind: "matter"; readonly matter: PdfMatterRead }
  | { readonly kind: "page"; readonly page: number; readonly read: ReadPdfPage };

/** Until another thread is ready, and as quick, one has read so many pages. */
const WORTH_A_THREAD = 40;
/** About how many bytes a page takes. */
const BYTES_OF_A_PAGE = 5000;

/** Opens a PDF in threads of its own and reads what can be proved of it. */
export async function readPdf(pdf: Uint8Array, order: ReadingOrder = {}): Promise<ReadPdf> {
  const { workers = availableParallelism(), known = new Map<number, ReadPdfPage>() } = order;
  const { pages: expected = pdf.length / BYTES_OF_A_PAGE, onPage } = order;
  const shared = new SharedArrayBuffer(pdf.length);
  new Uint8Array(shared).set(pdf);
  const begun = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const pages = new Map(known);
  let matter: PdfMatterRead | undefined;
  const worth = Math.ceil((expected - known.size) / WORTH_A_THREAD);
  const threads = Math.max(1, Math.min(workers, worth));
  await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      inThread(
        { pdf: shared, known: new Set(known.keys()), begun, matter: thread === 0 },
        (step) => {
          if (step.kind === "matter") {
            matter = step.matter;
          } else {
            pages.set(step.page, step.read);
            onPage?.(pages.size);
          }
        },
      ),
    ),
  );
  if (!matter) throw unreadable("it has no pages");
  const { count, ...rest } = matter;
  const inOrder = Array.from({ length: count }, (_, page) => pages.get(page));
  if (inOrder.includes(undefined)) throw unreadable("a page is missing");
  return { ...rest, pages: inOrder.filter((page) => page !== undefined) };
}

function inThread(task: ReadingTask, onStep: (step: ReadingStep) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = ownThread("./reading-thread", import.meta.url, task);
    thread.on("message", onStep);
    thread.once("error", (error: Error) => reject(unreadable(error.message)));
    thread.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(unreadable(`its reading ended with code ${code}`));
    });
  });
}

function unreadable(why: string): PrintFailure {
  return new PrintFailure(
    `the PDF cannot be read back: ${why}`,
    "report it as a fault of Scholium",
  );
}
