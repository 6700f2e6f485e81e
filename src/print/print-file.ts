import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { type Place, startOf } from "../diagnostics/place.ts";
import { streamsOf } from "../edition/own-streams.ts";
import type { Desk } from "../site/desk.ts";
import { type PrintedFile, printedAddress } from "../site/printed-files.ts";
import { textsOfFile, titleOfFile } from "../site/views/print-files.ts";
import { usualWorkers } from "./browser/workers.ts";
import { engineFingerprint } from "./cache/engine-fingerprint.ts";
import { picturesFingerprint } from "./cache/pictures-fingerprint.ts";
import { type PrintCache, keyOf, noCache } from "./cache/print-cache.ts";
import {
  type FileMaking,
  type FinishedFile,
  type MatterWithoutLabels,
  type PrintedStage,
  finishFile,
  isWrong,
} from "./finish-file.ts";
import type { Paginate } from "./lay-out-whole.ts";
import { ownFolders } from "./page-folders.ts";
import { type PaginationOrder, paginate } from "./paginate.ts";
import { NoBrowser, PrintFailure } from "./print-failure.ts";
import type { PrintOrder } from "./print-readers.ts";
import { expectedReading } from "./proof/expected-text.ts";
import { failuresAsDiagnostics } from "./proof/proof-failure.ts";
import type { Workshop } from "./workshop.ts";

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
export interface FileOutcome {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file to be printed: how, what must be found in it, and, if an earlier build has printed the same, the file itself. */
export interface ReadyJob {
  readonly job: PrintJob;
  readonly title: string;
  readonly order: PaginationOrder;
  readonly made: FileMaking;
  /** Under which keys it is kept. */
  readonly keys: { readonly key: string; readonly met: string; readonly proved: string };
  readonly kept: FinishedFile | undefined;
}

/** Prints one file as a PDF beside its page and proves it; what an earlier build has printed of the same is taken as it is. */
export async function printFile(shop: Workshop, job: PrintJob): Promise<FileOutcome> {
  return sayingFailures(shop, job, async () => {
    const { browsers } = shop;
    return completeJob(shop, await readyJob(shop, job), async (order) => paginate(browsers, order));
  });
}

/** Why a file cannot be printed is said; anything else that goes wrong is a fault of ours, or of the browser. */
export async function sayingFailures(
  { desk }: Workshop,
  { file }: PrintJob,
  print: () => Promise<FileOutcome>,
): Promise<FileOutcome> {
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
  const tell = (progress: PrintedStage): void =>
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
): Promise<FileOutcome> {
  const { cache = noCache, output } = printing;
  const finished =
    kept ??
    (await finishFile({ paginate: paginated, threads }, { ...order, onProgress: made.tell }, made));
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

/** A reader as an earlier build has finished it, if that was proved by the same. */
async function readFinished(
  cache: PrintCache,
  key: string,
  proved: string,
): Promise<FinishedFile | undefined> {
  const kept = await cache.read("reader", key);
  const known = kept && asFinished(kept);
  return known?.proved === proved ? known.finished : undefined;
}

function asFinished(kept: Uint8Array): {
  readonly proved: string;
  readonly finished: FinishedFile;
} {
  return deserialize(kept);
}

function diagnosticsOf(
  { failures, plain }: FinishedFile,
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
