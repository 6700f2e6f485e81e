import type { Reader } from "../edition/edition.ts";
import { readerMatterSchema } from "../edition/reader-matter.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readMatterFile } from "./matter-file.ts";
import { readBody } from "./read-body.ts";
import type { TextFile } from "./text-file.ts";

/** Reads `readers/*.md`. */
export function readReader(
  text: TextFile,
  images: ReadonlySet<string>,
  report: Report,
): Reader | undefined {
  const file = readMatterFile(text, readerMatterSchema, report);
  if (!file) return undefined;
  const { matter, fields, body } = file;
  const { blocks, notes } = readBody(body, "commentary", emptyPage(images, report));
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
