import { mkdir, rm } from "node:fs/promises";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import { countDiagnostics } from "../../diagnostics/report.ts";
import { buildSite } from "../../site/build-site.ts";
import { checkEdition } from "../check-edition.ts";
import { sayDiagnostics } from "../describe-diagnostics.ts";
import { describeFailure } from "../failure.ts";
import { noProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { type SiteHashes, changedFiles, hashSite } from "./changed-files.ts";
import type { Shown } from "./preview-server.ts";
import { problemsPanel, troublePanel } from "./problems-panel.ts";

/** The last good build of the website, for as long as the command runs. */
export interface Preview {
  readonly folder: string;
  readonly hashes: SiteHashes;
}

/** What came of building a preview. */
export interface NextPreview {
  /** The new build, or the last good one. */
  readonly preview: Preview;
  readonly shown: Shown;
  readonly good: boolean;
  /** Says what is to be said about it. */
  readonly say: (terminal: Terminal) => void;
}

/** Builds the website into a folder of its own. Where the edition or its templates are broken, the last good build stays, under a panel that says why. */
export async function previewEdition(
  edition: string,
  folder: string,
  last: Preview,
): Promise<NextPreview> {
  const checked = await checkEdition(edition, noProgress);
  const { diagnostics } = checked;
  const sayAll = (terminal: Terminal): void => {
    sayDiagnostics(terminal.news, diagnostics);
    if (diagnostics.length > 0) terminal.news.say(`${countDiagnostics(diagnostics)}.`);
  };
  if (hasErrors(diagnostics)) return keep(last, problemsPanel(diagnostics), sayAll);

  await mkdir(folder);
  try {
    await buildSite({ ...checked, folder: edition, output: folder, pdf: false });
  } catch (error) {
    // A template of the editor's own may throw anything.
    await rm(folder, { recursive: true, force: true });
    const trouble = describeFailure(error, false);
    return keep(last, troublePanel(trouble), (terminal) => {
      sayAll(terminal);
      terminal.news.say(trouble);
    });
  }
  const hashes = await hashSite(folder);
  const changed = changedFiles(last.hashes, hashes);
  return {
    preview: { folder, hashes },
    shown: { folder, changed, panel: "" },
    good: true,
    say: sayAll,
  };
}

function keep(last: Preview, panel: string, say: NextPreview["say"]): NextPreview {
  return {
    preview: last,
    shown: { folder: last.folder, changed: [], panel },
    good: false,
    say,
  };
}
