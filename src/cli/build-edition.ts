import path from "node:path";
import { type Diagnostic, applySeverities, hasErrors } from "../diagnostics/diagnostic.ts";
import { holdsInstructorMatter } from "../edition/without-instructor.ts";
import type { PrintCache } from "../print/cache/print-cache.ts";
import type { Audience } from "../site/desk.ts";
import { type CheckedEdition, checkEdition } from "./check-edition.ts";
import { citationStore } from "./citation-store.ts";
import type { LeakSearch } from "../site/proof/find-leaks.ts";
import { makeVariant } from "./make-variant.ts";
import { findInstructorFolder, usualInstructorFolder } from "./output/instructor-folder.ts";
import { findOutputFolder } from "./output/output-folder.ts";
import { removeOutput, swapIn, withStagingFolder } from "./output/staging.ts";
import { type Progress, count } from "./progress.ts";

/** What to build, and where to. */
export interface BuildOrder {
  /** The folder that holds `documents/`. */
  readonly folder: string;
  /** `_site` in the folder where left out. */
  readonly output?: string | undefined;
  /** Where the instructor's edition is put; beside the output where left out, and with `false` none is made. */
  readonly instructor?: string | false | undefined;
  /** Whether readers are printed. */
  readonly pdf: boolean;
  /** The browser to print with, where the editor names one. */
  readonly browser?: string | undefined;
  /** How many parts of a reader are printed at once, where the editor says so. */
  readonly workers?: number | undefined;
  /** Opens what earlier builds have printed; where left out all is printed anew. */
  readonly openCache?: (() => Promise<PrintCache>) | undefined;
  readonly progress: Progress;
}

/** How a build ended. */
export type BuildOutcome =
  | {
      readonly kind: "built";
      /** Warnings only. */
      readonly diagnostics: readonly Diagnostic[];
      /** What was made and where it is, in a sentence. */
      readonly summary: string;
    }
  /** The edition has errors, or what was made is not what the edition says: the output is as it was. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  /** An output folder may not be written to. */
  | { readonly kind: "unusable-output"; readonly message: string };

/**
 * Builds an edition whole or not at all, for students and, if it has anything for them, for instructors:
 * into staging folders, read back and proved, searched for what students must not get, then put in the
 * outputs' places.
 */
export async function buildEdition(order: BuildOrder): Promise<BuildOutcome> {
  const { folder, progress } = order;
  const written = order.output ?? path.join(folder, "_site");
  const output = await findOutputFolder(folder, written);
  if (output.kind === "unusable") return { kind: "unusable-output", message: output.message };
  const instructor =
    order.instructor === false
      ? undefined
      : await findInstructorFolder(folder, output.folder, {
          folder: order.instructor ?? usualInstructorFolder(written),
          isUsual: order.instructor === undefined,
        });

  const checked = await checkEdition(folder, progress);
  const { edition } = checked;
  const hasSecrets = holdsInstructorMatter(edition);
  const forInstructors = hasSecrets ? instructor : undefined;
  if (forInstructors?.kind === "unusable")
    return { kind: "unusable-output", message: forInstructors.message };
  if (hasErrors(checked.diagnostics)) return { kind: "refused", diagnostics: checked.diagnostics };

  const { keepCitations } = await import("../site/citation-keeper.ts");
  const keeper = keepCitations(citationStore(folder, order.openCache));
  const cache = order.pdf ? await order.openCache?.() : undefined;
  const make = async (audience: Audience, staging: string) =>
    makeVariant({ ...order, checked, audience, output: staging, keeper, cache });
  const weigh = (made: readonly Diagnostic[]): readonly Diagnostic[] =>
    applySeverities([...checked.diagnostics, ...made], edition.settings.rules);

  return withStagingFolder(output.folder, async (staging): Promise<BuildOutcome> => {
    const students = await make("students", staging);
    const made = weigh(students.diagnostics);
    if (hasErrors(made)) return { kind: "refused", diagnostics: made };
    const leaks = hasSecrets ? await search(order, checked, { folder: staging, keeper }) : [];
    const diagnostics = weigh([...students.diagnostics, ...leaks]);
    if (hasErrors(diagnostics)) return { kind: "refused", diagnostics };
    const place = shown(output.folder);
    const summary = `Built ${students.summary}: ${place}`;

    if (!forInstructors) {
      swapIn(staging, output.folder);
      if (instructor?.kind === "usable") removeOutput(instructor.folder);
      return { kind: "built", diagnostics, summary };
    }
    return withStagingFolder(forInstructors.folder, async (own): Promise<BuildOutcome> => {
      const instructors = await make("instructors", own);
      const all = weigh([...students.diagnostics, ...instructors.diagnostics]);
      if (hasErrors(all)) return { kind: "refused", diagnostics: all };

      // Nothing is awaited between the two, so that no signal parts them.
      swapIn(own, forInstructors.folder);
      swapIn(staging, output.folder);
      const there = shown(forInstructors.folder);
      return {
        kind: "built",
        diagnostics: all,
        summary: `${summary}; for instructors ${instructors.summary}: ${there}`,
      };
    });
  });
}

/** Imported late: most editions have nothing for instructors. */
async function search(
  { progress }: BuildOrder,
  checked: CheckedEdition,
  output: Pick<LeakSearch, "folder" | "keeper">,
): Promise<readonly Diagnostic[]> {
  const { findLeaksAlsoInPdfs } = await import("./find-leaks.ts");
  const searching = progress.begin("Searching");
  const searched = await findLeaksAlsoInPdfs({
    ...checked,
    ...output,
    onFile: (done, total) => searching.step({ done, total, of: "files" }),
  });
  if (!hasErrors(searched.diagnostics))
    searching.done(`${count(searched.files, "file")}: nothing in them is for instructors`);
  return searched.diagnostics;
}

function shown(folder: string): string {
  return path.relative(process.cwd(), folder) || folder;
}
