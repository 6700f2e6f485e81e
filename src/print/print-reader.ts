import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type Place, startOf } from "../diagnostics/place.ts";
import { streamsOf } from "../edition/own-streams.ts";
import type { Desk } from "../site/desk.ts";
import { packageStyles } from "../site/package-folders.ts";
import { type PrintedFile, printedAddress } from "../site/printed-files.ts";
import { textsOfFile, titleOfFile } from "../site/views/print-files.ts";
import type { OwnFolders } from "./browser/own-files.ts";
import { usualWorkers } from "./browser/workers.ts";
import { engineFingerprint } from "./cache/engine-fingerprint.ts";
import { picturesFingerprint } from "./cache/pictures-fingerprint.ts";
import { type PrintCache, keyOf, noCache } from "./cache/print-cache.ts";
import { type Meanwhile, layOutWhole, type Paginate } from "./lay-out-whole.ts";
import { type PaginationOrder, paginate } from "./paginate.ts";
import { beginJoining } from "./pdf/join-segments.ts";
import type { ReaderMatter } from "./pdf/matter.ts";
import { labelRanges } from "./pdf/page-labels.ts";
import { NoBrowser, PrintFailure } from "./print-failure.ts";
import type { PrintOrder, PrintProgress } from "./print-readers.ts";
import { type ExpectedReading, expectedReading } from "./proof/expected-text.ts";
import { knownReadings } from "./proof/known-readings.ts";
import { provePdf } from "./proof/pdf-proof.ts";
import { type ProofFailure, failuresAsDiagnostics } from "./proof/proof-failure.ts";
import { type ReadPdf, type ReadPdfPage, readPdf, threadsFor } from "./proof/read-pdf.ts";
import type { ReadingThreads } from "./proof/reading-threads.ts";
import type { Workshop } from "./workshop.ts";
import { keepSegments } from "./segments/kept-segments.ts";

/** A file to be printed, and what it is printed from. */
export interface PrintJob {
  readonly file: PrintedFile;
  readonly html: string;
  /** Where the HTML is, below the output. */
  readonly path: string;
  /** Which of all files it is, from 1. */
  readonly number: number;
  readonly of: number;
}

/** A file printed and proved, or why not. */
export interface PrintedReader {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A reader's PDF and what is to be said of it. */
export interface FinishedReader {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Chunks whose notes are printed behind them. */
  readonly plain: readonly string[];
  readonly failures: readonly ProofFailure[];
}

/** A file to be printed: how, what must be found in it, and, if an earlier build has printed the same, the file itself. */
export interface ReadyJob {
  readonly job: PrintJob;
  readonly title: string;
  readonly order: PaginationOrder;
  readonly made: ReaderMaking;
  /** Under which keys it is kept. */
  readonly keys: { readonly key: string; readonly met: string; readonly proved: string };
  readonly kept: FinishedReader | undefined;
}

/** Prints one file as a PDF beside its page and proves it; what an earlier build has printed of the same is taken as it is. */
export async function printFile(shop: Workshop, job: PrintJob): Promise<PrintedReader> {
  return sayingFailures(shop, job, async () => {
    const { browsers } = shop;
    return completeJob(shop, await readyJob(shop, job), async (order) => paginate(browsers, order));
  });
}

/** Why a file cannot be printed is said; anything else that goes wrong is a fault of ours, or of the browser. */
export async function sayingFailures(
  { desk }: Workshop,
  { file }: PrintJob,
  print: () => Promise<PrintedReader>,
): Promise<PrintedReader> {
  try {
    return await print();
  } catch (error) {
    if (!(error instanceof PrintFailure) || error instanceof NoBrowser) throw error;
    const message = `“${titleOfFile(desk, file)}”: ${error.message}`;
    return {
      pages: 0,
      diagnostics: [diagnose("print-failed", startOf(file.of.file), message, error.mend)],
    };
  }
}

/** Reckons the keys of a file and looks whether an earlier build has printed it. */
export async function readyJob(shop: Workshop, job: PrintJob): Promise<ReadyJob> {
  const { browsers, printing, desk } = shop;
  const { file, html } = job;
  const title = titleOfFile(desk, file);
  const tell = (progress: Stage): void =>
    printing.onProgress?.({ reader: title, file: job.number, files: job.of, ...progress });
  const { cache = noCache, folder } = printing;
  // What was never printed, in whatever way, needs the browser for certain.
  const met = keyOf("met", html);
  if (!(await cache.has("reader", met))) browsers.start();
  const basis = cache === noCache ? "" : await engineFingerprint(await browsers.describe(), folder);
  const order = orderFor(printing, desk, job, basis);
  const matter = matterOf(desk, file, title);
  const key = keyOf(
    basis,
    html,
    await picturesFingerprint(html, order),
    JSON.stringify([order.streams.rows.map(({ name }) => name), matter]),
  );
  if (!(await cache.has("reader", key))) browsers.start();
  const expected = textsOfFile(desk, file).map((text) =>
    expectedReading(text, desk.apparatus, desk.works),
  );
  const proved = keyOf(JSON.stringify(expected));
  const kept = await readFinished(cache, key, proved);
  return { job, title, order, made: { expected, matter, tell }, keys: { key, met, proved }, kept };
}

/** Prints a file that is not kept, writes it, and keeps it. */
export async function completeJob(
  { printing, desk, threads }: Workshop,
  { job: { file }, order, made, keys, kept }: ReadyJob,
  paginated: Paginate,
): Promise<PrintedReader> {
  const { cache = noCache, output } = printing;
  const finished =
    kept ??
    (await finishReader(
      { paginate: paginated, threads },
      { ...order, onProgress: made.tell },
      made,
    ));
  const { pdf, pages, failures } = finished;
  made.tell({ stage: "proof", pages, expected: pages });
  const target = path.join(output, printedAddress(file));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, pdf);
  if (!kept && !failures.some(isWrong)) {
    const { key, met, proved } = keys;
    await cache.write("reader", key, serialize({ proved, finished }));
    if (!(await cache.has("reader", met))) await cache.write("reader", met, new Uint8Array());
  }
  return { pages, diagnostics: diagnosticsOf(finished, desk, file) };
}

/** What is told of a file's printing besides which file it is. */
type Stage = Omit<PrintProgress, "reader" | "file" | "files">;

function orderFor(
  { folder, output, pictures = output, workers = usualWorkers(), cache = noCache }: PrintOrder,
  desk: Desk,
  { html, path: source }: PrintJob,
  basis: string,
): PaginationOrder {
  const { settings } = desk.edition;
  return {
    html,
    path: source,
    language: settings.language,
    folders: ownFolders({ folder, output: pictures }),
    streams: streamsOf(settings),
    workers,
    cache,
    basis,
  };
}

function matterOf(
  { edition: { settings } }: Desk,
  { of }: PrintedFile,
  title: string,
): MatterWithoutLabels {
  return {
    title,
    author: settings.editors.join(", "),
    subject:
      of.kind === "reader" ? (of.matter.subtitle ?? of.matter.description ?? "") : settings.title,
    language: settings.language,
    date: settings.date,
  };
}

type MatterWithoutLabels = Omit<ReaderMatter, "labels">;

/** A reader as an earlier build has finished it, if that was proved by the same. */
async function readFinished(
  cache: PrintCache,
  key: string,
  proved: string,
): Promise<FinishedReader | undefined> {
  const kept = await cache.read("reader", key);
  const known = kept && asFinished(kept);
  return known?.proved === proved ? known.finished : undefined;
}

function asFinished(kept: Uint8Array): {
  readonly proved: string;
  readonly finished: FinishedReader;
} {
  return deserialize(kept);
}

/** What a reader is made with. */
interface Means {
  readonly paginate: Paginate;
  readonly threads: ReadingThreads;
}

/** What a reader is made of besides its pages. */
export interface ReaderMaking {
  readonly expected: readonly ExpectedReading[];
  readonly matter: MatterWithoutLabels;
  readonly tell: (progress: Stage) => void;
}

/** Makes a reader with what the cache has of it; what is wrong then may be wrong in the cache, so it is made once more without. */
async function finishReader(
  means: Means,
  order: PaginationOrder,
  made: ReaderMaking,
): Promise<FinishedReader> {
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
  { expected, matter, tell }: ReaderMaking,
): Promise<FinishedReader> {
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
interface JoinedReader {
  readonly pdf: Uint8Array;
  /** Pages of segments that were read in an earlier build, which are not read again. */
  readonly known: ReadonlyMap<number, ReadPdfPage>;
  readonly reading: Promise<ReadPdf>;
}

/** Joins segments to the finished file as they are printed, and begins to read it back. */
function joinAndRead({ threads, workers, matter, tell }: JoiningOrder): Meanwhile<JoinedReader> {
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

interface JoiningOrder extends Pick<ReaderMaking, "matter" | "tell"> {
  readonly threads: ReadingThreads;
  readonly workers: number;
}

/** What is said, and printed all the same. */
const WARNINGS: ReadonlySet<ProofFailure["rule"]> = new Set(["print-note-page"]);

/** Whether it is more than such as a note on another page than its mark. */
function isWrong({ rule }: ProofFailure): boolean {
  return !WARNINGS.has(rule);
}

function diagnosticsOf(
  { failures, plain }: FinishedReader,
  desk: Desk,
  { of }: PrintedFile,
): readonly Diagnostic[] {
  const placeOf = (chunk: string | undefined): Place => {
    const entity = chunk === undefined ? undefined : desk.apparatus.byId.get(chunk);
    return startOf(entity?.file ?? of.file);
  };
  const warnings = plain.map((chunk) =>
    diagnose(
      "print-note-page",
      placeOf(chunk),
      `“${chunk}” could not be printed with its notes at the foot of its pages: they are printed behind it`,
      "shorten its notes, or divide what is tall there, such as a row of a table",
    ),
  );
  return [...failuresAsDiagnostics(failures, placeOf), ...warnings];
}

const require = createRequire(import.meta.url);

/** What the pages may read: the outputs, and what they look like. */
export function ownFolders({ folder, output }: Pick<PrintOrder, "folder" | "output">): OwnFolders {
  return { "/": [output], ...assetFolders(folder) };
}

/** Scholium's print styles or the edition's in their place, and the fonts. */
export function assetFolders(folder: string): OwnFolders {
  return {
    "/print/": [path.join(folder, "styles"), packageStyles],
    "/fonts/source-serif-4/": [
      path.dirname(require.resolve("@fontsource/source-serif-4/package.json")),
    ],
  };
}
