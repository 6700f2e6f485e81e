import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Desk } from "../site/desk.ts";
import { DOCUMENTS_SOURCE, type PrintedDocumentFile } from "../site/printed-files.ts";
import type { Browsers } from "./browser/press-room.ts";
import { sectionsOf } from "./chunks/changed-chunks.ts";
import { printFile } from "./print-reader.ts";
import type { PrintOrder } from "./print-readers.ts";

/** Documents that get PDFs of their own, and what these are printed from. */
export interface DocumentsToPrint {
  readonly own: readonly PrintedDocumentFile[];
  /** All of them, one behind the other. */
  readonly html: string;
  /** Which of all files the first is, and how many there are. */
  readonly place: { readonly first: number; readonly of: number };
}

/** Prints documents, each as a PDF of its own, from the HTML of all. */
export async function printDocuments(
  browsers: Browsers,
  order: PrintOrder,
  desk: Desk,
  { own, html, place }: DocumentsToPrint,
): Promise<readonly Diagnostic[]> {
  const { sections, rest } = sectionsOf(html);
  const [head] = sections;
  const byId = new Map(sections.map((section) => [section.id, section.html]));
  const diagnostics: Diagnostic[] = [];
  for (const [at, file] of own.entries()) {
    const alone = `${head?.before ?? ""}${byId.get(file.of.id) ?? ""}${rest}`;
    const job = {
      file,
      html: alone,
      path: DOCUMENTS_SOURCE,
      number: place.first + at,
      of: place.of,
    };
    const printed = await printFile(browsers, order, desk, job);
    diagnostics.push(...printed.diagnostics);
  }
  return diagnostics;
}
