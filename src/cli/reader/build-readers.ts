import { mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";
import { type Diagnostic, applySeverities, hasErrors } from "../../diagnostics/diagnostic.ts";
import { holdsInstructorMatter } from "../../edition/without-instructor.ts";
import type { PrintCache } from "../../print/cache/print-cache.ts";
import type { Audience } from "../../site/desk.ts";
import { audienceOfOutput } from "../../site/output-marker.ts";
import { type PrintedReaderFile, printedAddress } from "../../site/printed-files.ts";
import { checkEdition } from "../check-edition.ts";
import { citationStore } from "../citation-store.ts";
import { SOURCES, builtAround, contains, realPath } from "../output/output-folder.ts";
import { withStagingFolder } from "../output/staging.ts";
import { type Progress, count } from "../progress.ts";
import { type FileChoice, chooseFiles } from "./choose-files.ts";

/** Which readers to print, for whom, and where to. */
export interface ReadersOrder extends FileChoice {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  readonly audience: Audience;
  /** `_readers` in the folder, or `_readers-instructor`, where left out. */
  readonly output: string | undefined;
  readonly browser: string | undefined;
  readonly workers: number | undefined;
  readonly openCache: (() => Promise<PrintCache>) | undefined;
  readonly progress: Progress;
}

/** How printing readers ended. */
export type ReadersOutcome =
  | {
      readonly kind: "built";
      /** Warnings only. */
      readonly diagnostics: readonly Diagnostic[];
      /** Paths of the files, as seen from where the command runs. */
      readonly files: readonly string[];
      readonly pages: number;
    }
  /** The edition has errors, or what was printed is not what the edition says: nothing was written. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  /** What is asked for is not there, or may not be written. */
  | { readonly kind: "wrong"; readonly message: string };

/** Where readers are put unless the editor says otherwise. */
const USUAL: Readonly<Record<Audience, string>> = {
  students: "_readers",
  instructors: "_readers-instructor",
};

/** Prints readers alone: all that are asked for, or nothing. */
export async function buildReaders(order: ReadersOrder): Promise<ReadersOutcome> {
  const { folder, audience, progress } = order;
  const output = await realPath(path.resolve(order.output ?? path.join(folder, USUAL[audience])));
  const unusable = whyUnusable(await realPath(folder), output, audience);
  if (unusable !== undefined) return { kind: "wrong", message: unusable };

  const checked = await checkEdition(folder, progress);
  const { edition, apparatus } = checked;
  if (hasErrors(checked.diagnostics)) return { kind: "refused", diagnostics: checked.diagnostics };

  const { readersToPrint } = await import("../../site/print-source.ts");
  const { keepCitations } = await import("../../site/citation-keeper.ts");
  const keeper = keepCitations(citationStore(folder, order.openCache));
  const toPrint = await readersToPrint(folder, { edition, apparatus, audience }, keeper);
  const chosen = chooseFiles(order, toPrint.desk, edition.readers);
  if (chosen.kind === "wrong") return chosen;
  for (const file of chosen.files) {
    const target = path.join(output, savedAs(file, audience));
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true) {
      const message = `${path.relative(process.cwd(), target)} is a folder; move it away, or name another: --output ${USUAL[audience]}`;
      return { kind: "wrong", message };
    }
  }

  return withStagingFolder(output, async (staging): Promise<ReadersOutcome> => {
    const { printChosen } = await import("../../print/print-chosen.ts");
    const printing = progress.begin("Printing");
    const printed = await printChosen(
      {
        edition,
        apparatus,
        audience,
        folder,
        output: staging,
        pictures: path.join(folder, "documents"),
        browser: order.browser,
        workers: order.workers,
        cache: await order.openCache?.(),
        onProgress: ({ reader, file, files, pages, expected }) =>
          printing.step({
            done: pages,
            total: expected,
            of: "pages",
            now: `${files > 1 ? `file ${file} of ${files}, ` : ""}“${reader}”`,
          }),
      },
      toPrint,
      chosen.files,
    );
    await keeper.save();
    const weigh = (made: readonly Diagnostic[]): readonly Diagnostic[] =>
      applySeverities([...checked.diagnostics, ...made], edition.settings.rules);
    const diagnostics = weigh(printed.diagnostics);
    if (hasErrors(diagnostics)) return { kind: "refused", diagnostics };
    printing.done(`${count(chosen.files.length, "file")}, ${count(printed.pages, "page")}`);

    if (audience === "students" && holdsInstructorMatter(edition)) {
      const { findLeaksAlsoInPdfs } = await import("../find-leaks.ts");
      const searching = progress.begin("Searching");
      const searched = await findLeaksAlsoInPdfs({ edition, apparatus, folder: staging, keeper });
      const all = weigh([...printed.diagnostics, ...searched.diagnostics]);
      if (hasErrors(all)) return { kind: "refused", diagnostics: all };
      searching.done(`${count(searched.files, "file")}: nothing in them is for instructors`);
    }

    const files = putAll(chosen.files, { staging, output, audience });
    return { kind: "built", diagnostics, files, pages: printed.pages };
  });
}

/** What is for instructors must not lie in what is given to students. */
function whyUnusable(home: string, output: string, audience: Audience): string | undefined {
  const mend = `name another folder: --output ${USUAL[audience]}`;
  for (const source of SOURCES)
    if (contains(path.join(home, source), output))
      return `the output would lie among the edition's sources in ${source}/; ${mend}`;
  const found = statSync(output, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    return `${path.relative(process.cwd(), output)} is a file; name a folder: --output ${USUAL[audience]}`;
  if (
    audienceOfOutput(output) !== undefined ||
    builtAround(output) !== undefined ||
    contains(path.join(home, "_site"), output)
  )
    return `the output would lie in what scholium build makes, and go with the next build; ${mend}`;
  const isStudents =
    path.basename(output) === USUAL.students || contains(path.join(home, USUAL.students), output);
  return audience === "instructors" && isStudents
    ? `${USUAL.students} is for students; ${mend}`
    : undefined;
}

/** Puts every file in its place, one after the other without awaiting anything, so that an interrupt comes before or after. */
function putAll(
  files: readonly PrintedReaderFile[],
  to: { readonly staging: string; readonly output: string; readonly audience: Audience },
): readonly string[] {
  mkdirSync(to.output, { recursive: true });
  return files.map((file) => {
    const target = path.join(to.output, savedAs(file, to.audience));
    const made = path.join(to.staging, printedAddress(file));
    renameSync(made, target);
    return path.relative(process.cwd(), target) || target;
  });
}

/** `missiles-week-2-large-print.pdf`; an instructor's says so. */
function savedAs(file: PrintedReaderFile, audience: Audience): string {
  const name = file.name.split("/").slice(1).join("-");
  return `${name}${audience === "instructors" ? "-instructor" : ""}.pdf`;
}
