import type { Apparatus } from "../apparatus/apparatus.ts";
import { type PartHeading, type PartRun, partRuns } from "../apparatus/part-runs.ts";
import type { Document, Edition, Essay, Volume } from "../edition/edition.ts";

/** A volume and what is in it. */
export interface VolumeContents {
  readonly volume: Volume;
  readonly essays: readonly Essay[];
  /** By their numbers. */
  readonly documents: readonly Document[];
  readonly runs: readonly PartRun<Document>[];
}

/** What is in each volume, by its id, in the order of the volumes. */
export function volumeContents(
  { volumes }: Edition,
  { documents }: Apparatus,
  essays: readonly Essay[],
): ReadonlyMap<string, VolumeContents> {
  const documentsOf = byVolume(documents);
  const essaysOf = byVolume(essays);
  return new Map(
    volumes.map((volume) => {
      const own = documentsOf.get(volume.id) ?? [];
      return [
        volume.id,
        {
          volume,
          essays: essaysOf.get(volume.id) ?? [],
          documents: own,
          runs: partRuns(own, ({ matter }) => matter.part),
        },
      ];
    }),
  );
}

/** The headings under which each document of a volume stands on its volume's page, by the document's id. */
export function trailsIn(
  contents: ReadonlyMap<string, VolumeContents>,
): ReadonlyMap<string, readonly PartHeading[]> {
  return new Map(
    [...contents.values()].flatMap(({ runs }) =>
      runs.flatMap(({ path, listed }) => listed.map(({ id }) => [id, path] as const)),
    ),
  );
}

function byVolume<Part extends Document | Essay>(
  parts: readonly Part[],
): ReadonlyMap<string, readonly Part[]> {
  const volumes = new Map<string, Part[]>();
  for (const part of parts) {
    const { volume } = part.matter;
    if (volume === undefined) continue;
    const known = volumes.get(volume);
    if (known) known.push(part);
    else volumes.set(volume, [part]);
  }
  return volumes;
}
