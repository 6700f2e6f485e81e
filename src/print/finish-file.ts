import { type Meanwhile, layOutWhole, type Paginate } from "./lay-out-whole.ts";
import type { PaginationOrder } from "./paginate.ts";
import { type PrintCache, noCache } from "./cache/print-cache.ts";
import { beginJoining } from "./pdf/join-segments.ts";
import type { ReaderMatter } from "./pdf/matter.ts";
import { labelRanges } from "./pdf/page-labels.ts";
import type { PrintProgress } from "./print-readers.ts";
import type { ExpectedReading } from "./proof/expected-text.ts";
import { knownReadings } from "./proof/known-readings.ts";
import { provePdf } from "./proof/pdf-proof.ts";
import type { ProofFailure } from "./proof/proof-failure.ts";
import { type ReadPdf, type ReadPdfPage, readPdf, threadsFor } from "./proof/read-pdf.ts";
import type { ReadingThreads } from "./proof/reading-threads.ts";
import { keepSegments } from "./segments/kept-segments.ts";

/** What is told of a file's printing besides which file it is. */
export type PrintedStage = Omit<PrintProgress, "reader" | "file" | "files">;

/** A finished PDF and what is to be said of it. */
export interface FinishedFile {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Chunks whose notes are printed behind them. */
  readonly plain: readonly string[];
  readonly failures: readonly ProofFailure[];
}

/** What a file says of itself; which of its pages have which numbers is known when it is laid out. */
export type MatterWithoutLabels = Omit<ReaderMatter, "labels">;

/** What a file is made with. */
interface Means {
  readonly paginate: Paginate;
  readonly threads: ReadingThreads;
}

/** What a file is made of besides its pages. */
export interface FileMaking {
  readonly expected: readonly ExpectedReading[];
  readonly matter: MatterWithoutLabels;
  readonly tell: (progress: PrintedStage) => void;
}

/** Makes a file with what the cache has of it; what is wrong then may be wrong in the cache, so it is made once more without. */
export async function finishFile(
  means: Means,
  order: PaginationOrder,
  made: FileMaking,
): Promise<FinishedFile> {
  let found = false;
  const cache: PrintCache = {
    async read(kind, key) {
      const content = await order.cache.read(kind, key);
      found ||= content !== undefined;
      return content;
    },
    has: async (kind, key) => order.cache.has(kind, key),
    write: async (kind, key, content) => order.cache.write(kind, key, content),
  };
  const finished = await finish(means, { ...order, cache }, made);
  return found && finished.failures.some(isWrong)
    ? finish(means, { ...order, cache: noCache }, made)
    : finished;
}

/** Lays out, prints, joins and proves. */
async function finish(
  { paginate: paginateFile, threads }: Means,
  order: PaginationOrder,
  { expected, matter, tell }: FileMaking,
): Promise<FinishedFile> {
  const { workers } = order;
  const onProgress: PaginationOrder["onProgress"] = (progress) => {
    // They are made ready while the browser prints.
    if (progress.stage === "pdf") threads.prepare(threadsFor(progress.expected, workers));
    tell(progress);
  };
  const { paginated, failures, begun } = await layOutWhole(
    paginateFile,
    { ...order, onProgress },
    expected,
    () => joinAndRead({ threads, workers, matter, tell }),
  );
  const { pdf, known, reading } = begun;
  const proved = failures.some(isWrong)
    ? failures
    : [...failures, ...provePdf(paginated, await reading, expected, new Set(known.keys()))];
  if (!proved.some(isWrong)) await keepSegments(paginated.segments, await reading, order.cache);
  // Of what is lost is said that it is lost, and nothing of its notes.
  const lossy = new Set(proved.map(({ chunk }) => chunk));
  const plain = [...paginated.plain].filter((chunk) => !lossy.has(chunk));
  return { pdf, pages: paginated.pages.length, plain, failures: proved };
}

/** A finished file that is being read back. */
interface JoinedFile {
  readonly pdf: Uint8Array;
  /** Pages of segments that were read in an earlier build, which are not read again. */
  readonly known: ReadonlyMap<number, ReadPdfPage>;
  readonly reading: Promise<ReadPdf>;
}

/** Joins segments to the finished file as they are printed, and begins to read it back. */
function joinAndRead({ threads, workers, matter, tell }: JoiningOrder): Meanwhile<JoinedFile> {
  const joining = beginJoining();
  return {
    onSegment: ({ mended }) => joining.add(mended),
    begin({ segments, numbered, pages: { length: expected } }) {
      tell({ stage: "proof", pages: 0, expected });
      const pdf = joining.end({ ...matter, labels: labelRanges(numbered.sheets) });
      const known = knownReadings(segments);
      const onPage = (pages: number): void => tell({ stage: "proof", pages, expected });
      const reading = readPdf(pdf, { threads, workers, known, pages: expected, onPage });
      // Of a reader whose layout is wrong nobody asks what was read.
      reading.catch(() => undefined);
      return { pdf, known, reading };
    },
  };
}

interface JoiningOrder extends Pick<FileMaking, "matter" | "tell"> {
  readonly threads: ReadingThreads;
  readonly workers: number;
}

/** What is said, and printed all the same. */
const WARNINGS: ReadonlySet<ProofFailure["rule"]> = new Set(["print-note-page"]);

/** Whether it is more than such as a note on another page than its mark. */
export function isWrong({ rule }: ProofFailure): boolean {
  return !WARNINGS.has(rule);
}
