import { type PartHeading, type PartRun, partRuns } from "../../apparatus/part-runs.ts";
import type { Document } from "../../edition/edition.ts";
import type { Desk } from "../desk.ts";

/** A run of a list of contents as a page shows it: the headings that begin here, and what stands under them. */
export interface RunView<View> {
  readonly headings: readonly HeadingView[];
  /** The level of a heading that stands under these. */
  readonly tag: number;
  readonly listed: readonly View[];
}

/** A heading of a list of contents. */
export interface HeadingView {
  readonly title: string;
  /** Its level among the page's headings: 3 is `<h3>`. */
  readonly tag: number;
  /** Where it leads, and its own id on a volume's page; empty elsewhere. */
  readonly id: string;
}

/** The id of a heading on its volume's page. Two hyphens: no id that an editor may give can be the same. */
export function headingId({ position }: PartHeading): string {
  return `part--${position}`;
}

/** Runs as a page shows them; the outermost headings are `<h2>` where `top` is 2. */
export function runViews<Listed, View>(
  runs: readonly PartRun<Listed>[],
  top: number,
  view: (listed: Listed) => View,
): readonly RunView<View>[] {
  return runs.map(({ path, begins, listed }) => ({
    headings: begins.map(({ title, level }) => ({ title, tag: Math.min(6, top + level), id: "" })),
    tag: Math.min(6, top + path.length),
    listed: listed.map(view),
  }));
}

/**
 * Documents, and what else a list holds, under the headings of their parts; where they are of several volumes,
 * under these first.
 */
export function runsOf<Listed extends object>(
  desk: Desk,
  list: readonly Listed[],
  documentOf: (listed: Listed) => Document | undefined,
): readonly PartRun<Listed>[] {
  const documents = list.flatMap((listed) => documentOf(listed) ?? []);
  const several = new Set(documents.map(({ matter }) => matter.volume)).size > 1;
  return partRuns(list, (listed) => {
    const document = documentOf(listed);
    if (!document) return [];
    const volume = several ? desk.volumes.get(document.matter.volume ?? "") : undefined;
    return [...(volume ? [volume.volume.matter.title] : []), ...document.matter.part];
  });
}
