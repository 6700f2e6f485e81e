import type { Apparatus } from "../apparatus/apparatus.ts";
import { buildApparatus } from "../apparatus/build-apparatus.ts";
import { type Diagnostic, applySeverities } from "../diagnostics/diagnostic.ts";
import type { Edition } from "../edition/edition.ts";
import { checkOwnFiles } from "../site/own/check-own-files.ts";
import { type FileCache, emptyCache } from "../source/file-cache.ts";
import { readEdition } from "../source/read-edition.ts";
import { type Progress, count } from "./progress.ts";

/** An edition that was read and thought through, with all that is to be said about it. */
export interface CheckedEdition {
  readonly edition: Edition;
  readonly apparatus: Apparatus;
  /** Weighed by the edition's own severities, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the edition in a folder, builds its apparatus, and gathers what is wrong, all in one go. With a cache only files that have changed are read again. */
export async function checkEdition(
  folder: string,
  progress: Progress,
  cache: FileCache = emptyCache(),
): Promise<CheckedEdition> {
  const reading = progress.begin("Reading");
  const read = await readEdition(folder, { cache });
  reading.done(describeEdition(read.edition));

  const { edition } = read;
  const own = [...(await checkOwnFiles(folder)), ...(await checkOwnCitations(edition))];
  const { apparatus, diagnostics } = buildApparatus(edition);
  return {
    edition,
    apparatus,
    diagnostics: applySeverities(
      [...read.diagnostics, ...diagnostics, ...own],
      edition.settings.rules,
    ),
  };
}

/** Imported late: most editions have no styles of their own, and need no engine for citations to be checked. */
async function checkOwnCitations(edition: Edition): Promise<readonly Diagnostic[]> {
  if (edition.styles.length === 0) return [];
  const { checkCitationStyles } = await import("../site/own/check-citation-styles.ts");
  return checkCitationStyles(edition);
}

/** `11 documents, 3 essays, 1 reader, 42 register entries`; volumes first, where there are any. */
export function describeEdition(edition: Edition): string {
  return [
    ...(edition.volumes.length > 0 ? [count(edition.volumes.length, "volume")] : []),
    count(edition.documents.length, "document"),
    count(edition.essays.length, "essay"),
    count(edition.readers.length, "reader"),
    count(edition.register.length, "register entry", "register entries"),
  ].join(", ");
}
