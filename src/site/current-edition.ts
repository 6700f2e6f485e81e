import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { type Diagnostic, applySeverities, hasErrors } from "../diagnostics/diagnostic.ts";
import { countDiagnostics, formatDiagnostic } from "../diagnostics/report.ts";
import { readEdition } from "../source/read-edition.ts";
import type { SiteSource } from "./desk.ts";
import type { CitationKeeper } from "./citation-keeper.ts";
import { checkCitationStyles } from "./own/check-citation-styles.ts";
import { checkOwnFiles } from "./own/check-own-files.ts";

/** What a website is written from at this moment. */
export interface CurrentEdition extends SiteSource {
  /** Shown on every page while the edition is being written; empty for a site that is published. */
  readonly problems: readonly Diagnostic[];
  /** Keeps citations from build to build. */
  readonly keeper?: CitationKeeper | undefined;
}

/** What is shown of an edition: of a broken one its last good state, with the messages. */
export function toShow(
  current: CurrentEdition,
  before: CurrentEdition | undefined,
): CurrentEdition {
  const broken = hasErrors(current.problems);
  return broken && before ? { ...before, problems: current.problems } : current;
}

/** Reads the edition and says what is wrong with it. A build of a broken edition ends here, before anything is written; a server goes on and shows the messages. */
export async function readCurrent(folder: string, runMode: string): Promise<CurrentEdition> {
  const read = await readEdition(folder);
  const { apparatus, diagnostics } = buildApparatus(read.edition);
  const problems = applySeverities(
    [
      ...read.diagnostics,
      ...diagnostics,
      ...(await checkOwnFiles(folder)),
      ...(await checkCitationStyles(read.edition)),
    ],
    read.edition.settings.rules,
  );
  for (const diagnostic of problems) console.error(formatDiagnostic(diagnostic));
  if (problems.length > 0) console.error(countDiagnostics(problems));
  if (runMode === "build" && hasErrors(problems)) process.exit(1);
  return {
    edition: read.edition,
    apparatus,
    pdf: false,
    problems: runMode === "build" ? [] : problems,
  };
}
