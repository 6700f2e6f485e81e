import { mkdir, rm } from "node:fs/promises";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import { buildSite } from "../../site/build-site.ts";
import type { FileCache } from "../../source/file-cache.ts";
import { checkEdition } from "../check-edition.ts";
import { noProgress } from "../progress.ts";
import { type SiteHashes, changedFiles, hashSite } from "./changed-files.ts";
import type { Shown } from "./preview-server.ts";
import { problemsPanel } from "./problems-panel.ts";

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
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds the website into a folder of its own. Where the edition or its templates are broken, the last good build stays, under a panel that says why. */
export async function previewEdition(
  edition: string,
  folder: string,
  last: Preview,
  cache: FileCache,
): Promise<NextPreview> {
  const checked = await checkEdition(edition, noProgress, cache);
  if (hasErrors(checked.diagnostics)) return keep(last, checked.diagnostics);

  await mkdir(folder);
  const site = await buildSite({ ...checked, folder: edition, output: folder, pdf: false });
  if (hasErrors(site.diagnostics)) {
    await rm(folder, { recursive: true, force: true });
    return keep(last, [...checked.diagnostics, ...site.diagnostics]);
  }
  const hashes = await hashSite(folder);
  const changed = changedFiles(last.hashes, hashes);
  return {
    preview: { folder, hashes },
    shown: { folder, changed, panel: "" },
    good: true,
    diagnostics: checked.diagnostics,
  };
}

function keep(last: Preview, diagnostics: readonly Diagnostic[]): NextPreview {
  const panel = problemsPanel(diagnostics);
  return {
    preview: last,
    shown: { folder: last.folder, changed: [], panel },
    good: false,
    diagnostics,
  };
}
