import { editionOf, filesOf } from "../../apparatus/testing/edition-of.ts";
import { buildApparatus } from "../../apparatus/build-apparatus.ts";
import { type Desk, layDesk } from "../desk.ts";
import { type PrintedReaderFile, filesOfReader } from "../printed-files.ts";

/** An edition written as an example, and all files of its readers. */
export function readerFiles(example: string): {
  readonly desk: Desk;
  readonly files: readonly PrintedReaderFile[];
} {
  const edition = editionOf(filesOf(example));
  const desk = layDesk({ edition, apparatus: buildApparatus(edition).apparatus, pdf: true });
  return { desk, files: desk.edition.readers.flatMap((reader) => filesOfReader(desk, reader)) };
}
