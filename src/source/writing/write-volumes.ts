import { type VolumeFields, volumeMatterSchema } from "../../edition/volume-matter.ts";
import { writeFields } from "./fields.ts";

/** A volume that is to be written. */
export interface VolumeFileEntry {
  readonly id: string;
  readonly matter: VolumeFields;
}

/** A file of volumes, `volumes.yaml` or one in `volumes/`. */
export function writeVolumes(entries: readonly VolumeFileEntry[]): string {
  const written = entries.map(({ id, matter }) =>
    [
      `${id}:`,
      ...writeFields({ schema: volumeMatterSchema, value: matter, doubts: [], indentation: "  " }),
      "",
    ].join("\n"),
  );
  return written.join("\n");
}
