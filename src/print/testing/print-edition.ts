import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Apparatus } from "../../apparatus/apparatus.ts";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { formatDiagnostic } from "../../diagnostics/report.ts";
import type { Edition } from "../../edition/edition.ts";
import { layDesk } from "../../site/desk.ts";
import { nunjucksEnvironment } from "../../site/nunjucks-environment.ts";
import { printFilePages } from "../../site/views/print-files.ts";
import { readEdition } from "../../source/read-edition.ts";
import { type PrintOrder, type PrintProgress, printReaders } from "../print-readers.ts";

/** An edition printed from its folder into another, without the rest of its website. */
export interface PrintedEdition {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** What is wrong with the edition, then with its print, a line each. */
  readonly messages: readonly string[];
  readonly pages: number;
  readonly progress: readonly PrintProgress[];
}

/** Reads an edition and writes what its readers are printed from. */
export async function renderPrint(
  folder: string,
  output: string,
): Promise<Pick<PrintedEdition, "edition" | "apparatus" | "messages">> {
  const { edition, diagnostics: found } = await readEdition(folder);
  const { apparatus, diagnostics: thought } = buildApparatus(edition);
  const templates = nunjucksEnvironment(folder);
  for (const { address, template, view } of printFilePages(
    layDesk({ edition, apparatus, pdf: true }),
  )) {
    const file = path.join(output, address);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, templates.render(template, { view: view() }));
  }
  return { edition, apparatus, messages: [...found, ...thought].map(formatDiagnostic) };
}

/** Reads, thinks through and prints an edition. */
export async function printEdition(
  folder: string,
  output: string,
  how: Pick<PrintOrder, "browser" | "workers" | "cache"> = {},
): Promise<PrintedEdition> {
  const { edition, apparatus, messages } = await renderPrint(folder, output);
  const progress: PrintProgress[] = [];
  const { diagnostics, pages } = await printReaders({
    edition,
    apparatus,
    folder,
    output,
    ...how,
    onProgress: (step) => progress.push(step),
  });
  const said = [...messages, ...diagnostics.map(formatDiagnostic)];
  return { edition, apparatus, messages: said, pages, progress };
}
