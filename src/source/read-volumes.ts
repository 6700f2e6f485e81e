import type { Volume } from "../edition/edition.ts";
import { type Streams, standardStreams } from "../edition/streams.ts";
import { volumeMatterSchema } from "../edition/volume-matter.ts";
import { type EntryKind, readEntries } from "./entry-file.ts";
import type { Report } from "./markdown/reading.ts";
import type { TextFile } from "./text-file.ts";

const volumeEntries: EntryKind<typeof volumeMatterSchema> = {
  schema: volumeMatterSchema,
  example: "write volume-six: and, indented below it, title: and siglum: VI",
  fallbacks: (id) => ({ title: id, siglum: id }),
};

/** Reads `volumes.yaml` or `volumes/*.yaml`: a mapping from id to volume. Sorted by id. */
export function readVolumes(
  text: TextFile,
  report: Report,
  streams: Streams = standardStreams,
): readonly Volume[] {
  return readEntries(text, volumeEntries, report, streams).entries.map((entry) => ({
    file: text.file,
    ...entry,
  }));
}
