import type { Essay } from "../edition/edition.ts";
import { essayMatterSchema } from "../edition/essay-matter.ts";
import { type Streams, standardStreams } from "../edition/streams.ts";
import { checkDivisions } from "./check-divisions.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readMatterFile } from "./matter-file.ts";
import { readBody } from "./read-body.ts";
import type { TextFile } from "./text-file.ts";

/** Reads `essays/*.md`. */
export function readEssay(
  text: TextFile,
  images: ReadonlySet<string>,
  report: Report,
  streams: Streams = standardStreams,
): Essay | undefined {
  const file = readMatterFile(text, essayMatterSchema, report, streams);
  if (!file) return undefined;
  const { matter, fields, body } = file;
  const { blocks, notes } = readBody(body, "commentary", emptyPage(images, report, streams));
  checkDivisions(blocks, "essay", report);
  return {
    kind: "essay",
    id: matter.id,
    file: text.file,
    places: fields.places,
    matter,
    notes,
    blocks,
  };
}
