import { documentMatterSchema } from "../edition/document-matter.ts";
import type { Document } from "../edition/edition.ts";
import { numberParagraphs } from "../edition/paragraph-numbers.ts";
import { type Streams, standardStreams } from "../edition/streams.ts";
import { checkDivisions } from "./check-divisions.ts";
import { checkStatus, partBody } from "./part-body.ts";
import { readMatterFile } from "./matter-file.ts";
import { readField } from "./read-field.ts";
import { type Report, emptyPage } from "./markdown/reading.ts";
import { readBody } from "./read-body.ts";
import type { TextFile } from "./text-file.ts";

/** Reads `texts/*.md`. */
export function readDocument(
  text: TextFile,
  images: ReadonlySet<string>,
  report: Report,
  streams: Streams = standardStreams,
): Document | undefined {
  const file = readMatterFile(text, documentMatterSchema, report, streams);
  if (!file) return undefined;
  const { matter, fields, body } = file;
  let isUnclosed = false;
  const page = emptyPage(
    images,
    (rule, ...said) => {
      isUnclosed ||= rule === "division-unclosed";
      report(rule, ...said);
    },
    streams,
  );
  const abstract = readField(text, fields, "abstract", matter.abstract, page);
  const { blocks, notes, headNotes } = readBody(body, "transcription", page, true);
  checkDivisions(blocks, "document", report);
  const parts = partBody(blocks, report);
  checkStatus(parts.transcription, matter, fields, isUnclosed, report);
  return {
    kind: "document",
    id: matter.id,
    number: matter.number,
    file: text.file,
    places: fields.places,
    matter,
    notes,
    headNotes,
    abstract,
    before: parts.before,
    transcription: numberParagraphs(parts.transcription),
    after: parts.after,
  };
}
