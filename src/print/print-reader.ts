import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type Place, startOf } from "../diagnostics/place.ts";
import type { Reader } from "../edition/edition.ts";
import { streamsOf } from "../edition/own-streams.ts";
import { pdfAddress, printAddress } from "../site/addresses.ts";
import type { Desk } from "../site/desk.ts";
import { packageStyles } from "../site/package-folders.ts";
import { readingsOf } from "../site/views/readings.ts";
import type { OwnFolders } from "./browser/own-files.ts";
import type { Browsers } from "./browser/press-room.ts";
import { usualWorkers } from "./browser/workers.ts";
import { engineFingerprint } from "./cache/engine-fingerprint.ts";
import { picturesFingerprint } from "./cache/pictures-fingerprint.ts";
import { type PrintCache, keyOf, noCache } from "./cache/print-cache.ts";
import { layOutWhole } from "./lay-out-whole.ts";
import type { PaginatedReader, PaginationOrder } from "./paginate.ts";
import { joinSegments } from "./pdf/join-segments.ts";
import type { ReaderMatter } from "./pdf/matter.ts";
import { labelRanges } from "./pdf/page-labels.ts";
import { NoBrowser, PrintFailure } from "./print-failure.ts";
import type { PrintOrder, PrintProgress } from "./print-readers.ts";
import { type ExpectedReading, expectedReading } from "./proof/expected-text.ts";
import { keepReadings, knownReadings } from "./proof/known-readings.ts";
import { keepSegments } from "./segments/print-segments.ts";
import { provePdf } from "./proof/pdf-proof.ts";
import { type ProofFailure, failuresAsDiagnostics } from "./proof/proof-failure.ts";
import { readPdf } from "./proof/read-pdf.ts";

/** A reader printed and proved, or why not. */
export interface PrintedReader {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A reader's PDF and what is to be said of it. */
interface FinishedReader {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Chunks whose notes are printed behind them. */
  readonly plain: readonly string[];
  readonly failures: readonly ProofFailure[];
}

/** Prints one reader as a PDF beside its page and proves it; what an earlier build has printed of the same is taken as it is. */
export async function printReader(
  browsers: Browsers,
  printing: PrintOrder,
  desk: Desk,
  reader: Reader,
): Promise<PrintedReader> {
  const tell = (progress: Omit<PrintProgress, "reader">): void =>
    printing.onProgress?.({ reader: reader.matter.title, ...progress });
  try {
    const { cache = noCache, folder } = printing;
    const basis =
      cache === noCache ? "" : await engineFingerprint(await browsers.describe(), folder);
    const order = await orderFor(printing, desk, reader, basis);
    const expected = [reader, ...readingsOf(desk, reader)].map((reading) =>
      expectedReading(reading, desk.apparatus, desk.works),
    );
    const matter = matterOf(desk, reader);
    const made = { expected, matter, tell };
    const key = keyOf(
      basis,
      order.html,
      await picturesFingerprint(order.html, order),
      JSON.stringify([order.streams.rows.map(({ name }) => name), matter, expected]),
    );
    const kept = await readFinished(cache, key);
    const finished = kept ?? (await finishReader(browsers, { ...order, onProgress: tell }, made));
    const { pdf, pages, failures } = finished;
    const wrong = failures.some(isWrong);
    tell({ stage: "proof", pages, expected: pages });
    await writeFile(path.join(printing.output, pdfAddress(reader.id)), pdf);
    if (!kept && !wrong) await cache.write("reader", key, serialize(finished));
    return { pages, diagnostics: diagnosticsOf(finished, desk, reader) };
  } catch (error) {
    if (!(error instanceof PrintFailure) || error instanceof NoBrowser) throw error;
    const message = `“${reader.matter.title}”: ${error.message}`;
    return {
      pages: 0,
      diagnostics: [diagnose("print-failed", startOf(reader.file), message, error.mend)],
    };
  }
}

async function orderFor(
  { folder, output, workers = usualWorkers(), cache = noCache }: PrintOrder,
  desk: Desk,
  reader: Reader,
  basis: string,
): Promise<PaginationOrder> {
  const address = printAddress(reader.id);
  const html = await readFile(path.join(output, address), "utf8").catch(() => undefined);
  if (html === undefined) {
    throw new PrintFailure(`${address} is not there`, "build the website first");
  }
  const { settings } = desk.edition;
  return {
    html,
    path: address,
    language: settings.language,
    folders: ownFolders({ folder, output }),
    streams: streamsOf(settings),
    workers,
    cache,
    basis,
  };
}

function matterOf({ edition: { settings } }: Desk, { matter }: Reader): MatterWithoutLabels {
  return {
    title: matter.title,
    author: settings.editors.join(", "),
    subject: matter.subtitle ?? matter.description ?? "",
    language: settings.language,
    date: settings.date,
  };
}

type MatterWithoutLabels = Omit<ReaderMatter, "labels">;

async function readFinished(cache: PrintCache, key: string): Promise<FinishedReader | undefined> {
  const kept = await cache.read("reader", key);
  return kept === undefined ? undefined : asFinished(kept);
}

function asFinished(kept: Uint8Array): FinishedReader {
  return deserialize(kept);
}

/** What a reader is made of besides its pages. */
interface ReaderMaking {
  readonly expected: readonly ExpectedReading[];
  readonly matter: MatterWithoutLabels;
  readonly tell: (progress: Omit<PrintProgress, "reader">) => void;
}

/** Makes a reader with what the cache has of it; what is wrong then may be wrong in the cache, so it is made once more without. */
async function finishReader(
  browsers: Browsers,
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
    write: async (kind, key, content) => order.cache.write(kind, key, content),
  };
  const finished = await finish(browsers, { ...order, cache }, made);
  return found && finished.failures.some(isWrong)
    ? finish(browsers, { ...order, cache: noCache }, made)
    : finished;
}

/** Lays out, prints, joins and proves. */
async function finish(
  browsers: Browsers,
  order: PaginationOrder,
  { expected, matter, tell }: ReaderMaking,
): Promise<FinishedReader> {
  const { paginated, failures: layout } = await layOutWhole(browsers, order, expected);
  const pages = paginated.pages.length;
  tell({ stage: "proof", pages: 0, expected: pages });
  const pdf = joinSegments(
    paginated.segments.map(({ mended }) => mended),
    { ...matter, labels: labelRanges(paginated.numbered.sheets) },
  );
  const failures = layout.some(isWrong)
    ? layout
    : [...layout, ...(await proveWhole(paginated, pdf, order, { expected, tell }))];
  // Of what is lost is said that it is lost, and nothing of its notes.
  const lossy = new Set(failures.map(({ chunk }) => chunk));
  const plain = [...paginated.plain].filter((chunk) => !lossy.has(chunk));
  return { pdf, pages, plain, failures };
}

/** Reads the finished file back and compares. Pages of segments that were read in an earlier build are not read again. */
async function proveWhole(
  paginated: PaginatedReader,
  pdf: Uint8Array,
  { workers, cache }: PaginationOrder,
  { expected: readings, tell }: Omit<ReaderMaking, "matter">,
): Promise<readonly ProofFailure[]> {
  const { segments } = paginated;
  const expected = paginated.pages.length;
  const known = await knownReadings(segments, cache);
  const onPage = (pages: number): void => tell({ stage: "proof", pages, expected });
  const read = await readPdf(pdf, { workers, known, onPage });
  const failures = provePdf(paginated, read, readings, new Set(known.keys()));
  if (failures.some(isWrong)) return failures;
  await keepReadings(segments, known, read, cache);
  await keepSegments(segments, cache);
  return failures;
}

/** What is said, and printed all the same. */
const WARNINGS: ReadonlySet<ProofFailure["rule"]> = new Set(["print-note-page", "print-font"]);

/** Whether it is more than such as a note on another page than its mark. */
function isWrong({ rule }: ProofFailure): boolean {
  return !WARNINGS.has(rule);
}

function diagnosticsOf(
  { failures, plain }: FinishedReader,
  desk: Desk,
  reader: Reader,
): readonly Diagnostic[] {
  const placeOf = (chunk: string | undefined): Place => {
    const entity = chunk === undefined ? undefined : desk.apparatus.byId.get(chunk);
    return startOf(entity?.file ?? reader.file);
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
