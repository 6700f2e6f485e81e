import { mkdir } from "node:fs/promises";
import { type Diagnostic, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { CitationKeeper } from "../../site/citation-keeper.ts";
import type { Audience } from "../../site/desk.ts";
import { buildSite } from "../../site/build-site.ts";
import type { FileCache } from "../../source/file-cache.ts";
import { type CheckedEdition, checkEdition } from "../check-edition.ts";
import { describeFailure } from "../failure.ts";
import type { Progress } from "../progress.ts";
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
  readonly diagnostics: readonly Diagnostic[];
  /** What has gone wrong without a place in a source; empty for nothing. */
  readonly trouble: string;
}

/** How a preview is built. */
export interface PreviewOrder {
  readonly cache: FileCache;
  readonly keeper: CitationKeeper;
  readonly audience: Audience;
  readonly progress: Progress;
  /** Told of an edition without errors, before its website is written. */
  readonly onGood: (checked: CheckedEdition) => Promise<void>;
}

/** Builds the website into a folder of its own. Where the edition or its templates are broken, the last good build stays, under a panel that says why. */
export async function previewEdition(
  edition: string,
  folder: string,
  last: Preview,
  { cache, keeper, audience, progress, onGood }: PreviewOrder,
): Promise<NextPreview> {
  const checked = await checkEdition(edition, progress, cache);
  if (hasErrors(checked.diagnostics)) return keepFor(checked.diagnostics, last);
  await onGood(checked);

  await mkdir(folder);
  const writing = progress.begin("Writing pages");
  const site = await writeSite({ ...checked, keeper, audience }, edition, folder, (done, total) =>
    writing.step({ done, total, of: "pages" }),
  );
  progress.clear();
  const diagnostics = [...checked.diagnostics, ...site.diagnostics];
  if (site.trouble !== "") return keep(last, diagnostics, site.trouble, troublePanel(site.trouble));
  if (hasErrors(diagnostics)) return keepFor(diagnostics, last);
  const hashes = await hashSite(folder);
  const changed = changedFiles(last.hashes, hashes);
  return {
    preview: { folder, hashes },
    shown: { folder, changed, panel: "" },
    good: true,
    diagnostics,
    trouble: "",
  };
}

interface Written {
  readonly diagnostics: readonly Diagnostic[];
  readonly trouble: string;
}

/** Templates of the editor's own may make any other template throw anything, and the preview must go on. */
async function writeSite(
  checked: CheckedEdition & Pick<PreviewOrder, "keeper" | "audience">,
  edition: string,
  folder: string,
  onPage: (done: number, total: number) => void,
): Promise<Written> {
  const order = { ...checked, folder: edition, output: folder, pdf: false, pages: true, onPage };
  try {
    const site = await buildSite(order);
    return { diagnostics: site.diagnostics, trouble: "" };
  } catch (error) {
    return { diagnostics: [], trouble: describeFailure(error, false) };
  }
}

function keepFor(diagnostics: readonly Diagnostic[], last: Preview): NextPreview {
  return keep(last, diagnostics, "", problemsPanel(diagnostics));
}

function keep(
  last: Preview,
  diagnostics: readonly Diagnostic[],
  trouble: string,
  panel: string,
): NextPreview {
  const shown = { folder: last.folder, changed: [], panel };
  return { preview: last, shown, good: false, diagnostics, trouble };
}
