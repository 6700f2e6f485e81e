import type { Reader } from "../edition/edition.ts";
import { readerMatterSchema } from "../edition/reader-matter.ts";
import { type Streams, standardStreams } from "../edition/streams.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readMatterFile } from "./matter-file.ts";
import { readBody } from "./read-body.ts";
import type { TextFile } from "./text-file.ts";

/** Reads `readers/*.md`. */
export function readReader(
  text: TextFile,
  images: ReadonlySet<string>,
  report: Report,
  streams: Streams = standardStreams,
): Reader | undefined {
  const file = readMatterFile(text, readerMatterSchema, report, streams);
  if (!file) return undefined;
  const { matter, fields, body } = file;
  const { blocks, notes } = readBody(body, "commentary", emptyPage(images, report, streams));
  return {
    kind: "reader",
    id: matter.id,
    file: text.file,
    places: fields.places,
    matter,
    notes,
    blocks,
  };
}
