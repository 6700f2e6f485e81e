import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Apparatus } from "../../apparatus/apparatus.ts";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import type { Edition } from "../../edition/edition.ts";
import { layDesk } from "../../site/desk.ts";
import { nunjucksEnvironment } from "../../site/nunjucks-environment.ts";
import { printReaderPages } from "../../site/views/print-reader.ts";
import { readEdition } from "../../source/read-edition.ts";
import { type PrintProgress, printReaders } from "../print-readers.ts";

/** An edition printed from its folder into another, without the rest of its website. */
export interface PrintedEdition {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** What is wrong with the edition, then with its print, a line each. */
  readonly messages: readonly string[];
  readonly pages: number;
  readonly progress: readonly PrintProgress[];
}

/** Reads, thinks through and prints an edition. */
export async function printEdition(
  folder: string,
  output: string,
  browser?: string,
): Promise<PrintedEdition> {
  const { edition, diagnostics: found } = await readEdition(folder);
  const { apparatus, diagnostics: thought } = buildApparatus(edition);
  const templates = nunjucksEnvironment(folder);
  for (const { address, template, view } of printReaderPages(
    layDesk({ edition, apparatus, pdf: true }),
  )) {
    const file = path.join(output, address);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, templates.render(template, { view: view() }));
  }
  const progress: PrintProgress[] = [];
  const { diagnostics, pages } = await printReaders({
    edition,
    apparatus,
    folder,
    output,
    browser,
    onProgress: (step) => progress.push(step),
  });
  const messages = [...found, ...thought, ...diagnostics].map(formatDiagnostic);
  return { edition, apparatus, messages, pages, progress };
}
