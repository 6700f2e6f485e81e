import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { DOCUMENTS_SOURCE, type PrintedDocumentFile } from "../site/printed-files.ts";
import { sectionsOf } from "./chunks/changed-chunks.ts";
import type { Paginate } from "./lay-out-whole.ts";
import { type OpenSource, paginate, paginateChunks, withSource } from "./paginate.ts";
import { type ReadyJob, completeJob, readyJob, sayingFailures } from "./print-file.ts";
import type { TakenChunk } from "./page/take-chunks.ts";
import { inTurns } from "./segments/in-turns.ts";
import type { Workshop } from "./workshop.ts";

/** Documents that get PDFs of their own, and what these are printed from. */
export interface DocumentsToPrint {
  readonly own: readonly PrintedDocumentFile[];
  /** All of them, one behind the other. */
  readonly html: string;
  /** Which of all files the first is, and how many there are. */
  readonly place: { readonly first: number; readonly of: number };
}

/**
 * Prints documents, each as a PDF of its own. Those that are not kept from an earlier build are read together and
 * share presses; all else is done for each alone, so that no file depends on which others are printed.
 */
export async function printDocuments(
  shop: Workshop,
  { own, html, place }: DocumentsToPrint,
): Promise<readonly Diagnostic[]> {
  const { sections, rest } = sectionsOf(html);
  const before = sections[0]?.before ?? "";
  const written = new Map(sections.map((section) => [section.id, section.html]));
  const pageOf = (ids: readonly string[]): string =>
    `${before}${ids.map((id) => written.get(id) ?? "").join("\n")}${rest}`;
  const diagnostics: Diagnostic[] = [];
  const complete = async (ready: ReadyJob, paginated: Paginate): Promise<void> => {
    const printed = await sayingFailures(shop, ready.job, async () =>
      completeJob(shop, ready, paginated),
    );
    diagnostics.push(...printed.diagnostics);
  };

  const left: ReadyJob[] = [];
  for (const [at, file] of own.entries()) {
    const alone = pageOf([file.of.id]);
    const { first, of } = place;
    const job = { file, html: alone, path: DOCUMENTS_SOURCE, number: first + at, of };
    const ready = await readyJob(shop, job);
    if (ready.kept) await complete(ready, printsNothing);
    else left.push(ready);
  }
  const [some] = left;
  if (!some) return diagnostics;
  const together = pageOf(left.map(({ job }) => job.file.of.id));
  await withSource(shop.browsers, { ...some.order, html: together }, async (source) => {
    const turn = inTurns(source.room.presses + 1);
    const chunks = new Map(source.chunks.map((chunk) => [chunk.head.id, chunk]));
    await Promise.all(
      left.map(async (ready) =>
        turn(async () => complete(ready, inSource(shop, source, chunks.get(ready.job.file.of.id)))),
      ),
    );
  });
  return diagnostics;
}

/** Prints a document in presses that it shares; what must be set plainly is read again, and has its own. */
function inSource(
  { browsers }: Workshop,
  source: OpenSource,
  chunk: TakenChunk | undefined,
): Paginate {
  const chunks = chunk ? [chunk] : [];
  return async (order) =>
    (order.plain?.size ?? 0) === 0
      ? paginateChunks(source, order, chunks)
      : paginate(browsers, order);
}

function printsNothing(): never {
  throw new Error("what is kept is not printed");
}
